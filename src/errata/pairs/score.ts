/** Slips about the gamma law, scores and the Fisher information. */
import type { Pair } from '../pair.ts';
import { book } from './texts.ts';

const r = String.raw;

export const score: readonly Pair[] = [
  {
    id: 'gamma-kl-digamma',
    slip: { en: 'the digamma function is taken one too far', zh: '双伽马函数的自变量多了一' },
    source: {
      kind: {
        en: 'psi(a + 1) for psi(a) in the divergence of two gamma laws',
        zh: '两个伽马分布的散度中，psi(a) 写成 psi(a + 1)',
      },
    },
    given: ['a_1, a_2, b_1, b_2 : positive'],
    wrong: r`D_{\mathrm{KL}}(\mathrm{Gam}(a_1, b_1) \| \mathrm{Gam}(a_2, b_2))
      = a_2 \ln \frac{b_1}{b_2} - \ln \frac{\Gamma(a_1)}{\Gamma(a_2)} + (a_1 - a_2) \psi(a_1 + 1) - (b_1 - b_2) \frac{a_1}{b_1}`,
    right: r`D_{\mathrm{KL}}(\mathrm{Gam}(a_1, b_1) \| \mathrm{Gam}(a_2, b_2))
      = a_2 \ln \frac{b_1}{b_2} - \ln \frac{\Gamma(a_1)}{\Gamma(a_2)} + (a_1 - a_2) \psi(a_1) - (b_1 - b_2) \frac{a_1}{b_1}`,
  },
  {
    id: 'gamma-xlogx-digamma',
    slip: { en: 'the digamma function is taken one too short', zh: '双伽马函数的自变量少了一' },
    source: {
      title: `${book}: Expected value of x times natural logarithm of x for a gamma distribution`,
      by: 'Joram Soch',
      told: {
        en: 'issue 293 of StatProofBook/StatProofBook.github.io, by tovrstra, 2025',
        zh: 'StatProofBook/StatProofBook.github.io 的议题 293，tovrstra，2025 年',
      },
    },
    given: ['a, b : positive'],
    wrong: r`\mathbb{E}_{x \sim \mathrm{Gam}(a, b)}[x \ln x] = \frac{a}{b} \left(\psi(a) - \ln b\right)`,
    right: r`\mathbb{E}_{x \sim \mathrm{Gam}(a, b)}[x \ln x] = \frac{a}{b} \left(\psi(a + 1) - \ln b\right)`,
  },
  {
    id: 'score-coefficient',
    slip: {
      en: 'the derivative is said to be by another coefficient than the one it was taken by',
      zh: '导数标注为对另一个系数所求，而非实际求导的那个',
    },
    source: {
      title: 'Machine learning course, Python assignments: exercise 3, regularized logistic regression',
      by: 'Gerges Dib, after Andrew Ng',
      told: {
        en: 'pull request 76 of dibgerge/ml-coursera-python-assignments, by agustinaliagac, 2021',
        zh: 'dibgerge/ml-coursera-python-assignments 的合并请求 76，agustinaliagac，2021 年',
      },
    },
    given: [r`\beta_0, \beta_1, x : real`, 'y : integer from 0 to 1'],
    wrong: r`\frac{\partial}{\partial \beta_0} \left[y (\beta_0 + \beta_1 x) - \log\left(1 + e^{\beta_0 + \beta_1 x}\right)\right]
      = \left(y - \frac{1}{1 + e^{-\beta_0 - \beta_1 x}}\right) x`,
    right: r`\frac{\partial}{\partial \beta_1} \left[y (\beta_0 + \beta_1 x) - \log\left(1 + e^{\beta_0 + \beta_1 x}\right)\right]
      = \left(y - \frac{1}{1 + e^{-\beta_0 - \beta_1 x}}\right) x`,
  },
  {
    id: 'fisher-inverted-root',
    slip: {
      en: 'the error of the estimator is divided by the root of the information, not multiplied by it',
      zh: '估计量的误差除以信息量的平方根，本应乘以它',
    },
    source: {
      title: 'fiveMinuteStats: Asymptotic normality of the MLE',
      by: 'Matthew Bonakdarpour and Matthew Stephens',
      told: {
        en: 'pull request 47 of stephens999/fiveMinuteStats, by sflippl, 2019',
        zh: 'stephens999/fiveMinuteStats 的合并请求 47，sflippl，2019 年',
      },
    },
    given: [
      'n : sample size',
      r`b(x \mid \alpha) : Bernoulli family`,
      r`X_1, \dots, X_n : sample from b(x \mid \alpha)`,
      r`\hat{\alpha} := \frac{1}{n} \sum_{i=1}^n X_i`,
      r`J := \frac{n}{\alpha (1 - \alpha)}`,
    ],
    wrong: r`\operatorname{Var}\left(\frac{1}{\sqrt{J}} (\hat{\alpha} - \alpha)\right) = 1`,
    right: r`\operatorname{Var}\left(\sqrt{J} (\hat{\alpha} - \alpha)\right) = 1`,
  },
];
