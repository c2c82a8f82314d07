/**
 * KaTeX's own parse of a formula as boxes: signs, scripts on their bases, fractions, brackets, accents and tables, and
 * nothing of sizes and spaces. `__parse` is an internal API of KaTeX, and used in tests only.
 */
import katex from 'katex';
import { canonical, closers, openers } from './signs.ts';

/** How TeX classes a sign, and what it does not class: numerals, words, and named functions. */
export type Family = 'ord' | 'bin' | 'rel' | 'open' | 'close' | 'punct' | 'op' | 'number' | 'word' | 'gap';

export interface Sign {
  readonly kind: 'sign';
  readonly family: Family;
  readonly text: string;
  /** What stands above a relation, or below it. */
  readonly beside?: string;
  /** A roman d is a differential wherever it stands. */
  readonly upright?: boolean;
  /** A word in letters of formulas, which is a name and never a reason. */
  readonly roman?: boolean;
  /** Two bars, which may also close one thing and open the next. */
  readonly joined?: boolean;
  /** Behind a space. */
  readonly apart?: boolean;
}

export type Box =
  | Sign
  | { readonly kind: 'scripts'; readonly base: Box; readonly sub: readonly Box[]; readonly sup: readonly Box[] }
  | { readonly kind: 'fraction'; readonly name: string; readonly above: readonly Box[]; readonly below: readonly Box[] }
  | { readonly kind: 'group'; readonly open: string; readonly close: string; readonly body: readonly Box[] }
  | { readonly kind: 'mark'; readonly name: string; readonly body: readonly Box[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Box[])[])[] };

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const parse = (katex as unknown as { __parse: (tex: string, options: object) => Node[] }).__parse;

/** References are drawn by the site, not by KaTeX; labels and theorems are not drawn. */
const NOTHING = '\\@firstoftwo{}';
const macros = { '\\eqref': NOTHING, '\\ref': NOTHING, '\\label': NOTHING, '\\lean': NOTHING };

/** The formula as boxes. Throws what KaTeX throws. */
export const boxesOf = (tex: string): Box[] =>
  row(parse(tex, { displayMode: true, strict: 'ignore', macros: { ...macros } }));

const sign = (text: string, family: Family, more: Partial<Sign> = {}): Sign => ({
  kind: 'sign',
  family,
  text,
  ...more,
});
const quiet = ['size', 'internal', 'rule'];
const letters = ['mathbb', 'mathcal', 'mathbf', 'mathfrak', 'mathscr', 'boldsymbol'];

/** Boxes side by side, with digits joined to numerals and signs that make one sign joined. */
export function row(nodes: unknown): Box[] {
  const list = nodes === null || nodes === undefined ? [] : Array.isArray(nodes) ? (nodes as Node[]) : [nodes as Node];
  const found: Box[] = [];
  let apart = false;
  const all = list.flatMap(boxes);
  for (const [i, box] of all.entries()) {
    if (box.kind === 'sign' && box.family === 'gap') {
      apart = true;
      continue;
    }
    const one = apart ? setApart(box) : box;
    apart = false;
    const before = found.at(-1);
    const joined = before && join(before, one, all[i + 1]);
    if (joined) found.splice(-1, 1, ...joined);
    else found.push(one);
  }
  return found;
}

const pairs: Readonly<Record<string, string>> = { '||': '‖', ':=': ':=', '̸=': '\\ne', '̸\\in': '\\notin', '\\arg\\max': '\\arg\\max', '\\arg\\min': '\\arg\\min' }; // prettier-ignore

const setApart = (box: Box): Box =>
  box.kind === 'sign' ? { ...box, apart: true } : box.kind === 'scripts' ? { ...box, base: setApart(box.base) } : box;

