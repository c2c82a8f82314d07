/** What changes the look only: boxes and colours carry no value (the lexer passes over them). What hides or strikes out is refused. */
import type { Prefix } from '../tex/parser.ts';
import type { Notation } from './notation.ts';

const refuse = (why: string, hint: string): Prefix => (p, token) => {
  throw p.error(`${token.text} ${why}`, token, hint);
}; // prettier-ignore

const struck = refuse('strikes out a term', 'write the next line without it, with the reason after &&');
const hidden = refuse('hides what it holds', 'remove it, or show it');

export const decoration: Notation = {
  name: { en: 'boxes and colours', zh: '方框与颜色' },
  meaning: {
    en: 'They change what is seen, and nothing that is meant.',
    zh: '只改变外观，不改变含义。',
  },
  prefix: {
    ...Object.fromEntries(['\\cancel', '\\bcancel', '\\xcancel', '\\cancelto', '\\sout'].map((name) => [name, struck])),
    ...Object.fromEntries(['\\phantom', '\\hphantom', '\\vphantom', '\\smash', '\\mathclap'].map((name) => [name, hidden])), // prettier-ignore
  },
  ops: {},
  examples: [
    { tex: '\\boxed{a = b}', tree: '(chain a (relation "=") b)' },
    { tex: 'a + \\textcolor{red}{b} \\color{#00f} - c', tree: '(subtract (add a b) c)' },
  ],
};
