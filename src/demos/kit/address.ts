/**
 * The state of a demo in the address: `?two-laws=1_p.mu_0.5_p_laplace`, the version and then each parameter that is not as at
 * first. Only characters that no browser escapes; a key never holds `_`.
 */
import { type Given, type Parameters, initial, read, written } from './parameter.ts';

/** The longest address that is looked at. */
const LONGEST = 1000;

export function encode(version: number, parameters: Parameters, values: Given): string {
  const first = initial(parameters);
  const changed = Object.keys(parameters).filter((key) => written(values[key]!) !== written(first[key]!));
  return changed.length === 0 ? '' : [version, ...changed.flatMap((key) => [key, written(values[key]!)])].join('_');
}

export interface Decoded {
  readonly values: Given;
  /** Keys whose values were refused; all of them where the whole was. */
  readonly refused: readonly string[];
  /** Nothing of it could be read: another version, too long, or damaged. */
  readonly whole: boolean;
}

/** Never throws: what cannot be read falls back to what stood there at first, and is named. */
export function decode(version: number, parameters: Parameters, text: string): Decoded {
  const values: Record<string, Given[string]> = { ...initial(parameters) };
  const [found, ...pairs] = text.split('_');
  if (text === '') return { values, refused: [], whole: false };
  if (text.length > LONGEST || found !== String(version) || pairs.length % 2 !== 0)
    return { values, refused: [], whole: true };
  const refused: string[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const key = pairs[i]!;
    if (!Object.hasOwn(parameters, key)) return { values: initial(parameters), refused: [], whole: true };
    const value = read(parameters[key]!, pairs[i + 1]!);
    if (value === undefined) refused.push(key);
    else values[key] = value;
  }
  return { values, refused, whole: false };
}

/** The address of the page with the state of one demo in it; the others keep theirs. */
export function withState(address: string, name: string, state: string): string {
  const url = new URL(address);
  if (state === '') url.searchParams.delete(name);
  else url.searchParams.set(name, state);
  return url.href;
}

export const stateIn = (address: string, name: string): string => new URL(address).searchParams.get(name) ?? '';
