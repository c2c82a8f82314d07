import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('NLL becomes cross-entropy', '负对数似然趋于交叉熵'),
  controls: {
    truth: say('Law of the data', '数据的分布'),
    n: say('Size of the sample n', '样本量 n'),
    seed: say('Seed of the sample', '随机种子'),
  },
  options: {
    normal: say('normal', '正态'),
    laplace: say('Laplace', '拉普拉斯'),
    exponential: say('exponential', '指数'),
    mixture: say('two normals', '两个正态的混合'),
  },
  readouts: {
    entropy: { tex: 'H(p)', name: say('entropy of the data, the floor', '数据的熵，即下限'), nats: true },
    foundF: {
      tex: '\\frac1n \\mathrm{NLL}_f(\\hat\\theta_n)',
      name: say('least for the sample, f', '样本上的最小值，f'),
      nats: true,
    },
    leastF: {
      tex: 'H(p, f_{\\theta_{\\mathrm{KL}}})',
      name: say('least cross-entropy, f', '最小交叉熵，f'),
      nats: true,
    },
    klF: {
      tex: 'D_{\\mathrm{KL}}(p \\parallel f_{\\theta_{\\mathrm{KL}}})',
      name: say('what no f can remove', 'f 无法消除的部分'),
      nats: true,
    },
    foundG: {
      tex: '\\frac1n \\mathrm{NLL}_g(\\hat\\theta_n)',
      name: say('least for the sample, g', '样本上的最小值，g'),
      nats: true,
    },
    leastG: {
      tex: 'H(p, g_{\\theta_{\\mathrm{KL}}})',
      name: say('least cross-entropy, g', '最小交叉熵，g'),
      nats: true,
    },
    klG: {
      tex: 'D_{\\mathrm{KL}}(p \\parallel g_{\\theta_{\\mathrm{KL}}})',
      name: say('what no g can remove', 'g 无法消除的部分'),
      nats: true,
    },
  },
  legend: [
    ['line s1', say('cross-entropy and its least point', '交叉熵及其最小点')],
    ['line s2', say('average NLL of the sample and its least point', '样本的平均负对数似然及其最小点')],
    ['line s4', say('entropy of the data', '数据的熵')],
  ],
};
export default page;
