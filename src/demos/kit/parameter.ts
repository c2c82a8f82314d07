/** What a demo can be asked, as data: from it come the controls, the address, the checks on both, and the tests. */

/** A number in [min, max] in steps from min; on a logarithmic slider the number box takes the same steps. */
export interface Slider {
  readonly kind: 'slider';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly initial: number;
  /** Equal ratios along the slider; min > 0. */
  readonly log?: boolean;
  /** A count of steps that a button may go through. */
  readonly play?: boolean;
  readonly when?: When;
}
export interface Choice<T extends string = string> {
  readonly kind: 'choice';
  readonly options: readonly T[];
  readonly initial: T;
  readonly when?: When;
}
/** An integer from 1 to 9999, shown, with a button for the next. */
export interface Seed {
  readonly kind: 'seed';
  readonly initial: number;
  readonly when?: When;
}
/** Between one and `most` numbers, each in [min, max] in steps from min. */
export interface Data {
  readonly kind: 'data';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly most: number;
  readonly initial: readonly number[];
  readonly when?: When;
}
export type Parameter = Slider | Choice | Seed | Data;
export type Parameters = Readonly<Record<string, Parameter>>;
export type Value = number | string | readonly number[];
export type Given = Readonly<Record<string, Value>>;
/** Whether a parameter matters beside the others; one that does not has its control hidden. */
export type When = (values: Given) => boolean;

export type Values<S extends Parameters> = { readonly [K in keyof S]: ValueOf<S[K]> };
type ValueOf<P> =
  P extends Choice<infer T> ? T : P extends Data ? readonly number[] : P extends Parameter ? number : never;

type Rest<P extends { kind: string }> = Omit<P, 'kind'>;
export const slider = (p: Rest<Slider>): Slider => ({ kind: 'slider', ...p });
export const choice = <const T extends string>(p: Rest<Choice<T>>): Choice<T> => ({ kind: 'choice', ...p });
export const seed = (initial = 1): Seed => ({ kind: 'seed', initial });
export const data = (p: Rest<Data>): Data => ({ kind: 'data', ...p });
export const LARGEST_SEED = 9999;

export const initial = <S extends Parameters>(parameters: S): Values<S> =>
  Object.fromEntries(Object.entries(parameters).map(([key, p]) => [key, p.initial])) as Values<S>;

/** The nearest place on the grid of a slider, as the decimal that it is: 0.3, not 0.30000000000000004. */
export function snap({ min, max, step }: Pick<Slider, 'min' | 'max' | 'step'>, x: number): number {
  const steps = Math.round((Math.min(Math.max(x, min), max) - min) / step);
  return Math.min(Number((min + steps * step).toFixed(6)), max);
}

/** A value from text; undefined unless it is one that the control could have given. */
export function read(parameter: Parameter, text: string): Value | undefined {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.find((option) => option === text);
    case 'seed':
      return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
    case 'slider':
      return number(parameter, text);
    case 'data': {
      const parts = text.split('*').map((part) => number(parameter, part));
      if (parts.length > parameter.most || parts.includes(undefined)) return undefined;
      return parts as number[];
    }
  }
}

function number(range: Pick<Slider, 'min' | 'max' | 'step'>, text: string): number | undefined {
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined;
  const x = Number(text);
  return x >= range.min && x <= range.max ? snap(range, x) : undefined;
}

export const written = (value: Value): string => (typeof value === 'object' ? value.join('*') : String(value));

/** The place of a value along a logarithmic slider, from 0 to 200, and back. */
const PLACES = 200;
export const toPlace = ({ min, max }: Slider, x: number): number =>
  Math.round((PLACES * Math.log(x / min)) / Math.log(max / min));
export const fromPlace = (s: Slider, place: number): number => snap(s, s.min * (s.max / s.min) ** (place / PLACES));
