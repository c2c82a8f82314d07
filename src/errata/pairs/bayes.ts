/** Slips about Bayes’ theorem, posteriors and evidence. */
import type { Pair } from '../pair.ts';
import { mml, mmlAuthors, murphy, murphy2 } from './texts.ts';

const r = String.raw;

export const bayes: readonly Pair[] = [
  {
    id: 'bayes-denominator',
    slip: { en: 'Bayes’ theorem divides by the prior', zh: '贝叶斯定理除以了先验' },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 70 of mml-book/mml-book.github.io, by 1o0ko, 2018',
        zh: 'mml-book/mml-book.github.io 的议题 70，1o0ko，2018 年',
      },
    },
    given: ['p(x, y) : joint pmf', 'x : outcome of p(x)', 'y : outcome of p(y)'],
    wrong: r`p(y \mid x) = \frac{p(x \mid y) p(y)}{p(y)}`,
    right: r`p(y \mid x) = \frac{p(x \mid y) p(y)}{p(x)}`,
  },
  {
    id: 'bayes-turned',
    slip: { en: 'the two probabilities of Bayes’ theorem have changed places', zh: '贝叶斯定理中的两个概率互换了位置' },
    source: {
      title: 'Data Science Cheatsheet',
      by: null,
      told: {
        en: 'issue 1 of ml874/Data-Science-Cheatsheet, by davidheryanto, 2018',
        zh: 'ml874/Data-Science-Cheatsheet 的议题 1，davidheryanto，2018 年',
      },
    },
    given: ['p(a, b) : joint pmf', 'a : outcome of p(a)', 'b : outcome of p(b)'],
    wrong: r`p(a \mid b) = \frac{p(b \mid a) p(b)}{p(a)}`,
    right: r`p(a \mid b) = \frac{p(b \mid a) p(a)}{p(b)}`,
  },
  {
    id: 'evidence-of-joint',
    slip: { en: 'the evidence multiplies the joint law by the prior once more', zh: '证据里把联合分布又乘了一次先验' },
    source: {
      title: murphy2,
      by: murphy,
      told: {
        en: 'issue 141 of probml/pml2-book, by jperlin, 2022',
        zh: 'probml/pml2-book 的议题 141，jperlin，2022 年',
      },
    },
    given: [r`p(d, \theta) : joint pmf`, 'd : outcome of p(d)', r`\theta : outcome of p(\theta)`],
    wrong: r`p(\theta \mid d) = \frac{p(d \mid \theta) p(\theta)}{\sum_{\theta'} p(d, \theta') p(\theta')}`,
    right: r`p(\theta \mid d) = \frac{p(d \mid \theta) p(\theta)}{\sum_{\theta'} p(d \mid \theta') p(\theta')}`,
  },
  {
    id: 'evidence-of-posterior',
    slip: {
      en: 'the marginal likelihood averages the posterior in place of the likelihood',
      zh: '边缘似然平均的是后验，而非似然',
    },
    source: {
      title: 'Business Data Science',
      by: 'Matt Taddy',
      told: { en: 'issue 8 of TaddyLab/BDS, by keblu, 2019', zh: 'TaddyLab/BDS 的议题 8，keblu，2019 年' },
    },
    given: [r`p(x, \theta) : joint pmf`, 'x : outcome of p(x)', r`\theta : outcome of p(\theta)`],
    wrong: r`p(x) = \sum_\theta p(\theta \mid x) p(\theta)`,
    right: r`p(x) = \sum_\theta p(x \mid \theta) p(\theta)`,
  },
  {
    id: 'conditional-numerator',
    slip: {
      en: 'a conditional law of two variables has a marginal of other variables above',
      zh: '两个变量的条件分布，分子却是另外变量的边缘分布',
    },
    source: {
      title: murphy2,
      by: murphy,
      told: {
        en: 'issue 490 of probml/pml2-book, by jehoonchae, 2025',
        zh: 'probml/pml2-book 的议题 490，jehoonchae，2025 年',
      },
    },
    given: ['p(x, y, z) : joint pmf', 'x : outcome of p(x)', 'y : outcome of p(y)', 'z : outcome of p(z)'],
    wrong: r`p(x, z \mid y) = \frac{p(x, y)}{p(y)}`,
    right: r`p(x, z \mid y) = \frac{p(x, y, z)}{p(y)}`,
  },
  {
    id: 'posterior-not-normalised',
    slip: { en: 'the posterior is equated with likelihood times prior', zh: '把后验等同于似然乘先验' },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 766 of mml-book/mml-book.github.io, by ckwastra, 2024',
        zh: 'mml-book/mml-book.github.io 的议题 766，ckwastra，2024 年',
      },
    },
    given: [
      r`\alpha, \beta : positive`,
      r`\theta : probability`,
      'x : integer from 0 to 1',
      r`p(\theta \mid x, \alpha, \beta) := \mathrm{Beta}(\theta; \alpha + x, \beta + 1 - x)`,
      r`p(x \mid \theta) := \theta^x (1 - \theta)^{1 - x}`,
      r`p(\theta \mid \alpha, \beta) := \mathrm{Beta}(\theta; \alpha, \beta)`,
    ],
    wrong: r`p(\theta \mid x, \alpha, \beta) = p(x \mid \theta) p(\theta \mid \alpha, \beta)`,
    right: r`p(\theta \mid x, \alpha, \beta) \propto_\theta p(x \mid \theta) p(\theta \mid \alpha, \beta)`,
  },
  {
    id: 'posterior-constant-kept',
    slip: { en: 'a constant that cancels is kept before the posterior', zh: '后验前面留下了本已约去的常数' },
    source: {
      title: 'Ebisu',
      by: 'Ahmed Fasih',
      told: {
        en: 'issue 39 of fasiha/ebisu, by MarcelloNastri, 2020',
        zh: 'fasiha/ebisu 的议题 39，MarcelloNastri，2020 年',
      },
    },
    given: [
      'n : integer from 1 to 5',
      'p : probability',
      r`k : outcome of \mathrm{Bin}(n, p)`,
      r`\alpha, \beta : positive`,
      r`f(p \mid k, n) := \mathrm{Beta}(p; \alpha + k, \beta + n - k)`,
    ],
    wrong: r`f(p \mid k, n) = \frac{1}{\mathrm{B}(\alpha, \beta)} \frac{p^{\alpha - 1} (1 - p)^{\beta - 1} p^k (1 - p)^{n - k}}{\int_0^1 p^{\alpha - 1} (1 - p)^{\beta - 1} p^k (1 - p)^{n - k} \, dp}`,
    right: r`f(p \mid k, n) = \frac{p^{\alpha - 1} (1 - p)^{\beta - 1} p^k (1 - p)^{n - k}}{\int_0^1 p^{\alpha - 1} (1 - p)^{\beta - 1} p^k (1 - p)^{n - k} \, dp}`,
  },
  {
    id: 'elbo-log-of-q',
    slip: { en: 'the lower bound subtracts q, not its logarithm', zh: '下界减去的是 q，而不是它的对数' },
    source: {
      title: murphy2,
      by: murphy,
      told: {
        en: 'issue 23 of probml/pml2-book, by alanjeffares, 2022',
        zh: 'probml/pml2-book 的议题 23，alanjeffares，2022 年',
      },
    },
    given: [
      'p(x, z) : joint pmf',
      'x : outcome of p(x)',
      'q(z) : positive pmf',
      r`L := \log p(x) - D_{KL}(q(z) \| p(z \mid x))`,
    ],
    wrong: r`L = \mathbb{E}_{q(z)}[\log p(x, z) - q(z)]`,
    right: r`L = \mathbb{E}_{q(z)}[\log p(x, z) - \log q(z)]`,
  },
];
