/** Our trees in the notation of the prototype whose trees were looked through by eye. */
import type { Tree } from '../../lib/tex/tree.ts';

const signs: Readonly<Record<string, string>> = {
  '\\ge': '>=', '\\le': '<=', '\\ne': '!=', '\\approx': '~~', '\\sim': '~', '\\in': 'in', '\\to': '->',
}; // prettier-ignore
const fonts: Readonly<Record<string, string>> = { mathcal: 'cal', mathbf: 'bf', mathbb: 'bb' };
const binary: Readonly<Record<string, string>> = { add: '+', subtract: '-', multiply: '*', divide: '/', power: '^' };
const over: Readonly<Record<string, string>> = { sum: 'sum', product: 'prod', argmax: 'argmax', argmin: 'argmin' };

export function prototype(t: Tree): string {
  const parts = () => t.args.map(prototype);
  const [a, b] = t.args;
  if (binary[t.op]) return `(${binary[t.op]} ${parts().join(' ')})`;
  if (over[t.op]) return `(${over[t.op]}{${prototype(a!)}} ${prototype(b!)})`;
  switch (t.op) {
    case 'symbol':
      return name(t.text);
    case 'number':
    case 'word':
      return t.text;
    case 'dots':
      return '…';
    case 'index':
      return t.text ? `${prototype(a!)}^(${prototype(b!)})` : `${prototype(a!)}[${prototype(b!)}]`;
    case 'relation':
      return t.text === '\\xrightarrow' ? `->^${prototype(a!)}` : (signs[t.text] ?? t.text);
    case 'chain':
      return `[${parts().join(' ')}]`;
    case 'list':
      return `LIST ${parts().join(' ,, ')}`;
    case 'set':
      return `{${parts().join(' ')}}`;
    case 'collection':
      return `{${prototype(b!)} from ${prototype(a!.args[0]!)}=${prototype(a!.args[1]!)} to ${prototype(a!.args[2]!)}}`;
    case 'range':
    case 'domain':
      return b ? `${prototype(a!)} from ${prototype(b)} to ${prototype(t.args[2]!)}` : prototype(a!);
    case 'over':
      return prototype(a!);
    case 'integral':
      return `(int{${prototype(a!)}} ${prototype(b!)})`;
    case 'limit':
      return `(lim{${prototype(a!.args[0]!)} from ${prototype(a!.args[2]!)}} ${prototype(b!)})`;
    case 'negate':
      return `(neg ${prototype(a!)})`;
    case 'absolute':
      return `(abs ${prototype(a!)})`;
    case 'apply':
      return `(${t.text.slice(1)} ${parts().join(' ')})`;
    case 'iff':
      return `(iff ${prototype(a!)} ${prototype(t.args[2]!)})`;
    case 'expectation':
      return `(E{${binder(a!)}} ${prototype(b!)})`;
    case 'derivative':
      return `(d${a!.args.length > 1 ? a!.args.length : ''}{${prototype(a!.args[0]!)}} ${prototype(b!)})`;
    case 'norm':
      return `(norm ${prototype(a!)}${b ? ` base ${prototype(b)}` : ''})`;
    case 'gradient':
      return `(grad{${a!.args.map(prototype).join(' ')}} ${prototype(b!)})`;
    case 'at':
      return `(at ${prototype(b!)} ${prototype(a!)})`;
    case 'brace':
      return b ? `(alias ${prototype(b)} ${prototype(a!)})` : prototype(a!);
    case 'cases':
      return `(cases ${t.args.map((arg, i) => (i % 2 ? ` ? ${prototype(arg)}` : `${i ? ' ; ' : ''}${prototype(arg)}`)).join('')})`;
    case 'reason':
      return t.text;
    case 'when':
      return parts().join(' and ');
    case 'placeholder':
      return '·';
    case 'call':
      return call(t);
    default:
      throw new Error(`the prototype has no ${t.op}`);
  }
}

function binder(t: Tree): string {
  if (t.op === 'list') return '';
  return t.op === 'chain' ? prototype(t).slice(1, -1) : ` ~ ${prototype(t)}`;
}

function call(t: Tree): string {
  const [head, ...groups] = t.args as [Tree, ...Tree[]];
  const args = groups.map((group, i) => {
    const bar = i ? ` ${t.text[i - 1]} ` : '';
    return bar + group.args.map(prototype).join(' ');
  });
  if (/mathbf\{1\}|mathbb\{1\}/.test(head.text)) return `(ind ${args.join('')})`;
  const event = groups[0]!.args[0]!.op === 'chain';
  if (event) return head.text === '\\Pr' ? `(Pr ${args.join('')})` : `(Pr{${prototype(head)}} ${args.join('')})`;
  return `${prototype(head)}(${args.join('')})`;
}

function name(text: string): string {
  return text
    .replace(/^\\([a-z]+)\{(.*?)\}/, (_, over: string, base: string) => `${fonts[over] ?? over}:${name(base)}`)
    .replace(/_\{(?:\\text\{)?(.*?)\}+/, '_$1')
    .replace('^', '')
    .replace(/^\\(?:var)?/, '');
}
