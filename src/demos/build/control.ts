/** The controls of a demo, one for each of its parameters. */
import type { Locale, Page, Said } from '../kit/demo.ts';
import { type Given, type Parameter, LARGEST_SEED, toPlace, written } from '../kit/parameter.ts';
import { escape } from '../kit/plot.ts';

const said = {
  newSeed: { en: 'Next seed', zh: '下一个种子' },
  play: { en: 'Play', zh: '播放' },
  add: { en: 'Add a point', zh: '添加一点' },
  drop: { en: 'Remove the last', zh: '删去末点' },
} satisfies Record<string, Said>;

export function control(id: string, key: string, p: Parameter, values: Given, page: Page, locale: Locale): string {
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
  return `<div class="demo-control" data-control="${key}" data-shows="${written(p.initial)}"${hidden}>${inside()}</div>`;
}
