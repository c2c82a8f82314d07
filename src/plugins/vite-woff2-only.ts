/** KaTeX's style sheet names each font three times; every browser that runs this site takes the first, woff2. */
export default function woff2Only() {
  return {
    name: 'holds:woff2-only',
    enforce: 'pre' as const,
    transform(code: string, id: string): string | null {
      if (!/katex[\\/]dist[\\/]katex(\.min)?\.css/.test(id)) return null;
      return code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'][^"']*["']\)/g, '');
    },
  };
}
