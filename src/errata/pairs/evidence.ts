/** Slips about maximum likelihood, the evidence and its bounds. */
import type { Pair } from '../pair.ts';
import { murphy2, murphy, book } from './texts.ts';

const r = String.raw;

const model = ['p(x, z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)', 'q(z) : positive pmf'];
const family = [r`p_\theta(x) : family`, r`p_{\mathrm{data}} : positive pmf`];

export const evidence: readonly Pair[] = [
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
];
