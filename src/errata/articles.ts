/**
 * What is wrong in five articles on maximum likelihood and divergence. This site goes over the same ground, and was
 * begun because they made it worth going over. `at` names the relations that are flagged in the article
 * (test/articles), `wrong` is taken from it as it is printed.
 */
import type { InLanguages } from '../../lib/notation/notation.ts';
import type { Pair, Published } from './pair.ts';

export interface ArticleSlip extends Pair {
  readonly article: string;
  readonly at: readonly string[];
}

const r = String.raw;

const told = { en: 'the article as it stands', zh: '文章现状' };
const sources: Readonly<Record<string, Published>> = {
  '000': { title: 'MLE和KL divergence之间的关系', by: null, told },
  '001': { title: 'KL散度与负对数似然函数', by: null, told },
  '002': { title: 'MLE and KL Divergence', by: 'Jake Tae', told },
  '003': { title: 'Minimizing KL Divergence is Equivalent to Maxmimizing Likelihood', by: null, told },
  '004': { title: 'The Dual Nature of MLE and KL Divergence in Generative Modeling', by: null, told },
};

type Rest = Omit<ArticleSlip, 'article' | 'at' | 'source' | 'slip'>;
const slip = (article: string, at: readonly string[], words: InLanguages, rest: Rest): ArticleSlip => ({
  ...rest,
  article,
  at,
  slip: words,
  source: sources[article]!,
});

const some = {
  en: '“not equal” is said of all pairs of laws, where it is meant of some',
  zh: '本意是对某些分布对不相等，却写成了对一切分布对不相等',
};
const sample = ['n : sample size', r`x_1, \dots, x_n : sample from p_{data}(x)`];
const fitted = [r`p(x \mid \theta) : normal family`, 'p_{data}(x) : density', 'x : outcome of p_{data}(x)'];
const truth = [
  r`P(x \mid \theta) : family`,
  r`\theta^{\ast} : parameter of P`,
  r`x : outcome of P(x \mid \theta^{\ast})`,
];
const draws = ['n : sample size', r`x_1, \dots, x_n : sample from P(x \mid \theta^{\ast})`];

