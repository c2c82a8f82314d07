/** Slips about means, variances and covariances. */
import type { Pair } from '../pair.ts';
import { mml, mmlAuthors, murphy, murphy1 } from './texts.ts';

const r = String.raw;

const pymcExponential = {
  title: 'The documentation of PyMC: Exponential',
  by: null,
  told: {
    en: 'issue 45 of pymc-devs/pymc, by rabbitmcrabbit, 2011',
    zh: 'pymc-devs/pymc 的议题 45，rabbitmcrabbit，2011 年',
  },
};

export const moments: readonly Pair[] = [
  {
    id: 'two-point-variance',
    slip: {
      en: 'the variance of a law on -1 and 1 is taken to be the square of 1 minus the mean',
      zh: '把 -1 与 1 上分布的方差写成了 1 减均值的平方',
    },
    source: {
      title: 'PRML Solution Manual',
      by: 'Zhengqi Gao',
      told: {
        en: 'issue 3 of zhengqigao/PRML-Solution-Manual, by OMantere, 2019',
        zh: 'zhengqigao/PRML-Solution-Manual 的议题 3，OMantere，2019 年',
      },
    },
    given: [
      r`\mu : real in (-1, 1)`,
      r`p(x \mid \mu) := \left(\frac{1 - \mu}{2}\right)^{(1 - x)/2} \left(\frac{1 + \mu}{2}\right)^{(1 + x)/2}`,
    ],
    wrong: r`\sum_{x \in \{-1, 1\}} (x - \mu)^2 p(x \mid \mu) = (1 - \mu)^2`,
    right: r`\sum_{x \in \{-1, 1\}} (x - \mu)^2 p(x \mid \mu) = 1 - \mu^2`,
  },
  {
    id: 'variance-without-square',
    slip: { en: 'the definition of the variance lacks its square', zh: '方差的定义缺了平方' },
    source: {
      title: 'Seeing Theory',
      by: 'Daniel Kunin and others',
      told: {
        en: 'issue 50 of seeingtheory/Seeing-Theory, by danielkunin, 2023',
        zh: 'seeingtheory/Seeing-Theory 的议题 50，danielkunin，2023 年',
      },
    },
    given: ['X : random variable'],
    wrong: r`\operatorname{Var}(X) = \mathbb{E}\left[X - \mathbb{E}[X]\right]`,
    right: r`\operatorname{Var}(X) = \mathbb{E}\left[(X - \mathbb{E}[X])^2\right]`,
  },
  {
    id: 'standard-error-is-variance',
    slip: { en: 'the standard error of a mean is given as its variance', zh: '把均值的标准误写成了它的方差' },
    source: {
      title: 'Causal Inference for the Brave and True',
      by: 'Matheus Facure',
      told: {
        en: 'issue 206 of matheusfacure/python-causality-handbook, by R-Fischer47, 2022',
        zh: 'matheusfacure/python-causality-handbook 的议题 206，R-Fischer47，2022 年',
      },
    },
    given: [
      'n : sample size',
      'X : random variable',
      r`X_1, \dots, X_n : independent copies of X`,
      r`\bar{X} := \frac{1}{n} \sum_{i=1}^n X_i`,
      r`\sigma := \sqrt{\operatorname{Var}(X)}`,
    ],
    wrong: r`\sqrt{\operatorname{Var}(\bar{X})} = \frac{\sigma^2}{n}`,
    right: r`\sqrt{\operatorname{Var}(\bar{X})} = \frac{\sigma}{\sqrt{n}}`,
  },
  {
    id: 'exponential-mean',
    slip: { en: 'the mean of the exponential law is given as its rate', zh: '把指数分布的均值写成了它的率' },
    source: pymcExponential,
    given: [r`\beta : positive`, r`X : random variable with law \mathrm{Exp}(\beta)`],
    wrong: r`\mathbb{E}[X] = \beta`,
    right: r`\mathbb{E}[X] = \frac{1}{\beta}`,
  },
  {
    id: 'exponential-variance',
    slip: {
      en: 'the variance of the exponential law is given as the square of its rate',
      zh: '把指数分布的方差写成了率的平方',
    },
    source: pymcExponential,
    given: [r`\beta : positive`, r`X : random variable with law \mathrm{Exp}(\beta)`],
    wrong: r`\operatorname{Var}(X) = \beta^2`,
    right: r`\operatorname{Var}(X) = \frac{1}{\beta^2}`,
  },
  {
    id: 'mean-like-a-median',
    slip: {
      en: 'the mean of the exponential law is given by a number near log 2',
      zh: '指数分布的均值被写成了接近 log 2 的数',
    },
    source: {
      title: 'The Canonical Csound Reference Manual: exprand',
      by: null,
      told: {
        en: 'issue 607 of csound/manual, by ReinerZorn, 2021',
        zh: 'csound/manual 的议题 607，ReinerZorn，2021 年',
      },
    },
    given: [r`\lambda : positive`, r`X : random variable with law \mathrm{Exp}(\lambda)`],
    wrong: r`\mathbb{E}[X] = \frac{0.69515}{\lambda}`,
    right: r`\mathbb{E}[X] = \frac{1}{\lambda}`,
  },
  {
    id: 'covariance-letter',
    slip: { en: 'E stands for X in the definition of the covariance', zh: '协方差的定义中，X 误写成了 E' },
    source: {
      title: 'A book on recommender systems, page 74',
      by: null,
      told: {
        en: 'issue 2 of Thinkgamer/RecSysDevCode, by Thinkgamer, 2019',
        zh: 'Thinkgamer/RecSysDevCode 的议题 2，Thinkgamer，2019 年',
      },
    },
    given: ['X, Y : random variables'],
    wrong: r`\operatorname{Cov}(X, Y) = \mathbb{E}[(E - \mathbb{E}[X])(Y - \mathbb{E}[Y])]`,
    right: r`\operatorname{Cov}(X, Y) = \mathbb{E}[(X - \mathbb{E}[X])(Y - \mathbb{E}[Y])]`,
    meaningless: /“E”/,
  },
  {
    id: 'covariance-equals-sign',
    slip: { en: 'an equals sign stands for the minus of the covariance', zh: '协方差公式中的减号写成了等号' },
    source: {
      title: 'Machine learning, lecture slides on statistics',
      by: 'Morten Hjorth-Jensen',
      told: {
        en: 'pull request 5 of CompPhysics/MachineLearning, by anacost, 2018',
        zh: 'CompPhysics/MachineLearning 的合并请求 5，anacost，2018 年',
      },
    },
    given: ['X, Y : random variables'],
    wrong: r`\operatorname{Cov}(X, Y) = \mathbb{E}[X Y] = \mathbb{E}[X] \mathbb{E}[Y]`,
    right: r`\operatorname{Cov}(X, Y) = \mathbb{E}[X Y] - \mathbb{E}[X] \mathbb{E}[Y]`,
  },
  {
    id: 'variance-of-a-sum-linear',
    slip: {
      en: 'the variance of a sum of multiples has the factors without their squares',
      zh: '线性组合的方差，系数没有取平方',
    },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 180 of mml-book/mml-book.github.io, by AmrKhalifa, 2018',
        zh: 'mml-book/mml-book.github.io 的议题 180，AmrKhalifa，2018 年',
      },
    },
    given: ['X, Y : independent random variables', 'a, b : real'],
    wrong: r`\operatorname{Var}(a X + b Y) = a \operatorname{Var}(X) + b \operatorname{Var}(Y)`,
    right: r`\operatorname{Var}(a X + b Y) = a^2 \operatorname{Var}(X) + b^2 \operatorname{Var}(Y)`,
  },
  {
    id: 'variance-of-a-mixture',
    slip: {
      en: 'the last term of the variance of a mixture is multiplied, not subtracted',
      zh: '混合分布方差的最后一项被相乘，本应相减',
    },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 141 of mml-book/mml-book.github.io, by Antymon, 2018',
        zh: 'mml-book/mml-book.github.io 的议题 141，Antymon，2018 年',
      },
    },
    given: ['p(x, z) : joint pmf', 'X, Z : random variables with joint pmf p(x, z)'],
    wrong: r`\operatorname{Var}(X) = \mathbb{E}[\operatorname{Var}(X \mid Z)] + \mathbb{E}[\mathbb{E}[X \mid Z]^2] \mathbb{E}[X]^2`,
    right: r`\operatorname{Var}(X) = \mathbb{E}[\operatorname{Var}(X \mid Z)] + \mathbb{E}[\mathbb{E}[X \mid Z]^2] - \mathbb{E}[X]^2`,
  },
  {
    id: 'twice-a-variable',
    slip: { en: 'the variance of X + 2Y leaves out the square of 2', zh: 'X + 2Y 的方差漏了 2 的平方' },
    source: {
      title: 'Mathematical Statistics with Resampling and R, second edition',
      by: 'Laura Chihara, Tim Hesterberg',
      told: {
        en: 'issue 1 of lchihara/MathStatsResamplingR, by wesleyburr, 2023',
        zh: 'lchihara/MathStatsResamplingR 的议题 1，wesleyburr，2023 年',
      },
    },
    given: ['X, Y : independent random variables'],
    wrong: r`\operatorname{Var}(X + 2 Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)`,
    right: r`\operatorname{Var}(X + 2 Y) = \operatorname{Var}(X) + 2^2 \operatorname{Var}(Y)`,
  },
  {
    id: 'sum-of-squares',
    slip: {
      en: 'the sum of squared deviations adds the mean where its square is subtracted',
      zh: '离差平方和里，本应减去均值的平方，却加上了均值',
    },
    source: {
      title: 'Lecture notes: Gov 2002',
      by: 'Matthew Blackwell',
      told: {
        en: 'issue 17 of mattblackwell/gov2002-book, by Jarell-Cheong, 2023',
        zh: 'mattblackwell/gov2002-book 的议题 17，Jarell-Cheong，2023 年',
      },
    },
    given: ['n : sample size', r`x_1, \dots, x_n : reals`, r`\bar{x} := \frac{1}{n} \sum_{i=1}^n x_i`],
    wrong: r`\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 + n \bar{x}`,
    right: r`\sum_{i=1}^n (x_i - \bar{x})^2 = \sum_{i=1}^n x_i^2 - n \bar{x}^2`,
  },
  {
    id: 'conditioned-on-the-variable',
    slip: { en: 'a sum over the values y conditions on the variable Y', zh: '对取值 y 求和，条件里却是变量 Y' },
    source: {
      title: murphy1,
      by: murphy,
      told: {
        en: 'issue 359 of probml/pml-book, by shreyanb98, 2022',
        zh: 'probml/pml-book 的议题 359，shreyanb98，2022 年',
      },
    },
    given: ['p(x, y) : joint pmf', 'X, Y : random variables with joint pmf p(x, y)'],
    wrong: r`\mathbb{E}[X] = \sum_y \left(\sum_x x \, p(x \mid Y)\right) p(y)`,
    right: r`\mathbb{E}[X] = \sum_y \left(\sum_x x \, p(x \mid y)\right) p(y)`,
    meaningless: /“Y” names no argument/,
  },
  {
    id: 'moment-by-x',
    slip: { en: 'the moments are derivatives by x of a function of t', zh: '矩写成了 t 的函数对 x 的导数' },
    source: {
      title: 'Formula sheets: MATH 318',
      by: null,
      told: {
        en: 'issue 26 of DonneyF/formula-sheets, by raymond212, 2024',
        zh: 'DonneyF/formula-sheets 的议题 26，raymond212，2024 年',
      },
    },
    given: [
      't : real',
      'p : probability',
      r`X : random variable with law \mathrm{Bern}(p)`,
      r`M(t) := \mathbb{E}[e^{t X}]`,
    ],
    wrong: r`\mathbb{E}[X] = \left.\frac{d}{d x} M(t)\right|_{t = 0}`,
    right: r`\mathbb{E}[X] = \left.\frac{d}{d t} M(t)\right|_{t = 0}`,
    meaningless: /“x”/,
  },
  {
    id: 'multinomial-covariance',
    slip: { en: 'the covariance of two counts lacks its minus', zh: '两个计数的协方差缺了负号' },
    source: {
      title: 'All of Statistics, notebooks',
      by: 'Telmo Correa',
      told: {
        en: 'pull request 23 of telmo-correa/all-of-statistics, by ang-gr, 2022',
        zh: 'telmo-correa/all-of-statistics 的合并请求 23，ang-gr，2022 年',
      },
    },
    given: ['n : integer from 1 to 4', 'p : probability'],
    wrong: r`\mathbb{E}_{x \sim \mathrm{Bin}(n, p)}[x (n - x)] - n p \cdot n (1 - p) = n p (1 - p)`,
    right: r`\mathbb{E}_{x \sim \mathrm{Bin}(n, p)}[x (n - x)] - n p \cdot n (1 - p) = -n p (1 - p)`,
  },
];
