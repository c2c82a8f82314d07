/** A demo as the build writes it: its first picture and result, and its controls, which a page without scripts hides. */
import { control } from './control.ts';
import { type Cited, drawFormula, formula } from './formula.ts';
import { encode } from '../kit/address.ts';
import type { Demo, Locale, Page, Said } from '../kit/demo.ts';
import { initial } from '../kit/parameter.ts';
import { drawn, escape } from '../kit/plot.ts';
import { show, tableRows } from '../kit/show.ts';

const said = {
  controls: { en: 'Controls', zh: '控件' },
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
  drawn: {
    en: 'A number without a bound beside it is what was set or where a search has come to, and exactly that. Lines are drawn in doubles.',
    zh: '不附误差界的数是设定的值或搜索所到之处，恰为其值。曲线以双精度绘制。',
  },
  nats: { en: 'nats', zh: '奈特' },
  formulas: { en: 'The page’s own equations with these numbers', zh: '本页公式代入当前数值' },
  tries: { en: 'Try', zh: '试一试' },
  legend: { en: 'Signs', zh: '图例' },
} satisfies Record<string, Said>;

export function markup(
  name: string,
  demo: Demo,
  page: Page,
  locale: Locale,
  question: string,
  formulas: readonly Cited[] = [],
): string {
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
<div class="demo-play"><div class="demo-panels">${drawn(shown.panels)}</div>
<ul class="demo-legend" aria-label="${t(said.legend)}">${legend.join('')}</ul>
<form class="demo-controls" aria-label="${t(page.title)}: ${t(said.controls)}">${controls.join('')}</form></div>
${demo.model.heavy ? `<div class="demo-busy" hidden><progress max="1" aria-label="${t(said.busy)}"></progress>${button('stop', said.stop)}</div>` : ''}
${page.hint ? `<p class="demo-hint">${escape(t(page.hint))}</p>` : ''}
${tries(name, demo, page, locale)}
<dl class="demo-numbers">${numbers.join('')}</dl>
${formulas.length === 0 ? '' : `<div class="demo-formulas"><p class="demo-panel-title">${t(said.formulas)}</p>${formulas.map((f) => drawFormula(f, shown.numbers, locale)).join('')}</div>`}
<p class="demo-said" role="status">${shown.said}</p>
<p class="demo-note" role="status"></p>
<div class="demo-actions"><button type="button" data-act="bounds" aria-pressed="false">${t(said.bounds)}</button>${button('reset', said.reset)}${button('link', said.link)}${button('svg', said.svg)}${button('csv', said.csv)}</div>
<p class="demo-drawn">${t(said.drawn)}</p>
<p class="demo-still">${t(said.still)}</p>
<details class="demo-table"><summary>${t(said.table)}</summary><div class="demo-scroll" tabindex="0" role="group" aria-label="${t(said.table)}"><table>${tableRows(shown.table, locale)}</table></div></details>
</holds-demo>`;
}

/** Links, so that they can be copied and opened elsewhere; where the demo is live they only set it. */
function tries(name: string, { model }: Demo, { tries: list }: Page, locale: Locale): string {
  const first = initial(model.parameters);
  const items = list.map(({ set, text }) => {
    const state = encode(model.version, model.parameters, { ...first, ...set });
    return `<li><a href="?${name}=${state}#demo-${name}" data-try="${state}">${escape(text[locale])}</a></li>`;
  });
  return `<div class="demo-tries"><p class="demo-panel-title">${escape(said.tries[locale])}</p><ul>${items.join('')}</ul></div>`;
}

function sample(mark: string): string {
  const [shape, ...classes] = mark.split(' ');
  const name = classes.join(' ');
  if (shape === 'area') return `<rect class="area ${name}" width="28" height="12"/>`;
  if (shape === 'dot') return `<circle class="dot ${name}" cx="14" cy="6" r="4"/>`;
  if (shape === 'line') return `<path class="line ${name}" d="M0 6h28"/>`;
  throw new Error(`a sign of a legend begins with line, area or dot, found ${mark}`);
}
