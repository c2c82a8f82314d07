/**
 * Slips that stood in published texts, each with what was meant. The formulas are ours: the slip as it was reported,
 * in the plainest notation that shows it. Every one of these texts is worth reading, and every slip here is of a kind
 * that we have made ourselves; the sources are named with thanks to those who wrote, found and mended them.
 */
import type { Pair } from './pair.ts';

const r = String.raw;

const sample = ['n : sample size', 'X : random variable', r`X_1, \dots, X_n : independent copies of X`];
const mean = [r`\mu := \mathbb{E}[X]`, r`\sigma := \sqrt{\operatorname{Var}(X)}`, r`\epsilon, k : positive`];
const average = r`\bar{X} := \frac{1}{n} \sum_{i=1}^n X_i`;
const laws = ['p, q : positive pmf', 'j : outcome of p'];
const model = ['p(x, z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)', 'q(z) : positive pmf'];
const family = [r`p_\theta(x) : family`, r`p_{\mathrm{data}} : positive pmf`];
const normal = [r`\mu, x : real`, r`\sigma : positive`];

const murphy2 = 'Probabilistic Machine Learning: Advanced Topics (draft)';
const murphy1 = 'Probabilistic Machine Learning: An Introduction (draft)';
const murphy = 'Kevin P. Murphy';
const book = 'The Book of Statistical Proofs';
const entropyNotes = {
  title: 'EE274 Data Compression, course notes: Entropy and Neg-log likelihood thumb rule',
  by: 'the authors of the Stanford data compression class',
  told: {
    en: 'pull request 9 of StanfordDataCompressionClass/notes, 2026',
    zh: 'StanfordDataCompressionClass/notes 的合并请求 9，2026 年',
  },
};

