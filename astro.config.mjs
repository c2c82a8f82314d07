import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMath from 'remark-math';
import contentSecurityPolicy from './src/plugins/csp.ts';
import remarkDemo from './src/plugins/remark-demo.ts';
import remarkCjkLines from './src/plugins/remark-cjk-lines.ts';
import remarkGenerated from './src/plugins/remark-generated.ts';
import rehypeFormulas, { trust } from './src/plugins/rehype-formulas.ts';
import remarkHolds from './src/plugins/remark-holds.ts';
import noHas from './src/plugins/vite-no-has.ts';
import woff2Only from './src/plugins/vite-woff2-only.ts';
import { sidebar } from './src/book.ts';

// A test builds pages of its own, and must not share the cache of the site.
const content = process.env.HOLDS_CONTENT ?? './content';
const cache = process.env.HOLDS_CACHE;

export default defineConfig({
  ...(cache ? { cacheDir: join(cache, 'astro'), outDir: join(cache, 'dist') } : {}),
  redirects: { '/': '/en/' },
  markdown: {
    processor: unified({
      remarkPlugins: [remarkMath, remarkCjkFriendly, remarkCjkLines, remarkHolds, remarkGenerated, remarkDemo],
      rehypePlugins: [[rehypeKatex, { strict: 'error', trust, output: 'htmlAndMathml' }], rehypeFormulas],
    }),
  },
  build: { inlineStylesheets: 'never' },
  vite: {
    ...(cache ? { cacheDir: join(cache, 'vite') } : {}),
    plugins: [woff2Only(), noHas()],
    build: { assetsInlineLimit: 0 },
    // Workers share their code with the page.
    worker: { format: 'es' },
  },
  integrations: [
    starlight({
      title: { en: 'It Holds', zh: 'It Holds' },
      description: 'Mathematics about likelihood, divergence and evidence in which every equation is checked.',
      defaultLocale: 'en',
      locales: { en: { label: 'English', lang: 'en' }, zh: { label: '简体中文', lang: 'zh-CN' } },
      sidebar: sidebar(join(content, 'en')),
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      customCss: [
        'katex/dist/katex.min.css',
        './src/styles/fonts.css',
        './src/styles/palette.css',
        './src/styles/page.css',
        './src/styles/around.css',
        './src/styles/given.css',
        './src/styles/end.css',
        './src/styles/equation.css',
        './src/styles/generated.css',
        './src/styles/landing.css',
      ],
      components: { Head: './src/components/Head.astro', PageTitle: './src/components/PageTitle.astro' },
      markdown: { processedDirs: [content] },
      // a box that scrolls would have to be reached by the keyboard
      expressiveCode: { defaultProps: { wrap: true } },
      credits: false,
      // its place is taken by src/pages/404.astro
      disable404Route: true,
    }),
    contentSecurityPolicy(),
  ],
});
