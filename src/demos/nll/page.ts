import { type Page, say } from '../kit/demo.ts';

const DATA = 'p_{\\mathrm{data}}(x)';

const best = (f: string): string => `${f}_{\\theta_{\\mathrm{KL}}}`;

/** A number of each of the two families, f beside g. */
const both = (key: string, tex: (f: string) => string, en: string, zh: string): Page['readouts'] =>
  Object.fromEntries(
    ['f', 'g'].map((f) => {
      const name = say(en.replace('*', f), zh.replace('*', f));
      return [key + f.toUpperCase(), { tex: tex(f), name, nats: true }];
    }),
  );

const page: Page = {
  title: say('NLL becomes cross-entropy', '负对数似然趋于交叉熵'),
  tries: [
    { set: { n: 1000 }, text: say('A thousand draws: the two curves become one.', '抽取一千次：两条曲线合而为一。') },
    {
      set: { n: 3 },
      text: say(
        'Three draws: the sample lets the model look better than the truth can be.',
        '只抽三次：样本让模型看起来比真分布还好。',
      ),
    },
    {
      set: { truth: 'exponential', n: 1000 },
      text: say(
        'A truth that neither family has: something stays above the floor for ever.',
        '两族都不含真分布：下限之上总有剩余。',
      ),
    },
  ],
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
    ...both('found', (f) => `\\frac1n \\mathrm{NLL}_${f}(\\hat\\theta_n)`, 'least for the sample, *', '样本上的最小值，*'), // prettier-ignore
    ...both('least', (f) => `H(p, ${best(f)})`, 'least cross-entropy, *', '最小交叉熵，*'),
    ...both('kl', (f) => `D_{\\mathrm{KL}}(p \\parallel ${best(f)})`, 'what no * can remove', '* 无法消除的部分'),
    entropy: { tex: 'H(p)', name: say('entropy of the data, the floor', '数据的熵，即下限'), nats: true },
  },
  formulas: [
    {
      label: 'min-kl-value',
      numbers: {
        [`\\min_\\theta D_{\\mathrm{KL}}(${DATA} \\parallel p(x \\mid \\theta))`]: 'klF',
        [`\\min_\\theta H(${DATA}, p(x \\mid \\theta))`]: 'leastF',
        'H(p_{\\mathrm{data}})': 'entropy',
      },
    },
    {
      label: 'two-families',
      numbers: {
        [`\\min_\\alpha D_{\\mathrm{KL}}(${DATA} \\parallel f(x \\mid \\alpha))`]: 'klF',
        [`\\min_\\beta D_{\\mathrm{KL}}(${DATA} \\parallel g(x \\mid \\beta))`]: 'klG',
        [`\\min_\\alpha H(${DATA}, f(x \\mid \\alpha))`]: 'leastF',
        [`\\min_\\beta H(${DATA}, g(x \\mid \\beta))`]: 'leastG',
      },
    },
  ],
  legend: [
    ['line s1', say('cross-entropy and its least point', '交叉熵及其最小点')],
    ['line s2', say('average NLL of the sample and its least point', '样本的平均负对数似然及其最小点')],
    ['line s4', say('entropy of the data', '数据的熵')],
  ],
};
export default page;
