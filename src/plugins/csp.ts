/**
 * The content security policy, written into each built page: only our own files, and of inline scripts exactly
 * those that the page has. Astro's own `security.csp` does not know Starlight's inline scripts, so their hashes
 * are computed from the build here.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const hashes = (html: string, tag: string): string[] => {
  const inline = html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g'));
  const sums = [...inline].map(([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`);
  return [...new Set(sums)].sort();
};

export function policy(html: string): string {
  return [
    "default-src 'self'",
    // Pagefind, the search, is WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...hashes(html, 'script')].join(' '),
    ["style-src 'self'", ...hashes(html, 'style')].join(' '),
    // KaTeX places its boxes with style attributes.
    "style-src-attr 'unsafe-inline'",
    // Starlight's style sheets hold their icons.
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

export default function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'holds:csp',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!name.endsWith('.html')) continue;
          const html = readFileSync(join(root, name), 'utf8');
          const meta = `<meta http-equiv="content-security-policy" content="${policy(html)}">`;
          writeFileSync(
            join(root, name),
            html.replace(/<head[^>]*>(?:\s*<meta charset[^>]*>)?/, (head) => head + meta),
          );
        }
      },
    },
  };
}
