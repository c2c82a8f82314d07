import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('Likelihood explorer', '似然探索'),
  hint: say(
    'Press in the lower picture to add an observation. Drag one to move it, out of the picture to remove it. With keys: Tab to one, then the arrows, Enter for one more, Delete.',
    '在下图中点按可添加观测；拖动可移动，拖出图外则删去。用键盘：Tab 选中一个，方向键移动，Enter 添加，Delete 删去。',
  ),
  tries: [
    {
      set: { x: [-1.2, 0.4, 0.9, 1.6, 5] },
      text: say(
        'Move one observation far out: the top follows it, and widens.',
        '把一个观测移远：最高点随之移动，并且变宽。',
      ),
    },
    {
      set: { method: 'scoring', step: 6 },
      text: say('Take Newton’s steps: six are enough.', '改用牛顿步：六步就够。'),
    },
    {
      set: { family: 'bernoulli' },
      text: say('Toss a coin: how near is the parabola to the curve?', '换成抛硬币：抛物线与曲线有多接近？'),
    },
  ],
  controls: {
    family: say('Family of laws', '分布族'),
    x: say('Observations', '观测值'),
    coins: say('Tosses, 1 for heads', '抛掷结果，1 为正面'),
    waits: say('Waiting times', '等待时间'),
    counts: say('Counts', '计数'),
    method: say('Way up', '上升方法'),
    rate: say('Step size', '步长'),
    mu: say('Start: mean μ', '起点：均值 μ'),
    sigma: say('Start: standard deviation σ', '起点：标准差 σ'),
    p: say('Start: probability p', '起点：概率 p'),
    lambda: say('Start: rate λ', '起点：速率 λ'),
    mean: say('Start: mean λ', '起点：均值 λ'),
    step: say('Steps taken', '已走步数'),
  },
  options: {
    normal: say('normal', '正态'),
    bernoulli: say('coin', '硬币（伯努利）'),
    exponential: say('waiting times (exponential)', '等待时间（指数）'),
    poisson: say('counts (Poisson)', '计数（泊松）'),
    ascent: say('gradient ascent', '梯度上升'),
    scoring: say('Newton with Fisher information', 'Fisher 信息的牛顿步'),
  },
  readouts: {
    estimate: {
      tex: '\\hat\\theta',
      name: say('maximum likelihood estimate (of μ, if normal)', '最大似然估计（正态时为 μ）'),
    },
    second: { tex: '\\hat\\sigma', name: say('of the standard deviation, if normal', '标准差的估计（正态时）') },
    most: { tex: '\\ell(\\hat\\theta)', name: say('highest log-likelihood', '最大对数似然'), nats: true },
    here: { tex: '\\ell(\\theta_k)', name: say('where the steps have come to', '当前位置的对数似然'), nats: true },
    information: { tex: 'n I(\\hat\\theta)', name: say('Fisher information of the sample', '样本的 Fisher 信息') },
    width: { tex: '1 / \\sqrt{n I(\\hat\\theta)}', name: say('half-width of the band', '带的半宽') },
  },
  formulas: [
    {
      label: 'lik-normal-form',
      numbers: {
        '\\ell(\\mu, \\sigma)': 'here',
        n: 'normal.n',
        '\\sigma': 'normal.sigma',
        '\\sum_{i=1}^n (y_i - \\mu)^2': 'normal.squares',
      },
    },
    {
      label: 'lik-normal-max',
      numbers: {
        n: 'normal.n',
        v: 'normal.v',
        '\\mu': 'normal.mu',
        '\\sigma': 'normal.sigma',
        '\\bar y': 'normal.mean',
      },
    },
    { label: 'lik-coin-max', numbers: { '\\ell(t)': 'here', k: 'bernoulli.total', n: 'bernoulli.n' } },
    {
      label: 'lik-exp-max',
      numbers: {
        '\\ell(\\lambda)': 'here',
        '\\lambda': 'exponential.place',
        n: 'exponential.n',
        S: 'exponential.total',
      },
    },
    {
      label: 'lik-poisson-root',
      numbers: { '\\lambda': 'poisson.place', n: 'poisson.n', C: 'poisson.total' },
    },
  ],
  legend: [
    ['line s1', say('log-likelihood', '对数似然')],
    ['line s3', say('parabola of the information', '信息所给的抛物线')],
    ['line s2 whole', say('the way up', '上升路径')],
    ['area s4 band', say('within one half-width of the estimate', '与估计相距不超过一个半宽')],
    ['dot s4', say('estimate', '估计值')],
  ],
};
export default page;