export const pairs: readonly Pair[] = [
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
  {
    id: 'kl-sum-index',
    slip: { en: 'the sum says i = k for i = 1 up to k', zh: '求和号下写作 i = k，本应是 i 从 1 到 k' },
    source: entropyNotes,
    given: ['p, q : positive pmf', 'k : integer from 1 to 4'],
    wrong: r`D_{KL}(p||q) = \sum_{i=k} p_i \log \frac{p_i}{q_i}`,
    right: r`D_{KL}(p||q) = \sum_{i} p_i \log \frac{p_i}{q_i}`,
    meaningless: /range under \\sum/,
  },
  {
    id: 'gibbs-swapped',
    slip: {
      en: 'p and q have changed places in the ratio of the Gibbs inequality',
      zh: '吉布斯不等式的比值中，p 与 q 互换了位置',
    },
    source: entropyNotes,
    given: laws,
    wrong: r`\mathbb{E}_{x \sim p} \left[\log_2 \frac{q(x)}{p(x)}\right] \geq 0`,
    right: r`\mathbb{E}_{x \sim p} \left[\log_2 \frac{p(x)}{q(x)}\right] \geq 0`,
  },
  {
    id: 'cross-entropy-swapped',
    slip: {
      en: 'the cross-entropy that bounds the entropy is taken under the other law',
      zh: '用来界定熵的交叉熵，是按另一个分布取的',
    },
    source: { kind: { en: 'Gibbs with p and q exchanged on the right', zh: '吉布斯不等式右边的 p 与 q 互换' } },
    given: laws,
    wrong: r`-\sum_x p(x) \log p(x) \le -\sum_x q(x) \log p(x)`,
    right: r`-\sum_x p(x) \log p(x) \le -\sum_x p(x) \log q(x)`,
  },
  {
    id: 'kl-outcome-index',
    slip: { en: 'the denominator is read at another outcome than the numerator', zh: '分母与分子取在不同的结果处' },
    source: { kind: { en: 'a wrong index of an outcome', zh: '结果的指标有误' } },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log \frac{p_i}{q_j}`,
    right: r`D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log \frac{p_i}{q_i}`,
  },
  {
    id: 'kl-sign',
    slip: {
      en: 'the minus before the sum is lost, so that the divergence is negative',
      zh: '求和号前的负号丢失，散度因而为负',
    },
    source: {
      title: 'SUM: Saliency Unification through Mamba for Visual Attention Modeling',
      by: 'Alireza Hosseini and others',
      told: {
        en: 'issue 6 of Arhosseini77/SUM, by adteamvozniak, 2025; the code has it right',
        zh: 'Arhosseini77/SUM 的议题 6，adteamvozniak，2025 年；代码无误',
      },
    },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log \frac{q_i}{p_i}`,
    right: r`D_{\mathrm{KL}}(p \| q) = -\sum_i p_i \log \frac{q_i}{p_i}`,
  },
  {
    id: 'kl-log',
    slip: { en: 'the logarithm of the ratio is lost', zh: '比值的对数丢失' },
    source: {
      title: 'Machine Learning with PyTorch and Scikit-Learn, page 626',
      by: 'Sebastian Raschka, Yuxi Liu and Vahid Mirjalili',
      told: {
        en: 'issue 44 of rasbt/machine-learning-book, by labdmitriy, 2022',
        zh: 'rasbt/machine-learning-book 的议题 44，labdmitriy，2022 年',
      },
    },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \frac{p(x)}{q(x)}`,
    right: r`D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \log \frac{p(x)}{q(x)}`,
  },
  {
    id: 'kl-forward-reverse',
    slip: { en: 'the forward divergence is written as the reverse one', zh: '前向散度写成了反向散度' },
    source: {
      title: `${murphy1}, equation 6.42`,
      by: murphy,
      told: {
        en: 'issue 11 of probml/pml-book, by ethangoan, 2021',
        zh: 'probml/pml-book 的议题 11，ethangoan，2021 年',
      },
    },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_x q(x) \log \frac{q(x)}{p(x)}`,
    right: r`D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \log \frac{p(x)}{q(x)}`,
  },
  {
    id: 'kl-bound-direction',
    slip: {
      en: 'the bound that follows from a divergence stands the wrong way round',
      zh: '由散度推出的界，方向写反了',
    },
    source: {
      title: `${murphy2}, equation 5.149`,
      by: murphy,
      told: {
        en: 'issue 65 of probml/pml2-book, by csarron, 2022',
        zh: 'probml/pml2-book 的议题 65，csarron，2022 年',
      },
    },
    given: laws,
    wrong: r`\mathbb{E}_{x \sim p}[\log p(x)] \le \mathbb{E}_{x \sim p}[\log q(x)]`,
    right: r`\mathbb{E}_{x \sim p}[\log p(x)] \ge \mathbb{E}_{x \sim p}[\log q(x)]`,
  },
  {
    id: 'entropy-sign',
    slip: { en: 'the entropy lacks its minus', zh: '熵缺了负号' },
    source: {
      title: 'scikit-learn, User Guide: Clustering, mutual information based scores',
      by: 'the scikit-learn developers',
      told: {
        en: 'pull request 9243 of scikit-learn/scikit-learn, by midinas, 2017',
        zh: 'scikit-learn/scikit-learn 的合并请求 9243，midinas，2017 年',
      },
    },
    given: laws,
    wrong: r`H(p) = \sum_i p(i) \log p(i)`,
    right: r`H(p) = -\sum_i p(i) \log p(i)`,
  },
  {
    id: 'mle-kl-sign',
    slip: {
      en: 'the expected log-likelihood is a divergence less a constant, instead of a constant less the divergence',
      zh: '期望对数似然写成散度减常数，本应是常数减散度',
    },
    source: {
      title: `${murphy2}, equations 25.6 and 25.7`,
      by: murphy,
      told: {
        en: 'issue 52 of probml/pml2-book, by gileshd, 2022',
        zh: 'probml/pml2-book 的议题 52，gileshd，2022 年',
      },
    },
    given: [...family, r`c := \mathbb{E}_{x \sim p_{\mathrm{data}}}[\log p_{\mathrm{data}}(x)]`],
    wrong: r`\mathbb{E}_{x \sim p_{\mathrm{data}}}[\log p_\theta(x)] = D_{\mathrm{KL}}(p_{\mathrm{data}} \| p_\theta) - c`,
    right: r`\mathbb{E}_{x \sim p_{\mathrm{data}}}[\log p_\theta(x)] = c - D_{\mathrm{KL}}(p_{\mathrm{data}} \| p_\theta)`,
  },
  {
    id: 'accuracy-log',
    slip: {
      en: 'the accuracy averages the likelihood, not its logarithm',
      zh: '精度项对似然取平均，本应对其对数取平均',
    },
    source: {
      title: `${book}: Partition of the log model evidence into accuracy and complexity`,
      by: 'Joram Soch',
      told: { en: 'the history of the book, 2020', zh: '该书的修订历史，2020 年' },
    },
    given: model,
    wrong: r`\log p(x) = \mathbb{E}_{p(z \mid x)}[p(x \mid z)] - D_{\mathrm{KL}}(p(z \mid x) \| p(z))`,
    right: r`\log p(x) = \mathbb{E}_{p(z \mid x)}[\log p(x \mid z)] - D_{\mathrm{KL}}(p(z \mid x) \| p(z))`,
  },
  {
    id: 'elbo-log',
    slip: { en: 'the variational law stands without its logarithm', zh: '变分分布缺了对数' },
    source: {
      title: `${murphy2}, equations 22.16 and 22.17`,
      by: murphy,
      told: {
        en: 'issue 23 of probml/pml2-book, by alanjeffares, 2022',
        zh: 'probml/pml2-book 的议题 23，alanjeffares，2022 年',
      },
    },
    given: model,
    wrong: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x)) = \mathbb{E}_{q(z)}[\log p(x, z) - q(z)]`,
    right: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x)) = \mathbb{E}_{q(z)}[\log p(x, z) - \log q(z)]`,
  },
  {
    id: 'elbo-sign',
    slip: {
      en: 'the divergence from the prior is taken off a loss to which it should be added',
      zh: '损失函数中本应加上到先验的散度，却写成了减去',
    },
    source: {
      title: 'Gumbel-softmax notebook',
      by: 'Eder Santana',
      told: {
        en: 'issue 3 of EderSantana/gumbel, by sherjilozair, 2016',
        zh: 'EderSantana/gumbel 的议题 3，sherjilozair，2016 年',
      },
    },
    given: model,
    wrong: r`D_{\mathrm{KL}}(q(z) \| p(z \mid x)) - \log p(x)
      = -\mathbb{E}_{q(z)}[\log p(x \mid z)] - D_{\mathrm{KL}}(q(z) \| p(z))`,
    right: r`D_{\mathrm{KL}}(q(z) \| p(z \mid x)) - \log p(x)
      = -\mathbb{E}_{q(z)}[\log p(x \mid z)] + D_{\mathrm{KL}}(q(z) \| p(z))`,
  },
  {
    id: 'elbo-prior',
    slip: {
      en: 'the divergence is taken from the law of the data, not from the prior',
      zh: '散度本应取到先验，却取到了数据的分布',
    },
    source: {
      title: `${murphy2}, equation 20.71`,
      by: murphy,
      told: {
        en: 'issue 91 of probml/pml2-book, by wll199566, 2022',
        zh: 'probml/pml2-book 的议题 91，wll199566，2022 年',
      },
    },
    given: model,
    wrong: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x))
      = \mathbb{E}_{q(z)}[\log p(x \mid z)] - D_{\mathrm{KL}}(q(z) \| p(x))`,
    right: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x))
      = \mathbb{E}_{q(z)}[\log p(x \mid z)] - D_{\mathrm{KL}}(q(z) \| p(z))`,
  },
  {
    id: 'evidence-stray-dz',
    slip: {
      en: 'a differential stands after an expectation, which has none',
      zh: '期望之后多出一个微分，而期望并无微分',
    },
    source: {
      title: 'Understanding Deep Learning, equation 17.26',
      by: 'Simon J. D. Prince',
      told: {
        en: 'issues 54 and 56 of udlbook/udlbook, by roobnloo and computbiolgeek, 2023',
        zh: 'udlbook/udlbook 的议题 54、56，roobnloo 与 computbiolgeek，2023 年',
      },
    },
    given: ['p(x, z) : joint density', 'x : outcome of p(x)', 'z : outcome of p(z)'],
    wrong: r`p(x) = \int p(x \mid z) p(z) dz = \mathbb{E}_{p(z)}\left[p(x \mid z)\right] dz`,
    right: r`p(x) = \int p(x \mid z) p(z) dz = \mathbb{E}_{p(z)}\left[p(x \mid z)\right]`,
    meaningless: /“?d(z)?”?/,
  },
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
    given: normal,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{\sigma^2}`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
  },
  {
    id: 'normal-loglik-2sigma',
    slip: { en: 'pi is lost from the logarithm of the constant', zh: '常数的对数中丢了 pi' },
    source: { kind: { en: '2 sigma^2 for 2 pi sigma^2 in the logarithm', zh: '对数中的 2 pi sigma^2 写成 2 sigma^2' } },
    given: normal,
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
    given: normal,
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
    given: normal,
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
    given: normal,
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
    given: normal,
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
    given: normal,
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
    given: normal,
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
    given: normal,
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

/** A change of writing that is no slip: both forms hold. */
export const control: { given: string[]; before: string; after: string; waits?: string } = {
  given: ['V : symmetric positive definite matrix 2x2'],
  before: r`-\log |V| = -\log |V|`,
  after: r`-\log |V| = \log |V^{-1}|`,
};
