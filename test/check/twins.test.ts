/**
 * Slips of many kinds, each beside what is true: a wrong quantifier, law, domain, boundary, power, range, sign, side of
 * a bar, order of integrals, or an independence that nobody gave. Each true one holds, each false one is refuted.
 */
import { expect, test } from 'vitest';
import { relations } from './page.ts';

const r = String.raw;
const latent = ['p(x,z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)', 'q(z) : positive pmf'];
const rate = [r`\lambda : positive`];
const realX = ['x : real'];
const law = ['P : pmf'];
const share = ['p : probability'];
const normal = [r`\mu : real`, r`\sigma : positive`, r`X : random variable with law \mathcal{N}(\mu,\sigma^2)`];
const counted = ['n : positive integer'];
const joint = ['p(x,z) : joint pmf', 'x : outcome of p(x)', 'z : outcome of p(z)'];
const variables = ['X, Y : random variables'];
const realA = ['a : real'];
const apart = ['X, Y : independent random variables'];
const variable = ['X : random variable'];
const laws = ['P, Q : pmf'];
const threshold = ['X : random variable', 'a : positive'];
const mean = [
  'n : sample size',
  'X : random variable',
  r`X_1, \dots, X_n : independent copies of X`,
  r`\bar X := \frac1n \sum_{i=1}^n X_i`,
];
const coins = [
  'n : sample size',
  'p : probability',
  r`X : random variable with law \mathrm{Bern}(p)`,
  r`X_1, \dots, X_n : independent copies of X`,
  r`\bar X := \frac1n \sum_{i=1}^n X_i`,
  r`\epsilon : positive`,
];
const matrices = ['A, B : matrix 2x2', 'c : real'];
const vectors = ['x, y : vector in R^2', 'A : matrix 2x2'];
const coin = [r`p(x \mid \theta) : Bernoulli family`, r`\theta : parameter of p`, r`x : outcome of p(x \mid \theta)`];
const smooth = ['f : smooth function', 'x : real'];
const smoothTo = ['f : smooth function', 'a : positive'];
const positiveLaws = ['P, Q : positive pmf'];

type Givens = readonly string[];

