/** Slips about entropy and the divergence of laws. */
import type { Pair } from '../pair.ts';
import { murphy2, murphy1, murphy } from './texts.ts';

const r = String.raw;

const laws = ['p, q : positive pmf', 'j : outcome of p'];
const entropyNotes = {
  title: 'EE274 Data Compression, course notes: Entropy and Neg-log likelihood thumb rule',
  by: 'the authors of the Stanford data compression class',
  told: {
    en: 'pull request 9 of StanfordDataCompressionClass/notes, 2026',
    zh: 'StanfordDataCompressionClass/notes 的合并请求 9，2026 年',
  },
};

export const divergence: readonly Pair[] = [
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
];
