/** The symbols of the glossary. `at` is the label of the equation that says what a symbol is. */
import type { InLanguages } from '../../lib/notation/notation.ts';

export interface Named {
  readonly tex: string;
  readonly en: string;
  readonly zh: string;
  readonly at?: string;
}

const s = (tex: string, en: string, zh: string, at?: string): Named => ({ tex, en, zh, ...(at ? { at } : {}) });
const r = String.raw;

export const glossaryGroups: readonly { readonly name: InLanguages; readonly symbols: readonly Named[] }[] = [
  {
    name: { en: 'Laws and data', zh: '分布与数据' },
    symbols: [
      s('P, Q', 'laws on a finite alphabet, by their probabilities', '有限字母表上的分布（概率质量函数）'),
      s('p, q', 'laws with a density, or laws in general', '有密度的分布，或一般的分布'),
      s(r`p(x \mid \theta)`, 'a model: one law for each parameter', '模型：每个参数对应一个分布', 'family-normalised'),
      s(r`p_{\mathrm{data}}`, 'the law of the data, which nobody knows', '数据分布，无人知晓'),
      s(r`x_1, \dots, x_n`, 'independent draws from one law, a sample', '独立同分布的抽样，即样本'),
      s('n', 'the size of a sample', '样本量'),
      s(r`\mathcal{X}`, 'the alphabet: all outcomes of a law', '字母表：分布的全体结果'),
      s(r`\mathcal{N}(\mu, \sigma^2)`, 'the normal law of mean μ and variance σ²', '均值为 μ、方差为 σ² 的正态分布', 'lik-normal'),
      s(r`\mathrm{Bern}(t)`, 'the Bernoulli law: one with probability t, else zero', '伯努利分布：以概率 t 取一，否则取零', 'lik-coin'),
      s(r`\mathrm{Poiss}(\lambda)`, 'the Poisson law of rate λ', '参数为 λ 的泊松分布', 'lik-poisson'),
      s(r`\mathrm{Exp}(\lambda)`, 'the exponential law of rate λ', '速率为 λ 的指数分布', 'lik-exp'),
    ],
  },
  {
    name: { en: 'Likelihood', zh: '似然' },
    symbols: [
      s(r`\theta`, 'a parameter of a model', '模型的参数'),
      s(r`L(\theta), \; \mathcal{L}(\theta)`, 'likelihood', '似然', 'likelihood'),
      s(r`\ell(\theta)`, 'log-likelihood', '对数似然', 'log-likelihood'),
      s(r`\mathrm{NLL}(\theta)`, 'negative log-likelihood', '负对数似然', 'nll'),
      s(r`\theta_{\mathrm{MLE}}, \; \hat\theta_n`, 'maximum likelihood estimate', '极大似然估计', 'mle'),
      s(r`\theta_{\mathrm{KL}}`, 'the parameter whose law is nearest to the data', '其分布离数据最近的参数', 'min-kl'),
      s(r`\theta^*`, 'the parameter of the truth, where the model has it', '真实参数（若模型包含真实分布）', 'right-model-truth'),
      s(r`\arg\max_x f(x)`, 'the set of all places where f is largest', '使 f 最大的全体位置之集合', 'argmax-argmin'),
    ],
  },
  {
    name: { en: 'Entropy and divergence', zh: '熵与散度' },
    symbols: [
      s('s(x)', 'surprise', '意外程度（自信息）', 'surprise'),
      s('H(P)', 'entropy', '熵', 'entropy'),
      s('H(P, Q)', 'cross-entropy', '交叉熵', 'cross-entropy'),
      s('h(p)', 'differential entropy', '微分熵', 'differential-entropy'),
      s(r`\mathrm{PP}`, 'perplexity', '困惑度', 'perplexity'),
      s('I', 'mutual information', '互信息', 'mutual-information'),
      s(r`D_{\mathrm{KL}}(P \parallel Q)`, 'Kullback–Leibler divergence, relative entropy', 'KL 散度，相对熵', 'div-sum'),
      s(r`\mathrm{JSD}(P \parallel Q)`, 'Jensen–Shannon divergence', 'Jensen–Shannon 散度', 'jsd'),
      s(r`\log`, 'natural logarithm; its unit is the nat', '自然对数，单位为奈特', 'bits'),
    ],
  },
  {
    name: { en: 'Averages and their limits', zh: '平均及其极限' },
    symbols: [
      s(r`\mathbb{E}_{x \sim P}[f(x)]`, 'expectation of f(x) where x follows P', 'x 服从 P 时 f(x) 的期望', 'kl-expectation'),
      s(r`\operatorname{Var}(X)`, 'variance', '方差', 'variance'),
      s(r`\mathbb{P}(A)`, 'probability of an event', '事件的概率', 'markov'),
      s(r`\mu, \; \sigma`, 'mean and standard deviation', '均值与标准差', 'variance'),
      s(r`\bar{X}_n`, 'mean of a sample of size n', '容量为 n 的样本的均值', 'sample-mean'),
      s(r`\epsilon`, 'a distance, as small as one likes', '任意小的距离', 'chebyshev-fixed'),
      s(r`\lim_{n \to \infty}`, 'the limit of large samples; of averages, with probability one', '大样本极限；对平均而言，以概率一成立', 'strong-law'),
    ],
  },
  {
    name: { en: 'Evidence', zh: '证据' },
    symbols: [
      s('z', 'a hidden variable, which is not observed', '隐变量，观测不到'),
      s('p(z)', 'prior', '先验', 'bayes'),
      s(r`p(z \mid x)`, 'posterior', '后验', 'bayes'),
      s('p(x)', 'evidence, marginal likelihood', '证据，边缘似然', 'evidence-sum'),
      s('q(z)', 'an approximation of the posterior', '后验的近似分布', 'elbo'),
      s(r`\mathrm{ELBO}(q)`, 'evidence lower bound', '证据下界', 'elbo'),
    ],
  },
]; // prettier-ignore
