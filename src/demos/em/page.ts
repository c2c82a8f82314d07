import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('EM and mean field', 'EM 与平均场'),
  tries: [
    { set: { step: 0 }, text: say('Go back to the start, and press Play.', '回到起点，再按“播放”。') },
    {
      set: { gap: 1.5, step: 30 },
      text: say(
        'Means that are close together: every step lifts, but hardly.',
        '均值靠近时：每一步都在上升，但几乎不动。',
      ),
    },
    {
      set: { what: 'field', rho: 0.95, step: 10 },
      text: say(
        'A strong tie and a mean field: the means creep, the variance is far too small.',
        '强相关与平均场：均值缓慢靠近，方差远远偏小。',
      ),
    },
  ],
  controls: {
    what: say('What is fitted', '拟合对象'),
    gap: say('Distance of the true means', '真实均值的距离'),
    n: say('Size of the sample', '样本量'),
    mu1: say('Start: first mean', '起点：第一个均值'),
    mu2: say('Start: second mean', '起点：第二个均值'),
    rho: say('Correlation ρ', '相关系数 ρ'),
    m1: say('Start: mean of the first coordinate', '起点：第一坐标的均值'),
    m2: say('Start: mean of the second coordinate', '起点：第二坐标的均值'),
    step: say('Steps taken', '已走步数'),
    seed: say('Seed of the sample', '随机种子'),
  },
  options: {
    em: say('a mixture, by EM', '混合分布，用 EM'),
    field: say('a correlated pair, by mean field', '相关的一对，用平均场'),
  },
  readouts: {
    whole: { tex: '\\log p(x)', name: say('what is bounded', '被界定的量'), nats: true },
    bound: { tex: '\\mathrm{ELBO}(q)', name: say('the bound', '下界'), nats: true },
    gap: { tex: '\\log p(x) - \\mathrm{ELBO}(q)', name: say('the divergence of q', 'q 的散度'), nats: true },
  },
  formulas: [
    {
      label: 'em-identity',
      numbers: {
        '\\log p(x \\mid \\theta)': 'logLikelihood',
        '\\mathcal{F}(q, \\theta)': 'lifted',
        'D_{\\mathrm{KL}}(q \\parallel p(\\cdot \\mid x, \\theta))': 'old',
      },
    },
    {
      label: 'mf-price',
      numbers: {
        '\\rho': 'rho',
        '\\mathbb{E}_{a \\sim \\mathcal{N}(0, 1 - \\rho^2)}\\left[\\frac{\\rho^2 a^2}{2 (1 - \\rho^2)}\\right]':
          'second',
      },
    },
  ],
  legend: [
    ['line s1', say('what is bounded, the true law', '被界定的量，真实分布')],
    ['line s2', say('the bound, the fitted q', '下界，拟合的 q')],
    ['line s3', say('parts of the mixture', '混合的成分')],
  ],
};
export default page;
