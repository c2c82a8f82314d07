/** What to write instead of a line of givens that is not understood. */
import { sorts } from '../meaning/sort/index.ts';

const SHOWN = 5;
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];

/** The lines that share most words with what was written. */
function near(written: string): readonly string[] {
  const words = new Set(wordsOf(written));
  const scored = sorts.flatMap(({ name, examples }) =>
    examples.map((example) => {
      const own = new Set([...wordsOf(name), ...wordsOf(example.replace(/^.*? : /, ''))]);
      return { example, score: [...own].filter((word) => words.has(word)).length / Math.sqrt(own.size || 1) };
    }),
  );
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return best.slice(0, SHOWN).map(({ example }) => `“${example}”`);
}

/** null where the message says it all. */
export function hintOf(message: string): string | null {
  if (message.includes('is neither “names : sort” nor')) return 'such as “\\theta : real” or “g(x) := x^2”';
  const [, written] = /^unknown sort “(.*)”$/.exec(message) ?? [];
  if (written === undefined) return null;
  if (/quantile|distribution function|generating|density of|cdf/.test(written))
    return 'F_X(x), f_X(x), Q_X(p), M_X(t), G_X(z) and K_X(t) need no given where X is a random variable with a law';
  const like = near(written);
  const known = `known sorts: ${sorts.map((s) => s.name).join(', ')}`;
  return like.length ? `write it as in ${like.join(', ')}; ${known}` : known;
}
