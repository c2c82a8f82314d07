import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('ELBO gap', 'ELBO 的差距'),
  tries: [
    { set: { m: 1.25, s: 0.55 }, text: say('Put q on the posterior: the gap closes.', '把 q 放到后验上：差距消失。') },
    { set: { step: 8 }, text: say('Let the ascent do it: eight steps.', '让上升来做：走八步。') },
    {
      set: { model: 'coins', step: 8 },
      text: say('A model without a normal posterior: some of the gap stays.', '后验不是正态的模型：总会留下一些差距。'),
    },
  ],
  controls: {
    model: say('Model', '模型'),
    x: say('Observations x', '观测值 x'),
    heads: say('Heads', '正面次数'),
    tails: say('Tails', '反面次数'),
    m: say('Mean m of q', 'q 的均值 m'),
    s: say('Standard deviation s of q', 'q 的标准差 s'),
    step: say('Steps of ascent', '上升步数'),
    k: say('Draws k of the weighted bound', '重要性加权的抽取数 k'),
    seed: say('Seed of the draws', '随机种子'),
  },
  options: {
    normal: say('a normal mean (conjugate)', '正态均值（共轭）'),
    coins: say('log-odds of a coin (not conjugate)', '硬币的对数几率（非共轭）'),
  },
  readouts: {
    logEvidence: { tex: '\\log p(x)', name: say('evidence', '证据'), nats: true },
    elbo: { tex: '\\mathrm{ELBO}(q)', name: say('lower bound', '下界'), nats: true },
    kl: { tex: 'D_{\\mathrm{KL}}(q \\parallel p(z \\mid x))', name: say('gap', '差距'), nats: true },
    weighted: {
      tex: '\\mathcal{L}_k',
      name: say('by k draws, simulated (± four standard errors)', 'k 次抽取，模拟（± 四倍标准误）'),
      nats: true,
    },
  },
  formulas: [
    {
      label: 'elbo-bound',
      numbers: {
        '\\mathrm{ELBO}(q)': 'elbo',
        '\\log p(x)': 'logEvidence',
        'D_{\\mathrm{KL}}(q \\parallel p(\\cdot \\mid x))': 'kl',
      },
    },
  ],
  legend: [
    ['line s4', say('prior', '先验')],
    ['line s1', say('posterior', '后验')],
    ['line s2', say('q', 'q')],
    ['area s2', say('ELBO', 'ELBO')],
    ['area s3', say('divergence', '散度')],
  ],
};
export default page;
