import { type Page, say } from '../kit/demo.ts';

const DRAW = 'z \\sim \\mathcal{N}(\\mu, \\sigma^2)';

const page: Page = {
  title: say('Two gradients', '两种梯度'),
  tries: [
    {
      set: { baseline: -5 },
      text: say(
        'Take the mean of f away as a baseline: the upper cloud narrows.',
        '减去 f 的均值作为基线：上方的点云变窄。',
      ),
    },
    {
      set: { sigma: 0.2 },
      text: say('Narrow q: one of the two variances explodes.', '收窄 q：其中一个方差急剧增大。'),
    },
    {
      set: { f: 'square', mu: 1 },
      text: say('Take x²: the page has its variances in closed form.', '取 x²：本页给出了其方差的闭式。'),
    },
  ],
  controls: {
    f: say('Function f', '函数 f'),
    parameter: say('Parameter of q', 'q 的参数'),
    mu: say('Mean μ of q', 'q 的均值 μ'),
    sigma: say('Standard deviation σ of q', 'q 的标准差 σ'),
    baseline: say('Baseline b of the score estimate', '得分估计的基线 b'),
    draws: say('Draws for each step', '每步的抽取数'),
    rate: say('Step size', '步长'),
    step: say('Steps taken', '已走步数'),
    seed: say('Seed of the draws', '随机种子'),
  },
  options: {
    hill: say('−(x − 1)²', '−(x − 1)²'),
    slope: say('2x', '2x'),
    square: say('x²', 'x²'),
    ridges: say('x² − x⁴/8', 'x² − x⁴/8'),
    mu: say('mean μ', '均值 μ'),
    sigma: say('standard deviation σ', '标准差 σ'),
  },
  readouts: {
    mean: { tex: '\\nabla \\mathbb{E}_q[f(x)]', name: say('the slope that both estimate', '二者共同估计的斜率') },
    score: { tex: '\\operatorname{Var}[(f(x) - b) \\nabla \\log q(x)]', name: say('score function', '得分函数') },
    reparameterisation: {
      tex: '\\operatorname{Var}[\\nabla f(\\mu + \\sigma \\epsilon)]',
      name: say('reparameterisation', '重参数化'),
    },
    ratio: {
      tex: '\\operatorname{Var} / \\operatorname{Var}',
      name: say('how many times more draws the score function needs', '得分函数所需抽取数的倍数'),
    },
  },
  formulas: [
    {
      label: 'two-gradients',
      numbers: {
        [`\\mathbb{E}_{${DRAW}}\\left[f(z) \\frac{z - \\mu}{\\sigma^2}\\right]`]: 'byScore',
        [`\\mathbb{E}_{${DRAW}}[f'(z)]`]: 'byPath',
      },
    },
    {
      label: 'variance-path',
      numbers: { [`\\operatorname{Var}_{${DRAW}}(2 z)`]: 'square.path', '\\sigma': 'square.sigma' },
    },
    {
      label: 'variance-score',
      numbers: {
        [`\\operatorname{Var}_{${DRAW}}\\left(z^2 \\frac{z - \\mu}{\\sigma^2}\\right)`]: 'square.score',
        '\\mu': 'square.mu',
        '\\sigma': 'square.sigma',
      },
    },
    { label: 'variance-ratio', numbers: { '\\mu': 'square.mu', '\\sigma': 'square.sigma', '\\kappa': 'square.kappa' } },
  ],
  legend: [
    ['line s1', say('function f, reparameterisation', '函数 f，重参数化')],
    ['line s2', say('density q, score function', '密度 q，得分函数')],
    ['line s4', say('exact slope', '精确斜率')],
  ],
};
export default page;
