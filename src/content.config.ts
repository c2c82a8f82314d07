import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

// Only .mdx: Astro renders .md pages into a cache, where a change of the checker would not be noticed.
const docs = defineCollection({
  loader: glob({ base: process.env.HOLDS_CONTENT ?? './content', pattern: '**/[^_]*.mdx' }),
  schema: docsSchema(),
});

export const collections = { docs };
