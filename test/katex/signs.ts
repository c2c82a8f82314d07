/** Signs that are written in several ways, in one. */
const same: Readonly<Record<string, string>> = {
  '\\leq': '\\le', '\\geq': '\\ge', '\\leqslant': '\\le', '\\geqslant': '\\ge', '≤': '\\le', '≥': '\\ge', '≠': '\\ne', '\\neq': '\\ne',
  '\\lt': '<', '\\gt': '>', '≔': ':=', '∉': '\\notin', '∈': '\\in', '\\mid': '|', '\\vert': '|', '\\lvert': '|', '\\rvert': '|', '∣': '|',
  '\\|': '‖', '\\Vert': '‖', '\\lVert': '‖', '\\rVert': '‖', '\\parallel': '‖', '∥': '‖', '\\ast': '*', '\\star': '*', '∗': '*',
  '\\prime': "'", '\\cdots': '\\dots', '\\ldots': '\\dots', '\\@cdots': '\\dots', '…': '\\dots', '⋯': '\\dots', '−': '-',
  '\\Longleftrightarrow': '\\iff', '\\Leftrightarrow': '\\iff', '⇔': '\\iff', '\\Longrightarrow': '\\implies',
  '\\Rightarrow': '\\implies', '⇒': '\\implies', '\\rightarrow': '\\to', '\\longrightarrow': '\\to', '→': '\\to',
  '\\lbrace': '\\{', '\\rbrace': '\\}', '\\lbrack': '[', '\\rbrack': ']', '<': '<', '⟨': '\\langle', '⟩': '\\rangle',
  '\\widehat': '\\hat', '\\widetilde': '\\tilde', '\\overline': '\\bar', '\\ln': '\\log', '×': '\\times', '·': '\\cdot', '∞': '\\infty',
  '≈': '\\approx', '∑': '\\sum', '∏': '\\prod', '∫': '\\int',
}; // prettier-ignore

export const canonical = (text: string): string => same[text] ?? text;

export const openers = ['(', '[', '\\{', '\\langle', '\\lfloor', '\\lceil'];
export const closers = [')', ']', '\\}', '\\rangle', '\\rfloor', '\\rceil'];
