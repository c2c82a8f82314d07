/** Slips about densities and distribution functions. */
import type { Pair } from '../pair.ts';
import { mml, mmlAuthors, murphy, murphy2 } from './texts.ts';

const r = String.raw;

export const densities: readonly Pair[] = [
  {
    id: 'beta-sum-of-gammas',
    slip: {
      en: 'the normalising constant of the beta law divides by a sum of gamma functions, not by their product',
      zh: '贝塔分布的归一化常数除以了伽马函数之和，而非之积',
    },
    source: {
      title: 'Bayesian Analysis with Python, third edition',
      by: 'Osvaldo Martin',
      told: { en: 'issue 42 of aloctavodia/BAP3, by xinhw, 2025', zh: 'aloctavodia/BAP3 的议题 42，xinhw，2025 年' },
    },
    given: [r`\alpha, \beta : positive`, r`\theta : probability`],
    wrong: r`\mathrm{Beta}(\theta; \alpha, \beta) = \frac{\Gamma(\alpha + \beta)}{\Gamma(\alpha) + \Gamma(\beta)} \theta^{\alpha - 1} (1 - \theta)^{\beta - 1}`,
    right: r`\mathrm{Beta}(\theta; \alpha, \beta) = \frac{\Gamma(\alpha + \beta)}{\Gamma(\alpha) \Gamma(\beta)} \theta^{\alpha - 1} (1 - \theta)^{\beta - 1}`,
  },
  {
    id: 'normal-without-pi',
    slip: { en: 'the normal density has no pi in its constant', zh: '正态密度的常数中缺了 pi' },
    source: {
      title: 'The documentation of the Fortran standard library',
      by: null,
      told: {
        en: 'pull request 889 of fortran-lang/stdlib, by moriglia, 2024',
        zh: 'fortran-lang/stdlib 的合并请求 889，moriglia，2024 年',
      },
    },
    given: [r`x, \mu : real`, r`\sigma : positive`],
    wrong: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sigma \sqrt{2}} e^{-\frac{1}{2} \left(\frac{x - \mu}{\sigma}\right)^2}`,
    right: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sigma \sqrt{2 \pi}} e^{-\frac{1}{2} \left(\frac{x - \mu}{\sigma}\right)^2}`,
  },
  {
    id: 'normal-without-minus',
    slip: { en: 'the exponent of the normal density has lost its minus', zh: '正态密度的指数丢了负号' },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 131 of mml-book/mml-book.github.io, by seshkumar, 2018',
        zh: 'mml-book/mml-book.github.io 的议题 131，seshkumar，2018 年',
      },
    },
    given: [r`x, \mu : real`, r`\sigma : positive`],
    wrong: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
    right: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
  },
  {
    id: 'standard-normal-other-letter',
    slip: { en: 'a density of z has x in its exponent, which nothing names', zh: 'z 的密度，指数里却是无人定义的 x' },
    source: {
      title: 'Understanding Deep Learning (draft)',
      by: 'Simon J. D. Prince',
      told: {
        en: 'issue 46 of udlbook/udlbook, by kevinmcguinness, 2023',
        zh: 'udlbook/udlbook 的议题 46，kevinmcguinness，2023 年',
      },
    },
    given: ['z : real'],
    wrong: r`\mathcal{N}(z; 0, 1) = \frac{1}{\sqrt{2 \pi}} \exp\left[\frac{x^2}{2}\right]`,
    right: r`\mathcal{N}(z; 0, 1) = \frac{1}{\sqrt{2 \pi}} \exp\left[-\frac{z^2}{2}\right]`,
    meaningless: /“x”/,
  },
  {
    id: 'exponential-tail-for-cdf',
    slip: {
      en: 'the tail of the exponential law stands for its distribution function',
      zh: '用指数分布的尾概率当作了分布函数',
    },
    source: {
      title: 'OMSCS Notes: Simulation',
      by: null,
      told: {
        en: 'issue 18 of m4ttsch/omscs-notes-notes, by matt-raporte, 2020',
        zh: 'm4ttsch/omscs-notes-notes 的议题 18，matt-raporte，2020 年',
      },
    },
    given: [r`\lambda, x : positive`, r`X : random variable with law \mathrm{Exp}(\lambda)`, r`F(x) := \Pr(X \le x)`],
    wrong: r`F(x) = e^{-\lambda x}`,
    right: r`F(x) = 1 - e^{-\lambda x}`,
  },
  {
    id: 'poisson-cdf-factorial',
    slip: {
      en: 'the distribution function of the Poisson law divides by the factorial of the rate',
      zh: '泊松分布函数除以了率的阶乘',
    },
    source: {
      title: 'The documentation of SciPy: scipy.special.pdtr',
      by: null,
      told: {
        en: 'pull request 15138 of scipy/scipy, by AndrewAnnex, 2021',
        zh: 'scipy/scipy 的合并请求 15138，AndrewAnnex，2021 年',
      },
    },
    given: ['k : nonnegative integer', 'm : positive', r`X : random variable with law \mathrm{Poiss}(m)`],
    wrong: r`\Pr(X \le k) = \sum_{j=0}^k e^{-m} \frac{m^j}{m!}`,
    right: r`\Pr(X \le k) = \sum_{j=0}^k e^{-m} \frac{m^j}{j!}`,
  },
  {
    id: 'bernoulli-mgf-sign',
    slip: {
      en: 'the moment generating function of the Bernoulli law has a minus',
      zh: '伯努利分布的矩母函数写成了减号',
    },
    source: {
      title: 'Data 140, textbook',
      by: null,
      told: {
        en: 'issue 6 of data-140-berkeley/textbook, by alexnakagawa, 2019',
        zh: 'data-140-berkeley/textbook 的议题 6，alexnakagawa，2019 年',
      },
    },
    given: ['p : probability', 't : real', r`X : random variable with law \mathrm{Bern}(p)`],
    wrong: r`\mathbb{E}[e^{t X}] = 1 - p (e^t - 1)`,
    right: r`\mathbb{E}[e^{t X}] = 1 + p (e^t - 1)`,
  },
  {
    id: 'exponent-in-brackets',
    slip: {
      en: 'round brackets stand where braces should hold the exponent together',
      zh: '用圆括号代替花括号，指数没有合在一起',
    },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 181 of mml-book/mml-book.github.io, by danielwo, 2018',
        zh: 'mml-book/mml-book.github.io 的议题 181，danielwo，2018 年',
      },
    },
    given: ['N : integer from 1 to 6', 'h : integer from 0 to 6', r`\mu : probability`],
    wrong: r`\mu^h (1 - \mu)^(N - h) = \mu^h (1 - \mu)^N (1 - \mu)^{-h}`,
    right: r`\mu^h (1 - \mu)^{(N - h)} = \mu^h (1 - \mu)^N (1 - \mu)^{-h}`,
    meaningless: /\^ takes one sign or braces/,
  },
  {
    id: 'odds-exponent',
    slip: { en: 'a likelihood written by the odds has the wrong exponent', zh: '用优势比写的似然，指数写错了' },
    source: {
      title: murphy2,
      by: murphy,
      told: {
        en: 'issue 104 of probml/pml2-book, by YuchiLiuS, 2022',
        zh: 'probml/pml2-book 的议题 104，YuchiLiuS，2022 年',
      },
    },
    given: [
      r`\phi : positive`,
      'n : integer from 1 to 6',
      'x : integer from 0 to 6',
      r`\theta := \frac{\phi}{\phi + 1}`,
    ],
    wrong: r`\theta^x (1 - \theta)^{n - x} = \phi^x (\phi + 1)^{-x}`,
    right: r`\theta^x (1 - \theta)^{n - x} = \phi^x (\phi + 1)^{-n}`,
  },
];
