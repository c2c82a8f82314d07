import type { Span } from './tree.ts';

/** LaTeX that is refused: what was found where, what was expected, and what to do. */
export class TexError extends Error {
  readonly span: Span;
  readonly hint: string | null;
  constructor(message: string, span: Span, hint: string | null = null) {
    super(message);
    this.name = 'TexError';
    this.span = span;
    this.hint = hint;
  }
}

/** The line of `source` that holds `span`, with carets under it. */
export function underline(source: string, span: Span): string {
  const lineStart = source.lastIndexOf('\n', Math.max(0, span.start - 1)) + 1;
  const newline = source.indexOf('\n', span.start);
  const lineEnd = newline < 0 ? source.length : newline;
  const width = Math.max(1, Math.min(span.end, lineEnd) - span.start);
  return `${source.slice(lineStart, lineEnd)}\n${' '.repeat(span.start - lineStart)}${'^'.repeat(width)}`;
}
