/** Slips about entropy, mutual information and divergence, as issues of books and programs tell them. */
import type { Pair } from '../pair.ts';
import { murphy, murphy1, murphy2 } from './texts.ts';

const r = String.raw;

export const information: readonly Pair[] = [
  {
    id: 'entropy-reciprocal-kept',
    slip: { en: 'the reciprocal under the logarithm is kept beside the minus', zh: '负号与对数里的倒数重复了' },
    source: {
      title: murphy1,
      by: murphy,
      told: {
        en: 'issue 420 of probml/pml-book, by behrman, 2022',
        zh: 'probml/pml-book 的议题 420，behrman，2022 年',
      },
    },
    given: ['p(x) : positive pmf'],
    wrong: r`-H(p) = \sum_x p(x) \log \frac{1}{p(x)}`,
    right: r`-H(p) = \sum_x p(x) \log p(x)`,
  },
  {
    id: 'conditional-entropy-turned',
    slip: {
      en: 'the conditional entropy subtracts the entropy of the wrong variable',
      zh: '条件熵减去了另一个变量的熵',
    },
    source: {
      title: 'infomeasure, guide',
      by: null,
      told: {
        en: 'pull request 12 of cbueth/infomeasure, by skprzyluska, 2026',
        zh: 'cbueth/infomeasure 的合并请求 12，skprzyluska，2026 年',
      },
    },
    given: ['p(x, y) : joint pmf', 'X, Y : random variables with joint pmf p(x, y)'],
    wrong: r`H(X \mid Y) = H(X, Y) - H(X)`,
    right: r`H(X \mid Y) = H(X, Y) - H(Y)`,
  },
  {
    id: 'mutual-information-sign',
    slip: { en: 'the mutual information has its sign reversed', zh: '互信息的符号反了' },
    source: {
      title: 'gaussian-toolbox',
      by: null,
      told: {
        en: 'issue 29 of christiando/gaussian-toolbox, by christiando, 2025',
        zh: 'christiando/gaussian-toolbox 的议题 29，christiando，2025 年',
      },
    },
    given: ['p(x, y) : joint density', 'X, Y : random variables with joint density p(x, y)'],
    wrong: r`I(X; Y) = h(Y \mid X) - h(Y)`,
    right: r`I(X; Y) = h(Y) - h(Y \mid X)`,
  },
  {
    id: 'mutual-information-joint',
    slip: {
      en: 'an entropy with a semicolon stands for the conditional one in a mutual information',
      zh: '互信息里，条件熵写成了带分号的熵',
    },
    source: {
      title: 'An introduction to the mathematics of AI (draft)',
      by: null,
      told: {
        en: 'issue 43 of lhydave/AIM-textbook, by BubbleNNN, 2025',
        zh: 'lhydave/AIM-textbook 的议题 43，BubbleNNN，2025 年',
      },
    },
    given: ['p(x, y, z) : joint pmf', 'X, Y, Z : random variables with joint pmf p(x, y, z)'],
    wrong: 'I(X, Y; Z) = H(X, Y) - H(X, Y; Z)',
    right: r`I(X, Y; Z) = H(X, Y) - H(X, Y \mid Z)`,
    meaningless: /parted by commas/,
  },
  {
    id: 'mutual-information-colon',
    slip: { en: 'a colon stands for the semicolon of a mutual information', zh: '互信息里的分号写成了冒号' },
    source: {
      title: 'An introduction to the mathematics of AI (draft)',
      by: null,
      told: {
        en: 'issue 58 of lhydave/AIM-textbook, by learnerljh, 2025',
        zh: 'lhydave/AIM-textbook 的议题 58，learnerljh，2025 年',
      },
    },
    given: ['p(x, y) : joint pmf', 'X, Y : random variables with joint pmf p(x, y)'],
    wrong: r`I(X : X \mid Y) = H(X \mid Y) - H(X \mid X, Y)`,
    right: r`I(X; X \mid Y) = H(X \mid Y) - H(X \mid X, Y)`,
    meaningless: /:/,
  },
  {
    id: 'student-scale-entropy',
    slip: { en: 'the entropy of a t law falls with its scale', zh: 't 分布的熵随尺度变小' },
    source: {
      title: 'statrs, documentation and code of the t law',
      by: null,
      told: {
        en: 'pull request 383 of statrs-dev/statrs, by gaoflow, 2026',
        zh: 'statrs-dev/statrs 的合并请求 383，gaoflow，2026 年',
      },
    },
    given: [
      r`\mu : real`,
      r`\sigma, \nu : positive`,
      r`X : random variable with law t(\nu)`,
      r`Y : random variable with law t(\mu, \sigma^2, \nu)`,
    ],
    wrong: r`H(Y) = H(X) - \ln \sigma`,
    right: r`H(Y) = H(X) + \ln \sigma`,
  },
  {
    id: 'pareto-entropy',
    slip: { en: 'the entropy of the Pareto law has every sign reversed', zh: '帕累托分布的熵，每一项的符号都反了' },
    source: {
      title: 'statrs, documentation and code of the Pareto law',
      by: null,
      told: {
        en: 'pull request 383 of statrs-dev/statrs, by gaoflow, 2026',
        zh: 'statrs-dev/statrs 的合并请求 383，gaoflow，2026 年',
      },
    },
    given: [r`x_m, \alpha : positive`, r`f(x) := \frac{\alpha x_m^\alpha}{x^{\alpha + 1}}`],
    wrong: r`-\int_{x_m}^\infty f(x) \ln f(x) \, dx = \ln \frac{\alpha}{x_m} - \frac{1}{\alpha} - 1`,
    right: r`-\int_{x_m}^\infty f(x) \ln f(x) \, dx = \ln \frac{x_m}{\alpha} + \frac{1}{\alpha} + 1`,
  },
  {
    id: 'kl-normal-bracket',
    slip: {
      en: 'a bracket closes too late in the divergence of two normal laws',
      zh: '两个正态分布的散度里，括号合得太晚',
    },
    source: {
      title: 'Deep Reinforcement Learning Hands-On, chapter 15',
      by: 'Maxim Lapan',
      told: {
        en: 'issue 17 of PacktPublishing/Deep-Reinforcement-Learning-Hands-On, by lanseyege, 2018',
        zh: 'PacktPublishing/Deep-Reinforcement-Learning-Hands-On 的议题 17，lanseyege，2018 年',
      },
    },
    given: [r`\mu, \mu_0 : real`, r`\sigma, \sigma_0 : positive`],
    wrong: r`D_{KL}(\mathcal{N}(\mu_0, \sigma_0^2) \| \mathcal{N}(\mu, \sigma^2)) = \log \sigma - \log \sigma_0 + \left(\sigma_0^2 + \frac{(\mu_0 - \mu)^2}{2 \sigma^2}\right) - \frac{1}{2}`,
    right: r`D_{KL}(\mathcal{N}(\mu_0, \sigma_0^2) \| \mathcal{N}(\mu, \sigma^2)) = \log \sigma - \log \sigma_0 + \frac{\sigma_0^2 + (\mu_0 - \mu)^2}{2 \sigma^2} - \frac{1}{2}`,
  },
  {
    id: 'kl-normal-constant',
    slip: { en: 'the divergence from the standard normal law lacks its constant', zh: '与标准正态分布的散度缺了常数' },
    source: {
      title: murphy2,
      by: murphy,
      told: {
        en: 'issue 297 of probml/pml2-book, by josifgrabocka, 2023',
        zh: 'probml/pml2-book 的议题 297，josifgrabocka，2023 年',
      },
    },
    given: [r`\mu : real`, r`\sigma : positive`],
    wrong: r`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac{1}{2} \left(-\log \sigma^2 + \sigma^2 + \mu^2\right)`,
    right: r`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac{1}{2} \left(-\log \sigma^2 + \sigma^2 + \mu^2 - 1\right)`,
  },
  {
    id: 'vae-log-squared',
    slip: {
      en: 'the logarithm of a scale is squared where it should be doubled, and added',
      zh: '尺度的对数本应乘以二并减去，却取了平方并相加',
    },
    source: {
      title: 'Flux model zoo: vae.jl',
      by: null,
      told: {
        en: 'pull request 147 of FluxML/model-zoo, by kianaf, 2019',
        zh: 'FluxML/model-zoo 的合并请求 147，kianaf，2019 年',
      },
    },
    given: [r`\mu : real`, r`\sigma : positive`],
    wrong: r`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac{1}{2} \left(\sigma^2 + \mu^2 - 1 + (\log \sigma)^2\right)`,
    right: r`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac{1}{2} \left(\sigma^2 + \mu^2 - 1 - 2 \log \sigma\right)`,
  },
  {
    id: 'kl-difference-of-means',
    slip: { en: 'the divergence is taken for a difference of expectations', zh: '把散度当成了期望之差' },
    source: {
      title: 'Statistics for Applications, solutions',
      by: null,
      told: {
        en: 'issue 2 of hoangnguyen7699/StatisticsForApplication_solution, by ovega14, 2023',
        zh: 'hoangnguyen7699/StatisticsForApplication_solution 的议题 2，ovega14，2023 年',
      },
    },
    given: ['p, q : positive pmf'],
    wrong: r`D_{KL}(p \| q) = \mathbb{E}_{x \sim p}[x] - \mathbb{E}_{x \sim q}[x]`,
    right: r`D_{KL}(p \| q) = \mathbb{E}_{x \sim p}[\log p(x)] - \mathbb{E}_{x \sim p}[\log q(x)]`,
  },
  {
    id: 'log-of-all',
    slip: {
      en: 'the logarithm of a divergence of normal laws is taken of all that follows',
      zh: '正态分布的散度中，对数作用到了其后的全部',
    },
    source: {
      title: 'Understanding Deep Learning (draft)',
      by: 'Simon J. D. Prince',
      told: {
        en: 'issue 184 of udlbook/udlbook, by total-expectation, 2024',
        zh: 'udlbook/udlbook 的议题 184，total-expectation，2024 年',
      },
    },
    given: [r`\mu, m : real`, r`\sigma, s : positive`],
    wrong: r`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(m, s^2)) = \frac{1}{2} \log \left[\frac{s^2}{\sigma^2} - 1 + \frac{\sigma^2}{s^2} + \frac{(m - \mu)^2}{s^2}\right]`,
    right: r`D_{KL}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(m, s^2)) = \frac{1}{2} \left[\log \frac{s^2}{\sigma^2} - 1 + \frac{\sigma^2}{s^2} + \frac{(m - \mu)^2}{s^2}\right]`,
  },
  {
    id: 'softmax-loss',
    slip: {
      en: 'the logarithm of the loss is taken after the sum and without its minus',
      zh: '损失的对数取在求和之后，还丢了负号',
    },
    source: {
      title: 'The documentation of Optax: softmax cross-entropy',
      by: null,
      told: {
        en: 'issue 1040 of google-deepmind/optax, by ziyuanzhao2000, 2024',
        zh: 'google-deepmind/optax 的议题 1040，ziyuanzhao2000，2024 年',
      },
    },
    given: [
      'n : sample size',
      r`x_1, \dots, x_n : reals`,
      r`y_1, \dots, y_n : positives`,
      r`\sigma := \sum_{j=1}^n y_j \left(\log\left(\sum_{k=1}^n e^{x_k}\right) - x_j\right)`,
    ],
    wrong: r`\sigma = \log\left(\frac{\sum_{j=1}^n y_j \exp(x_j)}{\sum_{j=1}^n \exp(x_j)}\right)`,
    right: r`\sigma = -\sum_{j=1}^n y_j \log\left(\frac{\exp(x_j)}{\sum_{k=1}^n \exp(x_k)}\right)`,
  },
  {
    id: 'loss-of-three',
    slip: { en: 'the loss of a guess among three has lost its minus', zh: '三选一的猜测，其损失丢了负号' },
    source: {
      title: 'CS231n, course notes: neural networks case study',
      by: null,
      told: {
        en: 'pull request 244 of cs231n/cs231n.github.io, by or-toledano, 2020',
        zh: 'cs231n/cs231n.github.io 的合并请求 244，or-toledano，2020 年',
      },
    },
    given: ['C := 3'],
    wrong: r`\log \frac{1}{C} = \log C`,
    right: r`-\log \frac{1}{C} = \log C`,
  },
];
