/**
 * Slips that stood in published texts, each with what was meant. The formulas are ours: the slip as it was reported,
 * in the plainest notation that shows it. Every one of these texts is worth reading, and every slip here is of a kind
 * that we have made ourselves; the sources are named with thanks to those who wrote, found and mended them.
 */
export interface Pair {
  readonly id: string;
  /** What went wrong, in words. */
  readonly slip: string;
  readonly source: Source;
  readonly given: readonly string[];
  readonly wrong: string;
  readonly right: string;
  /** For a wrong form that has no meaning: what the reason must name. Otherwise it is refuted. */
  readonly meaningless?: RegExp;
  /** The first reason why a form is not read yet, word for word: the test fails when it changes. */
  readonly waits?: string;
}

/** `told`: how it is known. A `kind` is a slip that is often made, and no text is named for it. */
export type Source = { readonly title: string; readonly by: string; readonly told: string } | { readonly kind: string };

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
  told: 'pull request 9 of StanfordDataCompressionClass/notes, 2026',
};
const lawOfMle = {
  title: 'MLE and KL Divergence',
  by: 'Jake Tae',
  told: 'the article as it stands; one of the five whose derivations this site restates',
};

export const pairs: readonly Pair[] = [
  {
    id: 'weak-law-square',
    slip: 'the bound of the weak law has the first power of epsilon',
    source: { title: `${book}: Weak law of large numbers`, by: 'Joram Soch', told: 'the history of the book, 2025' },
    given: [...sample, ...mean, average],
    wrong: r`\Pr\left(\left|\bar{X} - \mu\right| \ge \epsilon\right) \le \frac{\sigma^2}{n \epsilon}`,
    right: r`\Pr\left(\left|\bar{X} - \mu\right| \ge \epsilon\right) \le \frac{\sigma^2}{n \epsilon^2}`,
  },
  {
    id: 'consistency-variance',
    slip: 'in a proof of consistency, the bound lacks the square of epsilon and the size of the sample',
    source: {
      title: 'Foundations and Applications of Statistics, second edition: Lemma 4.3.9',
      by: 'Randall Pruim',
      told: 'issue 18 of rpruim/fastR2, by mapcabral, 2026',
    },
    given: [...sample, ...mean, average],
    wrong: r`\Pr\left(\left|\bar{X} - \mu\right| < \epsilon\right) \ge 1 - \frac{\sigma^2}{n \epsilon}`,
    right: r`\Pr\left(\left|\bar{X} - \mu\right| < \epsilon\right) \ge 1 - \frac{\operatorname{Var}(\bar{X})}{\epsilon^2}`,
  },
  {
    id: 'chebyshev-variance',
    slip: 'the distance is counted in variances, not in standard deviations',
    source: lawOfMle,
    given: [...sample, ...mean],
    wrong: r`\Pr(\lvert X - \mu \rvert \geq k \sigma^2) \leq \frac{1}{k^2}`,
    right: r`\Pr(\lvert X - \mu \rvert \geq k \sigma) \leq \frac{1}{k^2}`,
  },
  {
    id: 'kl-sum-index',
    slip: 'the sum says i = k for i = 1 up to k',
    source: entropyNotes,
    given: ['p, q : positive pmf', 'k : integer from 1 to 4'],
    wrong: r`D_{KL}(p||q) = \sum_{i=k} p_i \log \frac{p_i}{q_i}`,
    right: r`D_{KL}(p||q) = \sum_{i} p_i \log \frac{p_i}{q_i}`,
    meaningless: /range under \\sum/,
  },
  {
    id: 'gibbs-swapped',
    slip: 'p and q have changed places in the ratio of the Gibbs inequality',
    source: entropyNotes,
    given: laws,
    wrong: r`\mathbb{E}_{x \sim p} \left[\log_2 \frac{q(x)}{p(x)}\right] \geq 0`,
    right: r`\mathbb{E}_{x \sim p} \left[\log_2 \frac{p(x)}{q(x)}\right] \geq 0`,
  },
  {
    id: 'cross-entropy-swapped',
    slip: 'the cross-entropy that bounds the entropy is taken under the other law',
    source: { kind: 'Gibbs with p and q exchanged on the right' },
    given: laws,
    wrong: r`-\sum_x p(x) \log p(x) \le -\sum_x q(x) \log p(x)`,
    right: r`-\sum_x p(x) \log p(x) \le -\sum_x p(x) \log q(x)`,
  },
  {
    id: 'kl-outcome-index',
    slip: 'the denominator is read at another outcome than the numerator',
    source: { kind: 'a wrong index of an outcome' },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log \frac{p_i}{q_j}`,
    right: r`D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log \frac{p_i}{q_i}`,
  },
  {
    id: 'kl-sign',
    slip: 'the minus before the sum is lost, so that the divergence is negative',
    source: {
      title: 'SUM: Saliency Unification through Mamba for Visual Attention Modeling',
      by: 'Alireza Hosseini and others',
      told: 'issue 6 of Arhosseini77/SUM, by adteamvozniak, 2025; the code has it right',
    },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_i p_i \log \frac{q_i}{p_i}`,
    right: r`D_{\mathrm{KL}}(p \| q) = -\sum_i p_i \log \frac{q_i}{p_i}`,
  },
  {
    id: 'kl-log',
    slip: 'the logarithm of the ratio is lost',
    source: {
      title: 'Machine Learning with PyTorch and Scikit-Learn, page 626',
      by: 'Sebastian Raschka, Yuxi Liu and Vahid Mirjalili',
      told: 'issue 44 of rasbt/machine-learning-book, by labdmitriy, 2022',
    },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \frac{p(x)}{q(x)}`,
    right: r`D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \log \frac{p(x)}{q(x)}`,
  },
  {
    id: 'kl-forward-reverse',
    slip: 'the forward divergence is written as the reverse one',
    source: { title: `${murphy1}, equation 6.42`, by: murphy, told: 'issue 11 of probml/pml-book, by ethangoan, 2021' },
    given: laws,
    wrong: r`D_{\mathrm{KL}}(p \| q) = \sum_x q(x) \log \frac{q(x)}{p(x)}`,
    right: r`D_{\mathrm{KL}}(p \| q) = \sum_x p(x) \log \frac{p(x)}{q(x)}`,
  },
  {
    id: 'kl-bound-direction',
    slip: 'the bound that follows from a divergence stands the wrong way round',
    source: { title: `${murphy2}, equation 5.149`, by: murphy, told: 'issue 65 of probml/pml2-book, by csarron, 2022' },
    given: laws,
    wrong: r`\mathbb{E}_{x \sim p}[\log p(x)] \le \mathbb{E}_{x \sim p}[\log q(x)]`,
    right: r`\mathbb{E}_{x \sim p}[\log p(x)] \ge \mathbb{E}_{x \sim p}[\log q(x)]`,
  },
  {
    id: 'entropy-sign',
    slip: 'the entropy lacks its minus',
    source: {
      title: 'scikit-learn, User Guide: Clustering, mutual information based scores',
      by: 'the scikit-learn developers',
      told: 'pull request 9243 of scikit-learn/scikit-learn, by midinas, 2017',
    },
    given: laws,
    wrong: r`H(p) = \sum_i p(i) \log p(i)`,
    right: r`H(p) = -\sum_i p(i) \log p(i)`,
  },
  {
    id: 'jsd-exchanged',
    slip: 'the second divergence runs from the mixture, not to it',
    source: lawOfMle,
    given: ['P, Q : pmf', r`M := \frac12 (P + Q)`],
    wrong: r`\text{JSD}(P∥Q) = \frac12 D_{KL}(P∥M) + \frac12 D_{KL}(M∥P)`,
    right: r`\text{JSD}(P∥Q) = \frac12 D_{KL}(P∥M) + \frac12 D_{KL}(Q∥M)`,
  },
  {
    id: 'mle-kl-sign',
    slip: 'the expected log-likelihood is a divergence less a constant, instead of a constant less the divergence',
    source: {
      title: `${murphy2}, equations 25.6 and 25.7`,
      by: murphy,
      told: 'issue 52 of probml/pml2-book, by gileshd, 2022',
    },
    given: [...family, r`c := \mathbb{E}_{x \sim p_{\mathrm{data}}}[\log p_{\mathrm{data}}(x)]`],
    wrong: r`\mathbb{E}_{x \sim p_{\mathrm{data}}}[\log p_\theta(x)] = D_{\mathrm{KL}}(p_{\mathrm{data}} \| p_\theta) - c`,
    right: r`\mathbb{E}_{x \sim p_{\mathrm{data}}}[\log p_\theta(x)] = c - D_{\mathrm{KL}}(p_{\mathrm{data}} \| p_\theta)`,
  },
  {
    id: 'accuracy-log',
    slip: 'the accuracy averages the likelihood, not its logarithm',
    source: {
      title: `${book}: Partition of the log model evidence into accuracy and complexity`,
      by: 'Joram Soch',
      told: 'the history of the book, 2020',
    },
    given: model,
    wrong: r`\log p(x) = \mathbb{E}_{p(z \mid x)}[p(x \mid z)] - D_{\mathrm{KL}}(p(z \mid x) \| p(z))`,
    right: r`\log p(x) = \mathbb{E}_{p(z \mid x)}[\log p(x \mid z)] - D_{\mathrm{KL}}(p(z \mid x) \| p(z))`,
  },
  {
    id: 'elbo-log',
    slip: 'the variational law stands without its logarithm',
    source: {
      title: `${murphy2}, equations 22.16 and 22.17`,
      by: murphy,
      told: 'issue 23 of probml/pml2-book, by alanjeffares, 2022',
    },
    given: model,
    wrong: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x)) = \mathbb{E}_{q(z)}[\log p(x, z) - q(z)]`,
    right: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x)) = \mathbb{E}_{q(z)}[\log p(x, z) - \log q(z)]`,
  },
  {
    id: 'elbo-sign',
    slip: 'the divergence from the prior is taken off a loss to which it should be added',
    source: {
      title: 'Gumbel-softmax notebook',
      by: 'Eder Santana',
      told: 'issue 3 of EderSantana/gumbel, by sherjilozair, 2016',
    },
    given: model,
    wrong: r`D_{\mathrm{KL}}(q(z) \| p(z \mid x)) - \log p(x)
      = -\mathbb{E}_{q(z)}[\log p(x \mid z)] - D_{\mathrm{KL}}(q(z) \| p(z))`,
    right: r`D_{\mathrm{KL}}(q(z) \| p(z \mid x)) - \log p(x)
      = -\mathbb{E}_{q(z)}[\log p(x \mid z)] + D_{\mathrm{KL}}(q(z) \| p(z))`,
  },
  {
    id: 'elbo-prior',
    slip: 'the divergence is taken from the law of the data, not from the prior',
    source: {
      title: `${murphy2}, equation 20.71`,
      by: murphy,
      told: 'issue 91 of probml/pml2-book, by wll199566, 2022',
    },
    given: model,
    wrong: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x))
      = \mathbb{E}_{q(z)}[\log p(x \mid z)] - D_{\mathrm{KL}}(q(z) \| p(x))`,
    right: r`\log p(x) - D_{\mathrm{KL}}(q(z) \| p(z \mid x))
      = \mathbb{E}_{q(z)}[\log p(x \mid z)] - D_{\mathrm{KL}}(q(z) \| p(z))`,
  },
  {
    id: 'evidence-stray-dz',
    slip: 'a differential stands after an expectation, which has none',
    source: {
      title: 'Understanding Deep Learning, equation 17.26',
      by: 'Simon J. D. Prince',
      told: 'issues 54 and 56 of udlbook/udlbook, by roobnloo and computbiolgeek, 2023',
    },
    given: ['p(x, z) : joint density', 'x : outcome of p(x)', 'z : outcome of p(z)'],
    wrong: r`p(x) = \int p(x \mid z) p(z) dz = \mathbb{E}_{p(z)}\left[p(x \mid z)\right] dz`,
    right: r`p(x) = \int p(x \mid z) p(z) dz = \mathbb{E}_{p(z)}\left[p(x \mid z)\right]`,
    meaningless: /“?d(z)?”?/,
  },
  {
    id: 'normal-loglik-half',
    slip: 'the logarithm of a normal density lacks the 1/2 of its square',
    source: {
      title: 'EECS 545 Machine Learning, lecture 5',
      by: 'Jacob Abernethy and others',
      told: 'pull request 4 of thejakeyboy/umich-eecs545-lectures, by rszeto, 2016',
    },
    given: normal,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{\sigma^2}`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
  },
  {
    id: 'normal-loglik-2sigma',
    slip: 'pi is lost from the logarithm of the constant',
    source: { kind: '2 sigma^2 for 2 pi sigma^2 in the logarithm' },
    given: normal,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi \sigma^2) - \frac{(x - \mu)^2}{2 \sigma^2}`,
  },
  {
    id: 'normal-loglik-sign',
    slip: 'inside the bracket the logarithm of the constant is taken off, not added',
    source: {
      title: 'Gravitational Wave Open Data Workshop 2023, tutorial 3.1',
      by: 'the workshop team',
      told: 'pull request 38 of gw-odw/odw-2023, by anuj137, 2023',
    },
    given: normal,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \left(\frac{(x - \mu)^2}{\sigma^2} - \log(2 \pi \sigma^2)\right)`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \left(\frac{(x - \mu)^2}{\sigma^2} + \log(2 \pi \sigma^2)\right)`,
  },
  {
    id: 'normal-loglik-sample',
    slip: 'the constant of a sample of normal draws has the wrong sign',
    source: {
      title: 'Machine Learning: A First Course for Engineers and Scientists, draft, equation 3.21',
      by: 'Andreas Lindholm, Niklas Wahlström, Fredrik Lindsten and Thomas B. Schön',
      told: 'issue 2 of uu-sml/sml-book-page, by MaxSoneback, 2020',
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
    slip: 'the logarithm of the standard deviation is halved as if it were the variance',
    source: {
      title: 'Regression and Other Stories, page 174',
      by: 'Andrew Gelman, Jennifer Hill and Aki Vehtari',
      told: 'issue 28 of avehtari/ROS-Examples, by mgrabovsky, 2020; in the errata since',
    },
    given: normal,
    wrong: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi) - \frac12 \log \sigma - \frac12 \left(\frac{x - \mu}{\sigma}\right)^2`,
    right: r`\log \mathcal{N}(x; \mu, \sigma^2) = -\frac12 \log(2 \pi) - \log \sigma - \frac12 \left(\frac{x - \mu}{\sigma}\right)^2`,
  },
  {
    id: 'normal-exponent-sign',
    slip: 'the exponent of the normal density lacks its minus',
    source: {
      title: 'Mathematics for Machine Learning, draft, equation 6.100',
      by: 'Marc Peter Deisenroth, A. Aldo Faisal and Cheng Soon Ong',
      told: 'issue 131 of mml-book/mml-book.github.io, by seshkumar, 2018',
    },
    given: normal,
    wrong: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
    right: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma^2}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
  },
  {
    id: 'normal-root',
    slip: 'the root runs over sigma as well as over 2 pi',
    source: {
      title: 'Solutions to An Introduction to Statistical Learning, chapters 4 and 6',
      by: 'Dan Halligan and others',
      told: 'pull request 21 of danhalligan/ISLRv2-solutions, by its author, 2026',
    },
    given: normal,
    wrong: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi \sigma}} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
    right: r`\mathcal{N}(x; \mu, \sigma^2) = \frac{1}{\sqrt{2 \pi} \sigma} \exp\left(-\frac{(x - \mu)^2}{2 \sigma^2}\right)`,
  },
  {
    id: 'vae-kl-sign',
    slip: 'the logarithm of sigma has the wrong sign',
    source: {
      title: 'Flux model zoo: variational autoencoder',
      by: 'the FluxML contributors',
      told: 'pull request 147 of FluxML/model-zoo, by kianaf, 2019',
    },
    given: normal,
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(\sigma^2 + \mu^2 - 1 + 2 \log \sigma\right)`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(\sigma^2 + \mu^2 - 1 - 2 \log \sigma\right)`,
  },
  {
    id: 'vae-kl-one',
    slip: 'the -1 is lost',
    source: {
      title: `${murphy2}, equation 10.50`,
      by: murphy,
      told: 'issue 297 of probml/pml2-book, by josifgrabocka, 2023',
    },
    given: normal,
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(-\log \sigma^2 + \sigma^2 + \mu^2\right)`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(-\log \sigma^2 + \sigma^2 + \mu^2 - 1\right)`,
  },
  {
    id: 'vae-kl-half',
    slip: 'the squares are not halved',
    source: {
      title: 'Deep learning class of SupaéroDataScience: variational autoencoders',
      by: 'the course team',
      told: 'pull request 6 of SupaeroDataScience/deep-learning, by sebastien-mart-in, 2024',
    },
    given: normal,
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \mu^2 + \sigma^2 - \log \sigma - \frac12`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu, \sigma^2) \| \mathcal{N}(0, 1)) = \frac12 \left(\mu^2 + \sigma^2\right) - \log \sigma - \frac12`,
  },
  {
    id: 'normal-kl-log-scope',
    slip: 'the logarithm runs over the whole sum, not over the ratio of the variances alone',
    source: {
      title: 'Understanding Deep Learning, section C.5.4',
      by: 'Simon J. D. Prince',
      told: 'issue 184 of udlbook/udlbook, by total-expectation, 2024',
    },
    given: [r`\mu_1, \mu_2 : real`, r`\sigma_1, \sigma_2 : positive`],
    wrong: r`D_{\mathrm{KL}}(\mathcal{N}(\mu_1, \sigma_1^2) \| \mathcal{N}(\mu_2, \sigma_2^2))
      = \frac12 \log\left(\frac{\sigma_2^2}{\sigma_1^2} - 1 + \frac{\sigma_1^2}{\sigma_2^2} + \frac{(\mu_2 - \mu_1)^2}{\sigma_2^2}\right)`,
    right: r`D_{\mathrm{KL}}(\mathcal{N}(\mu_1, \sigma_1^2) \| \mathcal{N}(\mu_2, \sigma_2^2))
      = \frac12 \left(\log\left(\frac{\sigma_2^2}{\sigma_1^2}\right) - 1 + \frac{\sigma_1^2}{\sigma_2^2} + \frac{(\mu_2 - \mu_1)^2}{\sigma_2^2}\right)`,
  },
  {
    id: 'gamma-kl-digamma',
    slip: 'the digamma function is taken one too far',
    source: { kind: 'psi(a + 1) for psi(a) in the divergence of two gamma laws' },
    given: ['a_1, a_2, b_1, b_2 : positive'],
    wrong: r`D_{\mathrm{KL}}(\mathrm{Gam}(a_1, b_1) \| \mathrm{Gam}(a_2, b_2))
      = a_2 \ln \frac{b_1}{b_2} - \ln \frac{\Gamma(a_1)}{\Gamma(a_2)} + (a_1 - a_2) \psi(a_1 + 1) - (b_1 - b_2) \frac{a_1}{b_1}`,
    right: r`D_{\mathrm{KL}}(\mathrm{Gam}(a_1, b_1) \| \mathrm{Gam}(a_2, b_2))
      = a_2 \ln \frac{b_1}{b_2} - \ln \frac{\Gamma(a_1)}{\Gamma(a_2)} + (a_1 - a_2) \psi(a_1) - (b_1 - b_2) \frac{a_1}{b_1}`,
  },
  {
    id: 'gamma-xlogx-digamma',
    slip: 'the digamma function is taken one too short',
    source: {
      title: `${book}: Expected value of x times natural logarithm of x for a gamma distribution`,
      by: 'Joram Soch',
      told: 'issue 293 of StatProofBook/StatProofBook.github.io, by tovrstra, 2025',
    },
    given: ['a, b : positive'],
    wrong: r`\mathbb{E}_{x \sim \mathrm{Gam}(a, b)}[x \ln x] = \frac{a}{b} \left(\psi(a) - \ln b\right)`,
    right: r`\mathbb{E}_{x \sim \mathrm{Gam}(a, b)}[x \ln x] = \frac{a}{b} \left(\psi(a + 1) - \ln b\right)`,
  },
  {
    id: 'score-coefficient',
    slip: 'the derivative is said to be by another coefficient than the one it was taken by',
    source: {
      title: 'Machine learning course, Python assignments: exercise 3, regularized logistic regression',
      by: 'Gerges Dib, after Andrew Ng',
      told: 'pull request 76 of dibgerge/ml-coursera-python-assignments, by agustinaliagac, 2021',
    },
    given: [r`\beta_0, \beta_1, x : real`, 'y : integer from 0 to 1'],
    wrong: r`\frac{\partial}{\partial \beta_0} \left[y (\beta_0 + \beta_1 x) - \log\left(1 + e^{\beta_0 + \beta_1 x}\right)\right]
      = \left(y - \frac{1}{1 + e^{-\beta_0 - \beta_1 x}}\right) x`,
    right: r`\frac{\partial}{\partial \beta_1} \left[y (\beta_0 + \beta_1 x) - \log\left(1 + e^{\beta_0 + \beta_1 x}\right)\right]
      = \left(y - \frac{1}{1 + e^{-\beta_0 - \beta_1 x}}\right) x`,
  },
  {
    id: 'fisher-inverted-root',
    slip: 'the error of the estimator is divided by the root of the information, not multiplied by it',
    source: {
      title: 'fiveMinuteStats: Asymptotic normality of the MLE',
      by: 'Matthew Bonakdarpour and Matthew Stephens',
      told: 'pull request 47 of stephens999/fiveMinuteStats, by sflippl, 2019',
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