/** Two boxes that are one sign; a script on the second is on both. */
function join(a: Box, b: Box, next: Box | undefined): Box[] | null {
  if (b.kind === 'scripts') {
    const base = join(a, b.base, undefined);
    return base?.length === 1 ? [{ ...b, base: base[0]! }] : null;
  }
  if (a.kind !== 'sign' || b.kind !== 'sign') return null;
  const fences = [a, b].some(({ family }) => family === 'open' || family === 'close');
  const whole = fences ? undefined : pairs[a.text + b.text];
  if (whole)
    return [
      sign(
        whole,
        whole === '‖' ? 'ord' : whole.startsWith('\\arg') ? 'op' : 'rel',
        whole === '‖' ? { joined: true } : {},
      ),
    ];
  const digits =
    !b.apart && /^\d+(\.\d*)?$|^\.\d*$/.test(a.text + b.text) && [a, b].every((one) => /^[\d.]+$/.test(one.text));
  const ahead = next?.kind === 'scripts' ? next.base : next;
  const point = b.text !== '.' || (ahead?.kind === 'sign' && ahead.family === 'number');
  if (digits && point) return [sign(a.text + b.text, 'number')];
  if (a.text === '..' && b.text === '.') return [sign('\\dots', 'ord')];
  return a.text === '.' && b.text === '.' ? [sign('..', 'ord')] : null;
}

function boxes(node: Node): Box[] {
  switch (node.type) {
    case 'mathord':
    case 'textord':
      return [plain(node.text as string, 'ord')];
    case 'atom':
      return [plain(node.text as string, node.family === 'inner' ? 'ord' : (node.family as Family))];
    case 'cr':
      return [sign('\\\\', 'punct')];
    case 'kern':
    case 'spacing':
      return [sign('', 'gap')];
    case 'text':
    case 'operatorname':
      return spell(node) ? [worded(spell(node), node.type === 'operatorname')] : [sign('', 'gap')];
    case 'op':
      if (node.body) return row(node.body);
      return [sign(canonical(node.name as string), 'op')];
    case 'htmlmathml':
      return row(node.mathml);
    case 'leftright':
      return [{ kind: 'group', open: canonical(node.left as string), close: canonical(node.right as string), body: row(node.body) }]; // prettier-ignore
    case 'middle':
    case 'delimsizing':
      return node.delim === '.' ? [] : [plain(node.delim as string, 'ord')];
    case 'supsub':
      return [scripts(node)];
    case 'genfrac':
      return [{ kind: 'fraction', name: node.hasBarLine ? '\\frac' : '\\binom', above: open(row(node.numer)), below: open(row(node.denom)) }]; // prettier-ignore
    case 'sqrt':
      return [
        {
          kind: 'mark',
          name: node.index ? '\\root' : '\\sqrt',
          body: open(row([node.index, node.body].filter(Boolean))),
        },
      ];
    case 'accent':
      return [{ kind: 'mark', name: canonical(node.label as string), body: open(row(node.base)) }];
    case 'horizBrace':
      return [{ kind: 'mark', name: canonical(node.label as string), body: open(row(node.base)) }];
    case 'overline':
      return [{ kind: 'mark', name: '\\bar', body: open(row(node.body)) }];
    case 'xArrow':
      return [sign(canonical(node.label as string), 'rel', { beside: spell(node) })];
    case 'font':
      return font(node);
    case 'mclass':
      return classed(node);
    case 'array':
      return [{ kind: 'table', rows: (node.body as Node[][]).map((cells) => cells.map((cell) => open(row(cell)))) }];
    case 'ordgroup':
      return ordinary(node);
    case 'color':
    case 'enclose':
      return [...open(row(node.body))];
    case 'styling':
    case 'sizing':
    case 'lap':
    case 'tag':
      return row(node.body);
    default:
      if (quiet.includes(node.type)) return [];
      throw new Error(`KaTeX made a ${node.type}, which the oracle does not know`);
  }
}

/** A word, or an operator that is spelt by hand. */
function worded(text: string, roman: boolean): Sign {
  const [, which] = /^arg ?(max|min)$/.exec(text) ?? [];
  if (which) return sign(`\\arg\\${which}`, 'op');
  return /^(exp|log|ln|max|min)$/.test(text)
    ? sign(canonical(`\\${text}`), 'op')
    : sign(text, 'word', roman ? { roman } : {});
}

