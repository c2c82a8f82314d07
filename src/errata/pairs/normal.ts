/** Slips about the normal law. */
import type { Pair } from '../pair.ts';
import { murphy2, murphy } from './texts.ts';

const r = String.raw;

const real = [r`\mu, x : real`, r`\sigma : positive`];

export const normal: readonly Pair[] = [
  {
    id: 'normal-loglik-half',
    slip: {
      en: 'the logarithm of a normal density lacks the 1/2 of its square',
      zh: '正态密度的对数中，平方项缺了 1/2',
    },
    source: {
      title: 'EECS 545 Machine Learning, lecture 5',
      by: 'Jacob Abernethy and others',
      told: {
        en: 'pull request 4 of thejakeyboy/umich-eecs545-lectures, by rszeto, 2016',
        zh: 'thejakeyboy/umich-eecs545-lectures 的合并请求 4，rszeto，2016 年',
      },
    },
    given: real,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{\sigma^2}`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
  },
  {
    id: 'normal-loglik-2sigma',
    slip: { en: 'pi is lost from the logarithm of the constant', zh: '常数的对数中丢了 pi' },
    source: { kind: { en: '2 sigma^2 for 2 pi sigma^2 in the logarithm', zh: '对数中的 2 pi sigma^2 写成 2 sigma^2' } },
    given: real,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
  },
  {
    id: 'normal-loglik-sign',
    slip: {
      en: 'inside the bracket the logarithm of the constant is taken off, not added',
      zh: '括号内常数的对数本应加上，却写成了减去',
    },
    source: {
      title: 'Gravitational Wave Open Data Workshop 2023, tutorial 3.1',
      by: 'the workshop team',
      told: {
        en: 'pull request 38 of gw-odw/odw-2023, by anuj137, 2023',
        zh: 'gw-odw/odw-2023 的合并请求 38，anuj137，2023 年',
      },
    },
    given: real,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \left(\frac{(x - \mu)^2}{\sigma^2} - \log(2 \pi \sigma^2)\right)`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \left(\frac{(x - \mu)^2}{\sigma^2} + \log(2 \pi \sigma^2)\right)`,
  },
  {
    id: 'normal-loglik-sample',
    slip: { en: 'the constant of a sample of normal draws has the wrong sign', zh: '正态样本的常数项符号错误' },
    source: {
      title: 'Machine Learning: A First Course for Engineers and Scientists, draft, equation 3.21',
      by: 'Andreas Lindholm, Niklas Wahlström, Fredrik Lindsten and Thomas B. Schön',
      told: {
        en: 'issue 2 of uu-sml/sml-book-page, by MaxSoneback, 2020',
        zh: 'uu-sml/sml-book-page 的议题 2，MaxSoneback，2020 年',
      },
    },
    given: [
      'n : sample size',
      r`\mu : real`,
      r`\sigma : positive`,
      r`x_1, \dots, x_n : sample from \mathcal{N}(\mu, \sigma^2)`,
    ],
    wrong: r`\log \prod_{i=1}^n \mathcal{N}(x_i; \mu, \sigma^2)
      = \frac{n}{2} \log(2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_{i=1}^n (x_i - \mu)^2`,
    right: r`\log \prod_{i=1}^n \mathcal{N}(x_i; \mu, \sigma^2)
      = -\frac{n}{2} \log(2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_{i=1}^n (x_i - \mu)^2`,
  },
  {
    id: 'normal-log-score',
    slip: {
      en: 'the logarithm of the standard deviation is halved as if it were the variance',
      zh: '标准差的对数被减半，仿佛它是方差',
    },
    source: {
      title: 'Regression and Other Stories, page 174',
      by: 'Andrew Gelman, Jennifer Hill and Aki Vehtari',
      told: {
        en: 'issue 28 of avehtari/ROS-Examples, by mgrabovsky, 2020; in the errata since',
        zh: 'avehtari/ROS-Examples 的议题 28，mgrabovsky，2020 年；此后已载入该书勘误',
      },
    },
    given: real,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi) - \frac12 \log \sigma - \frac12 \left(\frac{x - \mu}{\sigma}\right)^2`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi) - \log \sigma - \frac12 \left(\frac{x - \mu}{\sigma}\right)^2`,
  },
  {
    id: 'normal-exponent-sign',
    slip: { en: 'the exponent of the normal density lacks its minus', zh: '正态密度的指数缺了负号' },
    source: {
      title: 'Mathematics for Machine Learning, draft, equation 6.100',
      by: 'Marc Peter Deisenroth, A. Aldo Faisal and Cheng Soon Ong',
      told: {
        en: 'issue 131 of mml-book/mml-book.github.io, by seshkumar, 2018',
        zh: 'mml-book/mml-book.github.io 的议题 131，seshkumar，2018 年',
      },
    },
    given: real,
    wrong: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
    right: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
  },
  {
    id: 'normal-root',
    slip: { en: 'the root runs over sigma as well as over 2 pi', zh: '根号本应只覆盖 2 pi，却连 sigma 一并覆盖' },
    source: {
      title: 'Solutions to An Introduction to Statistical Learning, chapters 4 and 6',
      by: 'Dan Halligan and others',
      told: {
        en: 'pull request 21 of danhalligan/ISLRv2-solutions, by its author, 2026',
        zh: 'danhalligan/ISLRv2-solutions 的合并请求 21，作者本人，2026 年',
      },
    },
    given: real,
    wrong: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
    right: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi} \sigma} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
  },
  {
    id: 'vae-kl-sign',
    slip: { en: 'the logarithm of sigma has the wrong sign', zh: 'sigma 的对数符号错误' },
    source: {
      title: 'Flux model zoo: variational autoencoder',
      by: 'the FluxML contributors',
      told: {
        en: 'pull request 147 of FluxML/model-zoo, by kianaf, 2019',
        zh: 'FluxML/model-zoo 的合并请求 147，kianaf，2019 年',
      },
    },
    given: real,
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(\sigma^2 + \mu^2 - 1 + 2 \log \sigma\right)`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(\sigma^2 + \mu^2 - 1 - 2 \log \sigma\right)`,
  },
  {
    id: 'vae-kl-one',
    slip: { en: 'the -1 is lost', zh: '缺了 -1' },
    source: {
      title: `${murphy2}, equation 10.50`,
      by: murphy,
      told: {
        en: 'issue 297 of probml/pml2-book, by josifgrabocka, 2023',
        zh: 'probml/pml2-book 的议题 297，josifgrabocka，2023 年',
      },
    },
    given: real,
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(-\log \sigma^2 + \sigma^2 + \mu^2\right)`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(-\log \sigma^2 + \sigma^2 + \mu^2 - 1\right)`,
  },
  {
    id: 'vae-kl-half',
    slip: { en: 'the squares are not halved', zh: '平方项没有减半' },
    source: {
      title: 'Deep learning class of SupaéroDataScience: variational autoencoders',
      by: 'the course team',
      told: {
        en: 'pull request 6 of SupaeroDataScience/deep-learning, by sebastien-mart-in, 2024',
        zh: 'SupaeroDataScience/deep-learning 的合并请求 6，sebastien-mart-in，2024 年',
      },
    },
    given: real,
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \mu^2 + \sigma^2 - \log \sigma - \frac12`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(\mu^2 + \sigma^2\right) - \log \sigma - \frac12`,
  },
  {
    id: 'normal-kl-log-scope',
    slip: {
      en: 'the logarithm runs over the whole sum, not over the ratio of the variances alone',
      zh: '对数覆盖了整个和，而不只是方差之比',
    },
    source: {
      title: 'Understanding Deep Learning, section C.5.4',
      by: 'Simon J. D. Prince',
      told: {
        en: 'issue 184 of udlbook/udlbook, by total-expectation, 2024',
        zh: 'udlbook/udlbook 的议题 184，total-expectation，2024 年',
      },
    },
    given: [r`\mu_1, \mu_2 : real`, r`\sigma_1, \sigma_2 : positive`],
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu_1, \sigma_1^2) \| \mathcal{N}(\mu_2, \sigma_2^2))
      = \frac12 \log\left(\frac{\sigma_2^2}{\sigma_1^2} - 1 + \frac{\sigma_1^2}{\sigma_2^2} + \frac{(\mu_2 - \mu_1)^2}{\sigma_2^2}\right)`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu_1, \sigma_1^2) \| \mathcal{N}(\mu_2, \sigma_2^2))
      = \frac12 \left(\log\left(\frac{\sigma_2^2}{\sigma_1^2}\right) - 1 + \frac{\sigma_1^2}{\sigma_2^2} + \frac{(\mu_2 - \mu_1)^2}{\sigma_2^2}\right)`,
  },
];
