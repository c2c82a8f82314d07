/** The signs that the lexer knows, by what becomes of them. */

/** What is drawn as a space, or changes sizes and styles only. */
export const silent = new Set(
  '\\, \\; \\! \\: \\> \\quad \\qquad \\enspace \\thinspace \\displaystyle \\textstyle \\limits \\nolimits \\big \\Big \\bigg \\Bigg \\bigl \\bigr \\Bigl \\Bigr \\biggl \\biggr \\Biggl \\Biggr \\bigm \\Bigm \\notag \\nonumber \\strut \\null \\allowbreak'.split(
    ' ',
  ),
).add('\\ ');

/** Spaces among them. */
export const gaps = new Set('\\, \\; \\! \\: \\> \\quad \\qquad \\enspace \\thinspace'.split(' ')).add('\\ ');

/** Several spellings, one sign. */
export const alias: Record<string, string> = {
  '\\leq': '\\le', '\\leqslant': '\\le', '\\geq': '\\ge', '\\geqslant': '\\ge', '\\neq': '\\ne', '\\coloneqq': ':=',
  '\\lt': '<', '\\gt': '>', '\\rightarrow': '\\to', '\\longrightarrow': '\\to', '\\Rightarrow': '\\implies',
  '\\Longrightarrow': '\\implies', '\\Leftrightarrow': '\\iff', '\\Longleftrightarrow': '\\iff',
  '\\|': '‖', '\\Vert': '‖', '\\parallel': '‖', '∥': '‖', '‖': '‖',
  '\\mid': '|', '\\vert': '|', '\\lvert': '\\lvert', '\\rvert': '\\rvert',
  '\\cdots': '\\dots', '\\ldots': '\\dots', '…': '\\dots', '⋯': '\\dots',
  '\\ast': '*', '\\star': '*', '\\prime': "'", '\\lbrace': '\\{', '\\rbrace': '\\}', '\\lbrack': '[', '\\rbrack': ']',
  '\\dfrac': '\\frac', '\\tfrac': '\\frac', '\\dbinom': '\\binom', '\\widehat': '\\hat', '\\widetilde': '\\tilde',
  '\\overline': '\\bar', '\\bm': '\\mathbf', '\\boldsymbol': '\\mathbf', '\\stackrel': '\\overset',
  '≤': '\\le', '≥': '\\ge', '≠': '\\ne', '≈': '\\approx', '−': '-', '∞': '\\infty', '⇔': '\\iff', '⇒': '\\implies',
  '\\subset': '\\subseteq', '⊆': '\\subseteq', '⊂': '\\subseteq', '∪': '\\cup', '∩': '\\cap', '∅': '\\emptyset', '\\varnothing': '\\emptyset',
  '\\backslash': '\\setminus', '\\lor': '\\vee', '\\land': '\\wedge', '\\lnot': '\\neg', '\\bigtriangleup': '\\triangle', '\\ominus': '\\triangle',
  '∑': '\\sum', '∫': '\\int', '∏': '\\prod', '·': '\\cdot', '×': '\\times', '∈': '\\in', '→': '\\to',
}; // prettier-ignore

export const romanFonts = new Set(['\\mathrm', '\\operatorname', '\\mathsf', '\\mathit', '\\mathtt', '\\rm']);
export const textFonts = new Set(['\\text', '\\textrm', '\\textbf', '\\textit', '\\textsf', '\\textnormal', '\\mbox']);
/** Above a matrix or vector: its transpose, where T is no name. */
export const transposes: readonly string[] = ['T', '\\top', '\\intercal'];
/** What may have its limits above and below. */
export const operator = /^\\((sum|prod|int|lim|max|min|sup|inf|argmax|argmin)|(mathop|operatorname\*)\s*\{.*\})$/s;
/** What may stand after \left, \right and \big. */
export const delimiter =
  /^([()[\]|/<>.]|\\([{}|]|([lr]?[vV]ert|[lr](brace|brack|angle|floor|ceil|paren))(?![A-Za-z])))/;
/** What \underset may write under: operators, and letters in a font of operators. */
export const underset =
  /^\s*([A-Za-z]+|\\(arg|argmax|argmin|max|min|sup|inf|lim|sum|prod|int|mathop|operatorname\*?|mathrm|mathbb|mathbf|text)(?![A-Za-z]).*)\s*$/s;
/** What is drawn with the sign or the braces that follow. */
export const takesArgument =
  /^([_^]|\\(frac|binom|sqrt|hat|bar|tilde|vec|dot|math[a-z]+|overset|xrightarrow|underbrace|overbrace))$/;
/** \left< is an angle; a slash has no partner. */
export const angles: Record<string, string> = { '<': '\\langle', '>': '\\rangle' };
/** Greek letters that people type as bare letters; short ones may be products. */
export const bareGreek =
  /^(alpha|beta|gamma|delta|epsilon|zeta|theta|iota|kappa|lambda|sigma|upsilon|omega)(?![A-Za-z])/;
/** Operators that people type as bare letters. */
export const plainWords = /^(arg(?:max|min)|log|exp|max|min)/;