/** Signs are classed as TeX classes them, but brackets by what they are: \big makes ordinary signs of them. */
function plain(typed: string, family: Family): Sign {
  const text = canonical(typed);
  const [, side] = /^\\([lr])[vV]ert$/.exec(typed) ?? [];
  if (side) return sign(text, side === 'l' ? 'open' : 'close');
  if (openers.includes(text)) return sign(text, 'open');
  if (closers.includes(text)) return sign(text, 'close');
  if (/^[‖|]$/.test(text)) return sign(text, 'ord');
  if (/^\d$/.test(text)) return sign(text, 'number');
  return sign(text, text === '!' ? 'ord' : family);
}

/** Braces hold together, and keep a name from what follows; KaTeX makes groups of its own, which have no place. */
function ordinary(node: Node): Box[] {
  const body = row(node.body);
  return !node.loc ? body : [{ kind: 'group', open: '', close: '', body }];
}

function scripts(node: Node): Box {
  const base = row(node.base);
  const only: Box = base.length === 1 ? base[0]! : { kind: 'group', open: '', close: '', body: base };
  const found = { kind: 'scripts', base: only, sub: open(row(node.sub)), sup: primed(open(row(node.sup))) } as const;
  return only.kind === 'sign' && only.family === 'rel' && only.text !== '|' ? { ...only, beside: text([...found.sub, ...found.sup]) } : found; // prettier-ignore
}

/** Primes alone are one mark. */
const primed = (list: readonly Box[]): readonly Box[] =>
  list.length > 1 && list.every((box) => box.kind === 'sign' && box.text === "'") ? [sign("'".repeat(list.length), 'ord')] : list; // prettier-ignore

/** The braces of a script only say where it ends. */
const open = (list: readonly Box[]): readonly Box[] => {
  const [only] = list;
  return list.length === 1 && only?.kind === 'group' && only.open === '' ? open(only.body) : list;
}; // prettier-ignore

/** A letter in a font is another letter; roman letters are words. */
function font(node: Node): Box[] {
  const name = node.font === 'boldsymbol' ? 'mathbf' : (node.font as string);
  const body = row(node.body);
  if (letters.includes(node.font as string)) return [sign(`\\${name}{${text(body)}}`, 'ord')];
  const last = body.at(-1);
  if (last?.kind === 'scripts' && last.sup.length === 0) {
    const base = worded(text([...body.slice(0, -1), last.base]), true);
    return [{ ...last, base, sub: [worded(text(last.sub), true)] }];
  }
  const word = text(body);
  return word === 'd' ? [sign('d', 'ord', { upright: true })] : [worded(word, true)];
}

/** A relation with something above it, and what else has been given a class. */
function classed(node: Node): Box[] {
  const body = row(node.body);
  const [only] = body;
  if (node.mclass !== 'mrel') return body;
  if (only?.kind === 'sign' && only.family === 'rel') return body;
  const word = only?.kind === 'sign' ? only.text : '';
  return [sign(canonical(word), 'rel')];
}

/** The signs in a row, spelt. */
export const text = (list: readonly Box[]): string =>
  list
    .map((box): string => {
      if (box.kind === 'sign') return box.text;
      if (box.kind === 'group') return box.open + text(box.body) + box.close;
      if (box.kind === 'scripts') return text([box.base, ...box.sub, ...box.sup]);
      return box.kind === 'mark' ? `${box.name}{${text(box.body)}}` : '';
    })
    .join('');

/** Words as they are read, with one space between two. */
function spell(node: Node): string {
  const parts = (list: unknown): string =>
    ((list ?? []) as Node[])
      .map((part) => {
        if (!part) return '';
        if (part.type === 'spacing') return ' ';
        if (part.type === 'kern') return '';
        if (part.type === 'supsub') return parts([part.base, part.sub, part.sup]);
        if (part.type === 'op') return part.body ? parts(part.body) : (part.name as string);
        return part.text === undefined ? parts([part.body].flat()) : canonical(part.text as string);
      })
      .join('');
  return parts([node.body].flat()).trim().replace(/\s+/g, ' ');
}
