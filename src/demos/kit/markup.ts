/** A demo as the build writes it: its first picture and result, and its controls, which a page without scripts hides. */
import katex from 'katex';
import type { Demo, Locale, Page, Said } from './demo.ts';
import { type Given, type Parameter, LARGEST_SEED, initial, toPlace, written } from './parameter.ts';
import { drawn, escape } from './plot.ts';
import { show, tableRows } from './show.ts';

const said = {
  controls: { en: 'Controls', zh: '控件' },
  newSeed: { en: 'Next seed', zh: '下一个种子' },
  play: { en: 'Play', zh: '播放' },
  add: { en: 'Add a point', zh: '添加一点' },
  drop: { en: 'Remove the last', zh: '删去末点' },
  busy: { en: 'Computing', zh: '计算中' },
  stop: { en: 'Stop', zh: '停止' },
  bounds: { en: 'Bounds', zh: '误差界' },
  reset: { en: 'Reset', zh: '重置' },
  link: { en: 'Copy link', zh: '复制链接' },
  svg: { en: 'Picture (SVG)', zh: '图片（SVG）' },
  csv: { en: 'Numbers (CSV)', zh: '数据（CSV）' },
  table: { en: 'Numbers as a table', zh: '数据表' },
  still: {
    en: 'This is the first picture. With scripts switched on it can be changed.',
    zh: '这是初始图。启用脚本后可以操作。',
  },
  nats: { en: 'nats', zh: '奈特' },
  legend: { en: 'Signs', zh: '图例' },
} satisfies Record<string, Said>;

export function markup(name: string, demo: Demo, page: Page, locale: Locale, question: string): string {
  const { parameters } = demo.model;
  const values = initial(parameters);
  const shown = show(demo, demo.model.compute(values), values, locale);
  const t = (s: Said): string => escape(s[locale]);
  const button = (act: string, text: Said): string => `<button type="button" data-act="${act}">${t(text)}</button>`;
  const titleId = `demo-${name}`;
  const controls = Object.entries(parameters).map(([key, p]) =>
    control(`${titleId}-${key}`, key, p, values, page, locale),
  );
  const missing = Object.keys(shown.readouts).filter((key) => !page.readouts[key]);
  if (missing.length > 0)
    throw new Error(`the demo ${name} has numbers that its page does not name: ${missing.join(', ')}`);
  const numbers = Object.entries(page.readouts).map(
    ([key, { tex, name, nats }]) =>
      `<div><dt><span class="demo-tex">${formula(tex)}</span> <span class="demo-name">${t(name)}</span></dt><dd><output data-readout="${key}">${shown.readouts[key] ?? ''}</output>${nats ? `<span class="demo-unit"> ${t(said.nats)}</span>` : ''}</dd></div>`,
  );
  const legend = page.legend.map(
    ([mark, text]) => `<li><svg viewBox="0 0 28 12" aria-hidden="true">${sample(mark)}</svg>${t(text)}</li>`,
  );
  return `<holds-demo class="demo not-content" id="${titleId}" data-name="${name}" data-locale="${locale}" role="group" aria-labelledby="${titleId}-title">
<div class="demo-head"><p class="demo-title" id="${titleId}-title">${t(page.title)}</p><p class="demo-question">${escape(question)}</p></div>
<div class="demo-panels">${drawn(shown.panels)}</div>
<ul class="demo-legend" aria-label="${t(said.legend)}">${legend.join('')}</ul>
<div class="demo-busy" hidden><progress max="1" aria-label="${t(said.busy)}"></progress>${button('stop', said.stop)}</div>
<form class="demo-controls" aria-label="${t(page.title)}: ${t(said.controls)}">${controls.join('')}</form>
<dl class="demo-numbers">${numbers.join('')}</dl>
<p class="demo-said" role="status">${shown.said}</p>
<p class="demo-note" role="status"></p>
<div class="demo-actions"><button type="button" data-act="bounds" aria-pressed="false">${t(said.bounds)}</button>${button('reset', said.reset)}${button('link', said.link)}${button('svg', said.svg)}${button('csv', said.csv)}</div>
<p class="demo-still">${t(said.still)}</p>
<details class="demo-table"><summary>${t(said.table)}</summary><div class="demo-scroll" tabindex="0" role="group" aria-label="${t(said.table)}"><table>${tableRows(shown.table, locale)}</table></div></details>
</holds-demo>`;
}

const formula = (tex: string): string =>
  katex.renderToString(tex, { output: 'htmlAndMathml', strict: 'error', trust: false, throwOnError: true });

function sample(mark: string): string {
  const [shape, ...classes] = mark.split(' ');
  const name = classes.join(' ');
  if (shape === 'area') return `<rect class="area ${name}" width="28" height="12"/>`;
  if (shape === 'dot') return `<circle class="dot ${name}" cx="14" cy="6" r="4"/>`;
  if (shape === 'line') return `<path class="line ${name}" d="M0 6h28"/>`;
  throw new Error(`a sign of a legend begins with line, area or dot, found ${mark}`);
}

function control(id: string, key: string, p: Parameter, values: Given, page: Page, locale: Locale): string {
  const names = page.controls[key];
  if (!names) throw new Error(`the control ${key} has no name on the demo's page`);
  const name = escape(names[locale]);
  const t = (s: Said): string => escape(s[locale]);
  const label = (of: string): string => `<label for="${of}" id="${id}-label">${name}</label>`;
  const range = (q: { min: number; max: number; step: number }): string =>
    `min="${q.min}" max="${q.max}" step="${q.step}"`;
  const inside = (): string => {
    switch (p.kind) {
      case 'choice': {
        const options = p.options.map(
          (o) =>
            `<option value="${o}"${o === p.initial ? ' selected' : ''}>${escape(page.options?.[o]?.[locale] ?? o)}</option>`,
        );
        return `${label(id)}<select id="${id}" data-key="${key}">${options.join('')}</select>`;
      }
      case 'seed':
        return `${label(id)}<input type="number" id="${id}" data-key="${key}" min="1" max="${LARGEST_SEED}" step="1" value="${p.initial}" autocomplete="off"><button type="button" data-act="seed" data-of="${key}">${t(said.newSeed)}</button>`;
      case 'slider': {
        const sliding = p.log
          ? `min="0" max="200" step="1" value="${toPlace(p, p.initial)}"`
          : `${range(p)} value="${p.initial}"`;
        const play = p.play
          ? `<button type="button" data-act="play" data-of="${key}" aria-pressed="false">${t(said.play)}</button>`
          : '';
        return `${label(id)}<input type="range" data-slides="${key}" aria-labelledby="${id}-label" ${sliding} autocomplete="off"><input type="number" id="${id}" data-key="${key}" ${range(p)} value="${p.initial}" autocomplete="off">${play}`;
      }
      case 'data':
        return `${label(id)}<input type="text" inputmode="text" id="${id}" data-key="${key}" value="${p.initial.join(' ')}" autocomplete="off" spellcheck="false"><button type="button" data-act="add" data-of="${key}">${t(said.add)}</button><button type="button" data-act="drop" data-of="${key}">${t(said.drop)}</button>`;
    }
  };
  const hidden = p.when && !p.when(values) ? ' hidden' : '';
  return `<div class="demo-control ${p.kind}" data-control="${key}" data-shows="${written(p.initial)}"${hidden}>${inside()}</div>`;
}
