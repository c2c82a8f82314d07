/**
 * The number of a chapter on the root of its pages, for what styles count. They could find it by `:root:has(.chapter)`, but
 * then whatever is put into a page is a reason to find the style of all of it again.
 */
import { defineMiddleware } from 'astro:middleware';
import { chapterOf } from './book.ts';

export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const response = await next();
  // a redirect has no page
  const id = (locals as Partial<App.Locals>).starlightRoute?.entry.id;
  const chapter = id === undefined ? null : chapterOf(id.replace(/^[^/]*\//, ''));
  if (chapter === null || !response.headers.get('content-type')?.includes('text/html')) return response;
  const html = (await response.text()).replace('<html ', `<html data-chapter="${chapter}" `);
  return new Response(html, response);
});
