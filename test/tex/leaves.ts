/**
 * What the reader of a page sees of a formula, by KaTeX's own parse: every letter, digit, relation and operator in
 * the order of the source. Left out is what carries no value (spacing, fonts, brackets, commas and full stops);
 * signs that are written in several ways are written in one, and words are spelt letter by letter.
 */
import katex from 'katex';

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

const parse = (katex as unknown as { __parse: (tex: string, options: object) => Node[] }).__parse;

/** References and labels are drawn by the site, not by KaTeX. */
const macros = {
  '\\eqref': '\\@firstoftwo{}',
  '\\ref': '\\@firstoftwo{}',
  '\\label': '\\@firstoftwo{}',
  '\\lean': '\\@firstoftwo{}',
};

export const render = (tex: string): string =>
  katex.renderToString(tex, { displayMode: true, throwOnError: true, strict: 'error', macros: { ...macros } });

export const renders = (tex: string): string | null => {
  try {
    // a mis-encoded or unusual letter is a warning of KaTeX's strict mode, and no business of ours
    katex.renderToString(tex, { displayMode: true, throwOnError: true, strict: 'ignore', macros: { ...macros } });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

const same: Readonly<Record<string, string>> = {
  '\\leq': '\\le', '\\geq': '\\ge', '≤': '\\le', '≥': '\\ge', '\\mid': '|', '\\vert': '|', '∣': '|', '\\lvert': '|',
  '\\rvert': '|', '\\ast': '*', '\\star': '*', '\\prime': "'", '\\cdots': '\\dots', '\\ldots': '\\dots',
  '\\dotsc': '\\dots', '\\dotsb': '\\dots', '\\@cdots': '\\dots', '…': '\\dots', '−': '-', '\\leqslant': '\\le',
  '\\lt': '<', '\\gt': '>', '\\Longleftrightarrow': '\\iff', '\\Leftrightarrow': '\\iff', '\\rightarrow': '\\to',
  '\\Longrightarrow': '\\implies', '\\Rightarrow': '\\implies', '\\geqslant': '\\ge',
}; // prettier-ignore
const bars = ['\\|', '\\Vert', '\\parallel', '∥', '‖', '\\lVert', '\\rVert'];
const silent = ['(', ')', '[', ']', '\\{', '\\}', '\\lbrace', '\\rbrace', '\\lbrack', '\\rbrack', ',', '<', '>', '{', '}', '']; // prettier-ignore
const quiet = ['spacing', 'kern', 'size', 'cr', 'internal', 'delimsizing', 'rule'];

export function leaves(tex: string): string[] {
  const found: string[] = [];
  const say = (text: string): void => {
    const one = same[text] ?? text;
    if (bars.includes(one)) found.push('|', '|');
    else if (!(silent.includes(one) && one !== '<' && one !== '>')) found.push(one);
  };
  const spell = (text: string): void => text.replace(/^\\/, '').replace(/\s/g, '').split('').forEach(say);
  const fence = (text: string): void => {
    if (!silent.includes(text)) say(text);
  };
  const all = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(all);
    else if (part) visit(part as Node);
  };
  const visit = (node: Node): void => {
    const parts = (...names: string[]) => names.forEach((name) => all(node[name]));
    switch (node.type) {
      case 'mathord':
      case 'textord':
      case 'atom':
        return say(node.text as string);
      case 'text': {
        const words = textOf(node);
        if (words === 'if and only if') return say('\\iff');
        return spell(words);
      }
      case 'op':
        if (node.body) return parts('body');
        return node.symbol ? say(node.name as string) : spell(node.name as string);
      case 'leftright':
        fence(node.left as string);
        parts('body');
        return fence(node.right as string);
      case 'middle':
        return fence(node.delim as string);
      case 'delimsizing':
        return fence(node.delim as string);
      case 'supsub':
        return parts('base', 'sub', 'sup');
      case 'genfrac':
        return parts('numer', 'denom');
      case 'sqrt':
        say('\\sqrt');
        return parts('index', 'body');
      case 'accent':
        say(node.label as string);
        return parts('base');
      case 'xArrow':
        say(node.label as string);
        return parts('body', 'below');
      case 'horizBrace':
        say(node.label as string);
        return parts('base');
      case 'htmlmathml':
        return parts('html');
      case 'tag':
      case 'array':
      case 'ordgroup':
      case 'enclose':
      case 'styling':
      case 'color':
      case 'font':
      case 'mclass':
      case 'operatorname':
      case 'sizing':
      case 'lap':
        return parts('body');
      case 'overline':
        say('\\bar');
        return parts('body');
      default:
        if (!quiet.includes(node.type)) throw new Error(`KaTeX made a ${node.type}, which the oracle does not know`);
    }
  };
  all(parse(tex, { displayMode: true, strict: 'ignore', macros: { ...macros } }));
  // full stops say nothing, unless three of them are dots
  const dotted = found.map((leaf, i) =>
    leaf === '.' && found[i + 1] === '.' && found[i + 2] === '.' ? '\\dots' : leaf,
  );
  return dotted.filter((leaf) => leaf !== '.');
}

function textOf(node: Node): string {
  const body = (node.body ?? []) as Node[];
  const text = body.map((part) => (part.body ? textOf(part) : part.type === 'spacing' ? ' ' : String(part.text ?? '')));
  return text.join('').trim();
}
