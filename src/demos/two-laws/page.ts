import { type Page, say } from '../kit/demo.ts';

const law = (name: 'p' | 'q') => ({
  [name]: say(`Law ${name}`, `分布 ${name}`),
  [`${name}Centre`]: say(`Centre of ${name}`, `${name} 的中心`),
  [`${name}Width`]: say(`Width of ${name}`, `${name} 的宽度`),
  [`${name}Gap`]: say(`Distance of the peaks of ${name}`, `${name} 两峰的距离`),
});

const page: Page = {
  title: say('Two laws', '两个分布'),
  tries: [
    {
      set: { direction: 'qp' },
      text: say('Turn the direction round: the same two laws, another number.', '调转方向：同样两个分布，数值却不同。'),
    },
    {
      set: { p: 'cauchy', q: 'normal' },
      text: say(
        'Give p heavy tails: the divergence is infinite, the total variation is not.',
        '让 p 有厚尾：散度变为无穷，全变差却有限。',
      ),
    },
    {
      set: { q: 'uniform', qWidth: 3 },
      text: say(
        'Let q rule places out where p has mass, and then turn the direction round.',
        '让 q 在 p 有概率之处没有概率，再调转方向。',
      ),
    },
  ],
  controls: { ...law('p'), ...law('q'), direction: say('Direction that is drawn', '所画的方向') },
  options: {
    normal: say('normal', '正态'),
    laplace: say('Laplace', '拉普拉斯'),
    cauchy: say('Cauchy', '柯西'),
    uniform: say('uniform', '均匀'),
    exponential: say('exponential', '指数'),
    mixture: say('two normals', '两个正态的混合'),
    pq: say('from p to q', '从 p 到 q'),
    qp: say('from q to p', '从 q 到 p'),
  },
  readouts: {
    klPq: { tex: 'D_{\\mathrm{KL}}(p \\parallel q)', name: say('divergence', '散度'), nats: true },
    klQp: { tex: 'D_{\\mathrm{KL}}(q \\parallel p)', name: say('the other way', '反方向'), nats: true },
    js: { tex: '\\mathrm{JSD}(p, q)', name: say('Jensen–Shannon, at most log 2', 'JS 散度，至多 log 2'), nats: true },
    tv: { tex: '\\mathrm{TV}(p, q)', name: say('total variation', '全变差') },
    pinsker: {
      tex: '\\sqrt{D_{\\mathrm{KL}} / 2}',
      name: say('Pinsker’s bound on it, of the smaller divergence', '由较小散度得到的 Pinsker 上界'),
    },
    hellinger: { tex: 'H(p, q)', name: say('Hellinger distance', 'Hellinger 距离') },
  },
  formulas: [
    {
      label: 'bretagnolle-huber',
      numbers: { 'D_{\\mathrm{KL}}(P \\parallel Q)': 'klPq', '\\mathrm{TV}(P, Q)': 'tv' },
    },
    { label: 'tv-hellinger', numbers: { '\\mathrm{TV}(P, Q)': 'tv', 'H^2(P, Q)': 'hellingerSquared' } },
  ],
  legend: [
    ['line s1', say('p', 'p')],
    ['line s2', say('q', 'q')],
    ['area up', say('adds to the divergence', '使散度增大')],
    ['area down', say('takes from it', '使散度减小')],
  ],
};
export default page;
