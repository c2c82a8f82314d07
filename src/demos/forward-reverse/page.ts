import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('Forward or reverse', '正向还是反向'),
  tries: [
    {
      set: { m: 1 },
      text: say(
        'Start on the right: the reverse fit ends on the other peak, the forward fit where it was.',
        '从右边出发：反向拟合落到另一峰，正向拟合不变。',
      ),
    },
    {
      set: { step: 2 },
      text: say(
        'Stop after two steps: what is left forward is cut in two by the equation of the page.',
        '只走两步：正向所余的散度被本页公式分成两段。',
      ),
    },
    { set: { gap: 1 }, text: say('Bring the peaks together: the two directions agree.', '让两峰靠拢：两个方向一致。') },
    {
      set: { gap: 6, width: 0.4 },
      text: say(
        'Pull the peaks apart: one fit covers what is not there, the other forgets what is.',
        '把两峰拉开：一个覆盖空处，另一个遗漏一峰。',
      ),
    },
  ],
  controls: {
    gap: say('Distance of the peaks of p', 'p 两峰的距离'),
    width: say('Width of each peak', '每峰的宽度'),
    weight: say('Weight of the left peak', '左峰的权重'),
    m: say('Start: mean of q', '起点：q 的均值'),
    s: say('Start: standard deviation of q', '起点：q 的标准差'),
    step: say('Steps taken', '已走步数'),
  },
  readouts: {
    forward: {
      tex: 'D_{\\mathrm{KL}}(p \\parallel q_k)',
      name: say('what is left, forward', '正向，所余散度'),
      nats: true,
    },
    reverse: {
      tex: 'D_{\\mathrm{KL}}(q_k \\parallel p)',
      name: say('what is left, reverse', '反向，所余散度'),
      nats: true,
    },
    forwardM: { tex: 'm_k', name: say('mean of q, forward', 'q 的均值，正向') },
    reverseM: { tex: 'm_k', name: say('mean of q, reverse', 'q 的均值，反向') },
    forwardS: { tex: 's_k', name: say('standard deviation, forward', '标准差，正向') },
    reverseS: { tex: 's_k', name: say('standard deviation, reverse', '标准差，反向') },
  },
  formulas: [
    {
      label: 'kl-pythagoras',
      numbers: {
        'D_{\\mathrm{KL}}(p \\parallel \\mathcal{N}(\\mu, \\sigma^2))': 'direct',
        'D_{\\mathrm{KL}}(p \\parallel \\mathcal{N}(m, v))': 'rest',
        'D_{\\mathrm{KL}}(\\mathcal{N}(m, v) \\parallel \\mathcal{N}(\\mu, \\sigma^2))': 'apart',
      },
    },
  ],
  legend: [
    ['area s4 band', say('p', 'p')],
    ['line s1', say('q, forward', 'q，正向')],
    ['line s2', say('q, reverse', 'q，反向')],
    ['line faint', say('lines of equal divergence', '等散度线')],
  ],
};
export default page;
