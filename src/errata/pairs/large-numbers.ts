/** Slips about averages of many draws. */
import type { Pair } from '../pair.ts';
import { book } from './texts.ts';

const r = String.raw;

const sample = ['n : sample size', 'X : random variable', r`X_1, \dots, X_n : independent copies of X`];
const mean = [r`\mu := \mathbb{E}[X]`, r`\sigma := \sqrt{\operatorname{Var}(X)}`, r`\epsilon, k : positive`];
const average = r`\bar{X} := \frac{1}{n} \sum_{i=1}^n X_i`;

export const largeNumbers: readonly Pair[] = [
  {
    id: 'weak-law-square',
    slip: {
      en: 'the bound of the weak law has the first power of epsilon',
      zh: '弱大数定律的界中，epsilon 只取了一次方',
    },
    source: {
      title: `${book}: Weak law of large numbers`,
      by: 'Joram Soch',
      told: { en: 'the history of the book, 2025', zh: '该书的修订历史，2025 年' },
    },
    given: [...sample, ...mean, average],
    wrong: r`\Pr\left(\left|\bar{X} - \mu\right| \ge \epsilon\right) \le \frac{\sigma^2}{n \epsilon}`,
    right: r`\Pr\left(\left|\bar{X} - \mu\right| \ge \epsilon\right) \le \frac{\sigma^2}{n \epsilon^2}`,
  },
  {
    id: 'consistency-variance',
    slip: {
      en: 'in a proof of consistency, the bound lacks the square of epsilon and the size of the sample',
      zh: '相合性的证明中，界里缺了 epsilon 的平方和样本量',
    },
    source: {
      title: 'Foundations and Applications of Statistics, second edition: Lemma 4.3.9',
      by: 'Randall Pruim',
      told: { en: 'issue 18 of rpruim/fastR2, by mapcabral, 2026', zh: 'rpruim/fastR2 的议题 18，mapcabral，2026 年' },
    },
    given: [...sample, ...mean, average],
    wrong: r`\Pr\left(\left|\bar{X} - \mu\right| < \epsilon\right) \ge 1 - \frac{\sigma^2}{n \epsilon}`,
    right: r`\Pr\left(\left|\bar{X} - \mu\right| < \epsilon\right) \ge 1 - \frac{\operatorname{Var}(\bar{X})}{\epsilon^2}`,
  },
];