const pairs: [given: Givens, right: string, wrong: string][] = [
  [latent, r`\mathbb{E}_{q(z)}\left[\log \frac{p(x,z)}{q(z)}\right] \le \log p(x)`, r`\mathbb{E}_{p(z)}\left[\log \frac{p(x,z)}{q(z)}\right] \le \log p(x)`],
  [latent, r`D_{KL}(q(z) \| p(z \mid x)) = \mathbb{E}_{q(z)}[\log q(z) - \log p(z \mid x)]`, r`D_{KL}(q(z) \| p(z \mid x)) = \mathbb{E}_{p(z \mid x)}[\log q(z) - \log p(z \mid x)]`],
  [rate, r`\int_0^\infty \lambda e^{-\lambda x} \, dx = 1`, r`\int_0^1 \lambda e^{-\lambda x} \, dx = 1`],
  [realX, r`\sqrt{x^2} = |x|`, r`\sqrt{x^2} = x`],
  [law, r`H(P) \ge 0`, 'H(P) > 0'],
  [share, r`-p \log p \le \frac{1}{e}`, r`-p \log p \le \frac{9}{25}`],
  [normal, r`\mathrm{Var}(X) = \sigma^2`, r`\mathrm{Var}(X) = \sigma`],
  [[r`\mu : real`, r`\sigma : positive`, r`X : random variable with law \mathcal{N}(\mu,\sigma^2)`, 'c : real'], r`\mathrm{Var}(c X) = c^2 \mathrm{Var}(X)`, r`\mathrm{Var}(c X) = c \mathrm{Var}(X)`],
  [counted, r`\sum_{i=1}^n i = \frac{n(n+1)}{2}`, r`\sum_{i=1}^n i = \frac{n(n-1)}{2}`],
  [counted, r`\sum_{i=0}^{n} 2^i = 2^{n+1} - 1`, r`\sum_{i=0}^{n} 2^i = 2^{n} - 1`],
  [counted, r`\Gamma(n) = (n-1)!`, r`\Gamma(n) = n!`],
  [counted, r`\sum_{k=0}^n \binom{n}{k} = 2^n`, r`\sum_{k=1}^n \binom{n}{k} = 2^n`],
  [['f : density', 'c : positive'], r`\int_{-\infty}^\infty c f(c y) \, dy = 1`, r`\int_{-\infty}^\infty f(c y) \, dy = 1`],
  [normal, r`\Pr(e^X \le 2) = \int_0^2 \frac{1}{y} \mathcal{N}(\log y; \mu, \sigma^2) \, dy`, r`\Pr(e^X \le 2) = \int_0^2 \mathcal{N}(\log y; \mu, \sigma^2) \, dy`],
  [[r`\mu : real`, r`\sigma : positive`, r`X : random variable with law \mathcal{N}(\mu,\sigma^2)`, 't : real in (-1, 1)'], r`\mathbb{E}[e^{tX}] = e^{\mu t + \sigma^2 t^2/2}`, r`\mathbb{E}[e^{tX}] = e^{\mu t - \sigma^2 t^2/2}`],
  [['k : nonnegative integer', r`\lambda : positive`], r`\mathrm{Poiss}(k; \lambda) = \frac{\lambda^k e^{-\lambda}}{k!}`, r`\mathrm{Poiss}(k; \lambda) = \frac{\lambda^k e^{\lambda}}{k!}`],
  [joint, r`p(z \mid x) = \frac{p(x \mid z) p(z)}{p(x)}`, r`p(z \mid x) = \frac{p(x \mid z) p(x)}{p(z)}`],
  [joint, r`\sum_z p(z \mid x) = 1`, r`\sum_z p(x \mid z) = 1`],
  [variables, r`H(X \mid Y) = H(X, Y) - H(Y)`, r`H(X \mid Y) = H(X, Y) - H(X)`],
  [['f : smooth function'], r`\int_0^1 \int_0^x f(y) \, dy \, dx = \int_0^1 \int_y^1 f(y) \, dx \, dy`, r`\int_0^1 \int_0^x f(y) \, dy \, dx = \int_0^1 \int_0^y f(y) \, dx \, dy`],
  [realA, r`\int_0^1 \int_0^x e^{a y} \, dy \, dx = \int_0^1 (1 - y) e^{a y} \, dy`, r`\int_0^1 \int_0^x e^{a y} \, dy \, dx = \int_0^1 y e^{a y} \, dy`],
  [apart, r`\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)`, r`\mathrm{Var}(X - Y) = \mathrm{Var}(X) - \mathrm{Var}(Y)`],
  [variables, r`\mathbb{E}[X + Y] = \mathbb{E}[X] + \mathbb{E}[Y]`, r`\mathbb{E}[X Y] = \mathbb{E}[X] \mathbb{E}[Y]`],
  [realA, r`a^3 + 2 a = 0 \iff a = 0`, r`a^3 = 2 a \iff a = 0`],
  [realA, r`e^a = 3 \implies a = \log 3`, r`e^a = 3 \implies a = 1`],
  [[r`p(x \mid \theta) : family`, 'n : sample size', r`x_1, \dots, x_n : sample from p(x \mid \theta)`], r`\arg\min_\theta -\sum_{i=1}^n \log p(x_i \mid \theta) = \arg\max_\theta \prod_{i=1}^n p(x_i \mid \theta)`, r`\arg\min_\theta \sum_{i=1}^n \log p(x_i \mid \theta) = \arg\max_\theta \prod_{i=1}^n p(x_i \mid \theta)`],
  [variables, r`\mathbb{E}[X Y]^2 \le \mathbb{E}[X^2] \mathbb{E}[Y^2]`, r`\mathbb{E}[X Y] \le \mathbb{E}[X^2] \mathbb{E}[Y^2]`],
  [variable, r`\log \mathbb{E}[e^X] \ge \mathbb{E}[X]`, r`\log \mathbb{E}[e^X] \le \mathbb{E}[X]`],
  [laws, r`\mathrm{TV}(P, Q) \le \sqrt{\frac12 D_{KL}(P \| Q)}`, r`\mathrm{TV}(P, Q) \le \sqrt{\frac13 D_{KL}(P \| Q)}`],
  [threshold, r`\Pr(|X - \mathbb{E}[X]| \ge a) \le \frac{\mathrm{Var}(X)}{a^2}`, r`\Pr(|X - \mathbb{E}[X]| \ge a) \le \frac{\mathrm{Var}(X)}{2 a^2}`],
  [threshold, r`\Pr(X - \mathbb{E}[X] \ge a) \le \frac{\mathrm{Var}(X)}{\mathrm{Var}(X) + a^2}`, r`\Pr(X - \mathbb{E}[X] \ge a) \le \frac{\mathrm{Var}(X)}{2\mathrm{Var}(X) + a^2}`],
  [['a : real', 'b : real'], r`\frac{\partial}{\partial a} e^{a b} = b e^{a b}`, r`\frac{\partial}{\partial a} e^{a b} = a e^{a b}`],
  [[r`\mu : probability`, 'k : integer from 0 to 1'], r`\frac{d}{d\mu} \log \mathrm{Bern}(k; \mu) = \frac{k - \mu}{\mu(1-\mu)}`, r`\frac{d}{d\mu} \log \mathrm{Bern}(k; \mu) = \frac{k - \mu}{\mu}`],
  [realA, r`\lim_{n \to \infty} \left(1 + \frac{a}{n}\right)^n = e^a`, r`\lim_{n \to \infty} \left(1 + \frac{a}{n}\right)^n = 1 + a`],
  [realX, r`\lim_{h \to 0} \frac{(x+h)^2 - x^2}{h} = 2 x`, r`\lim_{h \to 0} \frac{(x+h)^2 - x^2}{h} = x`],
  [mean, r`\mathbb{E}\left[\frac{1}{n} \sum_{i=1}^n (X_i - \bar X)^2\right] = \frac{n-1}{n} \mathrm{Var}(X)`, r`\mathbb{E}\left[\frac{1}{n} \sum_{i=1}^n (X_i - \bar X)^2\right] = \mathrm{Var}(X)`],
  [mean, r`\mathrm{Var}(\bar X) = \frac{\mathrm{Var}(X)}{n}`, r`\mathrm{Var}(\bar X) = \frac{\mathrm{Var}(X)}{n^2}`],
  [mean, r`\mathbb{E}[\bar X^2] = \mathbb{E}[X]^2 + \frac{\mathrm{Var}(X)}{n}`, r`\mathbb{E}[\bar X^2] = \mathbb{E}[X]^2`],
  [mean, r`\mathrm{Cov}(X_1, \bar X) = \frac{\mathrm{Var}(X)}{n}`, r`\mathrm{Cov}(X_1, \bar X) = 0`],
  [mean, r`\mathbb{E}\left[\prod_{i=1}^n X_i\right] = \mathbb{E}[X]^n`, r`\mathbb{E}\left[\prod_{i=1}^n X_i\right] = \mathbb{E}[X^n]`],
  [coins, r`\Pr(|\bar X - p| \ge \epsilon) \le 2 e^{-2 n \epsilon^2}`, r`\Pr(|\bar X - p| \ge \epsilon) \le e^{-2 n \epsilon^2}`],
  [matrices, '(A B)^T = B^T A^T', '(A B)^T = A^T B^T'],
  [matrices, r`\det(c A) = c^2 \det A`, r`\det(c A) = c \det A`],
  [matrices, r`\mathrm{tr}(A B) = \mathrm{tr}(B A)`, r`\mathrm{tr}(A B) = \mathrm{tr}(A) \mathrm{tr}(B)`],
  [matrices, '(A B)^{-1} = B^{-1} A^{-1}', '(A B)^{-1} = A^{-1} B^{-1}'],
  [vectors, 'x^T A y = y^T A^T x', 'x^T A y = y^T A x'],
  [vectors, r`\|x + y\| \le \|x\| + \|y\|`, r`\|x + y\| = \|x\| + \|y\|`],
  [vectors, r`\nabla_x \, x^T A x = (A + A^T) x`, r`\nabla_x \, x^T A x = 2 A x`],
  [joint, r`\log p(x) = \log \sum_z p(x \mid z) p(z)`, r`\log p(x) = \log \sum_z p(x \mid z)`],
  [joint, r`\mathbb{E}_{p(x)}[p(z \mid x)] = p(z)`, r`\mathbb{E}_{p(z \mid x)}[p(x \mid z)] = p(x)`],
  [coin, r`\mathbb{E}_{p(x \mid \theta)}\left[\frac{\partial}{\partial \theta} \log p(x \mid \theta)\right] = 0`, r`\mathbb{E}_{p(x \mid \theta)}\left[\frac{\partial}{\partial \theta} p(x \mid \theta)\right] = 0`],
  [coin, r`\mathbb{E}_{p(x \mid \theta)}\left[\left(\frac{\partial}{\partial \theta} \log p(x \mid \theta)\right)^2\right] = -\mathbb{E}_{p(x \mid \theta)}\left[\frac{\partial^2}{\partial \theta^2} \log p(x \mid \theta)\right]`, r`\mathbb{E}_{p(x \mid \theta)}\left[\left(\frac{\partial}{\partial \theta} \log p(x \mid \theta)\right)^2\right] = \mathbb{E}_{p(x \mid \theta)}\left[\frac{\partial^2}{\partial \theta^2} \log p(x \mid \theta)\right]`],
  [normal, r`\Pr(X \le \mu + \sigma) = \Phi(1)`, r`\Pr(X \le \mu + \sigma) = \Phi(\sigma)`],
  [normal, r`\Pr(X > 1) = 1 - \Phi\left(\frac{1 - \mu}{\sigma}\right)`, r`\Pr(X > 1) = \Phi\left(\frac{1 - \mu}{\sigma}\right)`],
  [normal, r`\mathbb{E}[X^3] = \mu^3 + 3 \mu \sigma^2`, r`\mathbb{E}[X^3] = \mu^3 + 3 \sigma^2`],
  [normal, r`\mathrm{h}(X) = \frac12 \log(2 \pi e \sigma^2)`, r`\mathrm{h}(X) = \frac12 \log(2 \pi e \sigma)`],
  [variables, r`\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[X]`, r`\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[Y]`],
  [variables, r`\mathrm{Var}(X) = \mathbb{E}[\mathrm{Var}(X \mid Y)] + \mathrm{Var}(\mathbb{E}[X \mid Y])`, r`\mathrm{Var}(X) = \mathbb{E}[\mathrm{Var}(X \mid Y)]`],
  [variables, r`\Pr(X \le 1 \mid Y \le 1) = \frac{\Pr(X \le 1, Y \le 1)}{\Pr(Y \le 1)}`, r`\Pr(X \le 1 \mid Y \le 1) = \frac{\Pr(X \le 1, Y \le 1)}{\Pr(X \le 1)}`],
  [variables, r`\mathbb{E}[\max(X, Y)] \ge \max(\mathbb{E}[X], \mathbb{E}[Y])`, r`\mathbb{E}[\max(X, Y)] = \max(\mathbb{E}[X], \mathbb{E}[Y])`],
  [['f : convex function', 'X : random variable'], r`f(\mathbb{E}[X]) \le \mathbb{E}[f(X)]`, r`f(\mathbb{E}[X]) \ge \mathbb{E}[f(X)]`],
  [smooth, r`\frac{d}{dx} f(x)^2 = 2 f(x) f'(x)`, r`\frac{d}{dx} f(x)^2 = 2 f(x)`],
  [smooth, r`\frac{d}{dx} f(2x) = 2f'(2x)`, r`\frac{d}{dx} f(2x) = f'(2x)`],
  [['f, g : smooth function', 'a, b : real'], r`\int_a^b f'(x) g(x) \, dx = f(b) g(b) - f(a) g(a) - \int_a^b f(x) g'(x) \, dx`, r`\int_a^b f'(x) g(x) \, dx = -\int_a^b f(x) g'(x) \, dx`],
  [[...normal, 'c : real in (-2, 2)'], r`h(c X) = h(X) + \log |c|`, r`h(c X) = h(X) + \log c`],
  [['f : smooth function', 't : real'], r`\frac{d}{dt} e^{f(t)} = e^{f(t)} f'(t)`, r`\log f(t)^2 = 2 \log f(t)`],
  [smoothTo, r`\int_0^a f(x) \, dx = a \int_0^1 f(a u) \, du`, r`\int_0^a f(x) \, dx = \int_0^1 f(a u) \, du`],
]; // prettier-ignore

