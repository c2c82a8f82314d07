/**
 * `\underbrace{\log p(x)}_{\text{evidence}}`: the value of what stands inside. Words beside the brace are a name for the
 * reader; a formula there is stated to be equal, and `\ge 0` is stated of what stands inside (see lib/check/claim.ts).
 */
import { relationSigns } from './relation.ts';
import type { Parser, Prefix } from '../tex/parser.ts';
import { power } from '../tex/parser.ts';
import type { Tree } from '../tex/tree.ts';
import type { Notation } from './notation.ts';

/** `_{\ge 0}` */
function readStatement(p: Parser): Tree | null {
  return p.attempt(() => {
    const open = p.accept('{');
    const sign = p.peek();
    if (!open || sign.kind === 'text' || !relationSigns.includes(sign.text)) return null;
    p.take();
    const right = p.free(() => p.expression(power.relation));
    p.close('}', open);
    return p.node('says', [p.node('relation', [], sign.text, sign.start), right], '', sign.start);
  });
}

const read = (which: 'under' | 'over'): Prefix => (p, token) => {
  const inside = p.group(token.text);
  const sign = which === 'under' ? '_' : '^';
  if (!p.accept(sign)) return p.node('brace', [inside], which, token.start);
  return p.node('brace', [inside, readStatement(p) ?? p.group(sign)], which, token.start);
}; // prettier-ignore

export const braces: Notation = {
  name: { en: 'braces with names', zh: '带名称的花括号' },
  meaning: {
    en: 'A brace above or below names a part, or states something about it that is checked as well. It does not change the value.',
    zh: '上花括号或下花括号给某一部分命名，或对它作出同样受检验的陈述，不改变其值。',
  },
  prefix: { '\\underbrace': read('under'), '\\overbrace': read('over') },
  ops: {
    brace: {
      binds: 100,
      print: (t, print) => {
        const [inside, label] = t.args;
        const sign = t.text === 'under' ? '_' : '^';
        return `\\${t.text}brace{${print(inside!)}}${label ? `${sign}{${print(label)}}` : ''}`;
      },
      compile: (t, scope) => scope.compile(t.args[0]!),
    },
    says: { binds: 100, print: (t, print) => `${print(t.args[0]!)} ${print(t.args[1]!, power.relation + 1)}` },
  },
  examples: [
    { tex: '\\underbrace{a + b}_{\\text{both}}', tree: '(brace "under" (add a b) (word "both"))' },
    { tex: '\\overbrace{a^2}^{\\ge 0}', tree: '(brace "over" (power a 2) (says (relation "\\\\ge") 0))' },
  ],
};
