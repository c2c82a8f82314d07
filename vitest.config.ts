import { defineConfig } from 'vitest/config';

/**
 * `unit` needs only the sources; `browser` looks at the built site and runs after the build; `bench` measures (`npm run
 * bench`). Node itself loads what `bench` measures, as in the command `holds`: the runner's own way of linking modules
 * would be in every number.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          benchmark: { include: [] },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          benchmark: { include: [] },
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // the browser is a process of its own: on two cores the default is one file at a time
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'bench',
          include: [],
          benchmark: { include: ['bench/**/*.bench.ts'] },
          server: { deps: { external: [/\/(lib|bench|test)\//] } },
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