const wrong: [given: Givens, tex: string][] = [
  [positiveLaws, r`\forall P, Q : D_{KL}(P \| Q) = D_{KL}(Q \| P)`],
  [rate, r`\int_{-\infty}^\infty \lambda e^{-\lambda x} \, dx = 1`],
  [['a, b : positive'], r`\log(a + b) = \log a + \log b`],
  [counted, 'n < 40'],
  [['n : integer'], 'n < 40'],
  [['n : nonnegative integer'], r`n! \le 10^{6}`],
  [counted, r`\frac{1}{n} \ge \frac{1}{100}`],
  [['n : sample size'], r`n \le 4`],
  [counted, 'n^2 - n + 41 < 10000'],
  [joint, r`\sum_x p(z \mid x) = 1`],
  [variables, r`H(X \mid Y) = H(Y \mid X)`],
  [variables, r`\mathrm{Var}(X + Y) = \mathrm{Var}(X) + \mathrm{Var}(Y)`],
  [variables, r`\mathrm{Cov}(X, Y) = 0 \iff I(X; Y) = 0`],
  [variables, r`\mathrm{Cov}(X, Y) = 0 \implies I(X; Y) = 0`],
  [share, r`-p \log p - (1-p) \log(1-p) = \frac12 \iff p = \frac12`],
  [law, r`\max_x P(x) = \frac{1}{3} \implies H(P) = \log 3`],
  [laws, r`H(P) = H(Q) \iff P = Q`],
  [positiveLaws, r`D_{KL}(P \| Q) = \mathrm{TV}(P, Q) \iff P = Q`],
  [variable, r`\mathbb{E}[X^2] = \mathbb{E}[X] \implies \Pr(X = 0) + \Pr(X = 1) = 1`],
  [laws, r`\mathrm{JSD}(P \| Q) \le \frac12 \log 2`],
  [threshold, r`\Pr(X \ge a) \le \frac{\mathbb{E}[X]}{a}`],
  [mean, r`\mathrm{Var}(\bar X) = \frac{\mathrm{Var}(X)}{n-1}`],
  [matrices, r`\det(A + B) = \det A + \det B`],
  [matrices, 'A B = B A'],
  [joint, r`\sum_x \sum_z p(x, z) = \sum_x p(x)^2`],
  [normal, r`\mathbb{E}[|X|] = |\mu|`],
  [variables, r`\Pr(X \le 1, Y \le 1) = \Pr(X \le 1) \Pr(Y \le 1)`],
  [apart, r`\mathbb{E}\left[\frac{X}{Y}\right] = \frac{\mathbb{E}[X]}{\mathbb{E}[Y]}`],
  [variables, r`\mathbb{E}[\max(X, Y)] > \max(\mathbb{E}[X], \mathbb{E}[Y])`],
  [['f : smooth function', 'X : random variable'], r`f(\mathbb{E}[X]) \le \mathbb{E}[f(X)]`],
  [['f : smooth function', 'a, b : real'], r`\int_a^b f(x) \, dx = \int_b^a f(x) \, dx`],
  [smoothTo, r`\int_{-a}^a f(x) \, dx = 2 \int_0^a f(x) \, dx`],
  [positiveLaws, r`D_{KL}(P \| Q) = D_{KL}(Q \| P) \iff P = Q`],
  [laws, r`D_{KL}(P \| Q) < \infty`],
]; // prettier-ignore

const verdicts = (given: Givens, tex: string): string[] => relations(given, tex).map(({ verdict }) => verdict);

test.each(pairs)('%j: %s', (given, right, slip) => {
  expect(verdicts(given, right)).toEqual(['holds']);
  expect(verdicts(given, slip)).toContain('refuted');
});

test.each(wrong)('%j: %s is refuted', (given, tex) => expect(verdicts(given, tex)).toEqual(['refuted']));