export const articleSlips: readonly ArticleSlip[] = [
  slip(
    '000',
    ['81:2', '82:2'],
    {
      en: 'the logarithm of the ratio is lost, in one row of five',
      zh: '五行推导中有一行丢失了比值的对数',
    },
    {
      id: 'article-lost-log',
      given: fitted,
      wrong: r`\arg\min_{\theta}D_{KL}(p_{data}(x)\mid\mid p(x\mid \theta)) = \arg\min_{\theta} \int p_{data}(x)\frac{p_{data}(x)}{p(x\mid \theta)} dx`,
      right: r`\arg\min_{\theta}D_{KL}(p_{data}(x)\mid\mid p(x\mid \theta)) = \arg\min_{\theta} \int p_{data}(x)\log\frac{p_{data}(x)}{p(x\mid \theta)} dx`,
    },
  ),
  slip(
    '000',
    ['93:51'],
    { en: 'the sum runs over draws, and the parameter has their index', zh: '求和取遍各次抽样，指标却写在了参数上' },
    {
      id: 'article-parameter-index',
      given: [...fitted, ...sample],
      wrong: r`\frac{1}{n}\sum_{i=1}^n\log p(\theta_i\mid \theta)=\mathbb{E}_{x\sim p_{data}}[\log p(x\mid \theta)] = \int p_{data}(x)\log p(x\mid \theta)dx, n\to \infty`,
      right: r`\frac{1}{n}\sum_{i=1}^n\log p(x_i\mid \theta)=\mathbb{E}_{x\sim p_{data}}[\log p(x\mid \theta)] = \int p_{data}(x)\log p(x\mid \theta)dx, n\to \infty`,
      meaningless: /“\\theta_i” has no meaning here/,
    },
  ),
  slip(
    '001',
    ['30:62', '48:27'],
    { en: 'the sample size stands where the parameter should', zh: '参数的位置上写成了样本量' },
    {
      id: 'article-size-for-parameter',
      given: [r`f(x \mid \theta) : family`, 'n : sample size', r`x_1, \dots, x_n : sample from f(x \mid \theta)`],
      wrong: r`f(x_1,x_2,...,x_n|\theta) = \prod_{i=1}^nf(x_i|n)`,
      right: r`f(x_1,x_2,...,x_n|\theta) = \prod_{i=1}^nf(x_i|\theta)`,
    },
  ),
  slip(
    '001',
    ['44:32'],
    { en: 'the likelihood becomes its own logarithm', zh: '似然变成了它自己的对数' },
    {
      id: 'article-log-of-itself',
      given: [
        r`f(x \mid \theta) : normal family`,
        'n : sample size',
        r`x_1, \dots, x_n : sample from f(x \mid \theta)`,
        r`\mathcal L(\theta|x_1,...,x_n) := f(x_1,x_2,...,x_n|\theta)`,
      ],
      wrong: r`\mathcal L(\theta|x_1,...,x_n) = \log\prod_{i=1}^nf(x_i|n)`,
      right: r`\log \mathcal L(\theta|x_1,...,x_n) = \log\prod_{i=1}^nf(x_i|\theta)`,
    },
  ),
  slip(
    '001',
    ['80:45', '81:1'],
    {
      en: 'an average over finitely many draws is said to be the expectation, not to tend to it',
      zh: '有限次抽样的平均本应趋于期望，却写成等于期望',
    },
    {
      id: 'article-average-is-expectation',
      given: [...truth, ...draws],
      wrong: r`-\frac{1}{n}\sum_{i=1}^n \log P(x_i|\theta) = -\mathbb E_{x\sim P(x|\theta^{\ast})}[\log P(x|\theta)]`,
      right: r`\lim_{n \to \infty} -\frac{1}{n}\sum_{i=1}^n \log P(x_i|\theta) = -\mathbb E_{x\sim P(x|\theta^{\ast})}[\log P(x|\theta)]`,
    },
  ),
  slip('002', ['60:13'], some, {
    id: 'article-not-equal',
    given: ['P, Q : pmf'],
    wrong: r`D_{KL}(P∥Q) \neq D_{KL}(Q∥P)`,
    right: r`\exists P, Q : D_{KL}(P∥Q) \neq D_{KL}(Q∥P)`,
  }),
  slip(
    '002',
    ['70:17'],
    { en: 'the second divergence runs from the mixture, not to it', zh: '第二个散度从混合分布出发，而不是到混合分布' },
    {
      id: 'jsd-exchanged',
      given: ['P, Q : pmf', r`M := \frac12 (P + Q)`],
      wrong: r`\text{JSD}(P∥Q) = \frac12 D_{KL}(P∥M) + \frac12 D_{KL}(M∥P)`,
      right: r`\text{JSD}(P∥Q) = \frac12 D_{KL}(P∥M) + \frac12 D_{KL}(Q∥M)`,
    },
  ),
  slip(
    '002',
    ['157:42'],
    {
      en: 'the distance is counted in variances, not in standard deviations',
      zh: '距离以方差计量，而不是以标准差计量',
    },
    {
      id: 'chebyshev-variance',
      given: [
        r`P(x \mid \theta) : family`,
        'X : random variable',
        r`\mu := \mathbb{E}[X]`,
        r`\sigma := \sqrt{\operatorname{Var}(X)}`,
        'k : positive',
      ],
      wrong: r`P(\lvert X - \mu \rvert \geq k \sigma^2) \leq \frac{1}{k^2}`,
      right: r`P(\lvert X - \mu \rvert \geq k \sigma) \leq \frac{1}{k^2}`,
    },
  ),
  slip(
    '002',
    ['174:256'],
    {
      en: 'the average over a sample becomes the term of a single draw',
      zh: '对样本的平均变成了单次抽样的一项',
    },
    {
      id: 'article-single-draw',
      given: [...truth, ...draws],
      wrong: r`\mathop{\rm arg\,max}\limits_{\theta} \lim_{n \to \infty} \frac{1}{n} \sum_{i=1}^n \log P(x_i \vert \theta) = \mathop{\rm arg\,max}\limits_{\theta} \log P(x \vert \theta)`,
      right: r`\mathop{\rm arg\,max}\limits_{\theta} \frac{1}{n} \sum_{i=1}^n \log P(x_i \vert \theta) = \mathop{\rm arg\,max}\limits_{\theta} \log P(x_1, \dots, x_n \vert \theta)`,
    },
  ),
  slip(
    '003',
    ['19:19'],
    {
      en: 'the sign of the integral was saved in another encoding, and is not there any more',
      zh: '积分号以另一种编码保存，已不复存在',
    },
    {
      id: 'article-encoding',
      given: ['p(x) : density', r`q(x; \theta) : normal family`, 'P := p(x)', r`Q := q(x; \theta)`],
      wrong: r`D_{KL}(P || Q) = âˆ« p(x) * log\left(\frac{p(x)}{q(x; \theta)}\right) dx`,
      right: r`D_{KL}(P || Q) = \int p(x) * log\left(\frac{p(x)}{q(x; \theta)}\right) dx`,
      meaningless: /wrong encoding/,
    },
  ),
  slip('004', ['28:31'], some, {
    id: 'article-not-equal-again',
    given: ['p, q : pmf'],
    wrong: r`D_{\text{KL}}(p || q) \ne D_{\text{KL}}(q || p)`,
    right: r`\exists p, q : D_{\text{KL}}(p || q) \ne D_{\text{KL}}(q || p)`,
  }),
  slip(
    '004',
    ['39:134', '40:6', '92:292'],
    {
      en: 'the brackets do not match: an expectation is opened with a bracket that grows and closed with one that does not',
      zh: '括号不配对：期望以可伸缩的括号打开，却以普通的括号关闭',
    },
    {
      id: 'article-brackets',
      given: [r`p_{\text{data}}(\mathbf{x}) : pmf`, r`p_{\theta}(\mathbf{x}) : family`],
      wrong: r`D_{\text{KL}}(p_{\text{data}}||p_{\theta}) = \mathbb{E}_{\mathbf{x} \sim p_{\text{data}}(\mathbf{x})}\left[\log \left(\frac{p_{\text{data}}(\mathbf{x})}{p_{\theta}(\mathbf{x})}\right)\right] = \mathbb{E}_{\mathbf{x} \sim p_{\text{data}}(\mathbf{x})}\left[\log (p_{\text{data}}(\mathbf{x}))] - \mathbb{E}_{\mathbf{x} \sim p_{\text{data}}(\mathbf{x})}[\log (p_{\theta}(\mathbf{x}))\right]`,
      right: r`D_{\text{KL}}(p_{\text{data}}||p_{\theta}) = \mathbb{E}_{\mathbf{x} \sim p_{\text{data}}(\mathbf{x})}\left[\log \left(\frac{p_{\text{data}}(\mathbf{x})}{p_{\theta}(\mathbf{x})}\right)\right] = \mathbb{E}_{\mathbf{x} \sim p_{\text{data}}(\mathbf{x})}\left[\log (p_{\text{data}}(\mathbf{x}))\right] - \mathbb{E}_{\mathbf{x} \sim p_{\text{data}}(\mathbf{x})}\left[\log (p_{\theta}(\mathbf{x}))\right]`,
      meaningless: /expected \\right\] to close the \\left\[/,
    },
  ),
];
