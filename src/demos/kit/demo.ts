/** What a demo is: a pure model and a few pure functions that say and draw what it found. */
import type { Bounded } from '../../../lib/number/arithmetic.ts';
import type { Numbers } from './formula.ts';
import type { Given, Parameters, Values } from './parameter.ts';
import type { Panel } from './plot.ts';

export type Locale = 'en' | 'zh';

/** One sentence or name in both languages. */
export type Said = Readonly<Record<Locale, string>>;

export type Cell = string | number | Bounded;
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Model<S extends Parameters, R> {
  /** Of the address: raised whenever an old address would mean something else. */
  readonly version: number;
  readonly parameters: S;
  /** Pure, and of plain data, so that it can run in a worker; `report` hears the share that is done. */
  compute(values: Values<S>, report?: (share: number) => void): R;
  /** Whether it takes longer than a frame. */
  heavy?(values: Values<S>): boolean;
}

export interface Demo<S extends Parameters = Parameters, R = unknown> {
  readonly model: Model<S, R>;
  /** The numbers beside the picture, by the keys that the demo's page names; null for one that does not exist here. */
  readouts(result: R, values: Values<S>): Readonly<Record<string, Bounded | null>>;
  /** Numbers that only the equations of the page need (`Page.formulas`), beside those of the sliders and of `readouts`. */
  terms?(result: R, values: Values<S>): Numbers;
  panels(result: R, values: Values<S>, locale: Locale): readonly Panel[];
  /** The result in a sentence or two. */
  say(result: R, values: Values<S>, locale: Locale): string;
  table(result: R, values: Values<S>, locale: Locale): Table;
}

/** An equation of the page that is shown with the current numbers in it. */
export interface Formula {
  /** Of the equation, or of a row of it. */
  readonly label: string;
  /** LaTeX of a name or term of it -> the key of a slider, a readout or a term. All else is worked out as it is printed. */
  readonly numbers: Readonly<Record<string, string>>;
}

/** What only the build needs of a demo: its names in both languages. */
export interface Page {
  readonly title: Said;
  /** What to try: a few settings that answer the question, each with what is seen there. The rest is as at first. */
  readonly tries: readonly { readonly set: Given; readonly text: Said }[];
  readonly controls: Readonly<Record<string, Said>>;
  readonly options?: Readonly<Record<string, Said>>;
  /** How the points of the picture are handled, where they can be added and removed. */
  readonly hint?: Said;
  /** The formula of each number beside the picture, its name, and `nats` where that is its unit. */
  readonly readouts: Readonly<Record<string, { readonly tex: string; readonly name: Said; readonly nats?: boolean }>>;
  /** Each is shown while all its numbers exist. */
  readonly formulas: readonly Formula[];
  /** The signs of the picture: a class of styles/demo/picture.css and what it stands for. */
  readonly legend: readonly (readonly [mark: string, text: Said])[];
}

/** Sentences one after another: Chinese puts no space between them. */
export const sentences = (list: readonly string[], locale: Locale): string => list.join(locale === 'en' ? ' ' : '');

export const say = (en: string, zh: string): Said => ({ en, zh });
