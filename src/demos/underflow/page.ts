import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('Underflow', '下溢'),
  tries: [
    { set: { n: 140 }, text: say('140 tosses: 32 bits are wearing out.', '抛 140 次：32 位正在失去有效数字。') },
    {
      set: { p: 0.95, theta: 0.95 },
      text: say(
        'A coin that hardly surprises: the product lives much longer.',
        '几乎不出意外的硬币：乘积存活得久得多。',
      ),
    },
    {
      set: { n: 1000 },
      text: say(
        '1000 tosses: 64 bits still know the product, and the equation of the page holds.',
        '抛 1000 次：64 位仍知道乘积，本页公式成立。',
      ),
    },
  ],
  controls: {
    p: say('True probability of heads', '正面的真实概率'),
    theta: say('Parameter θ of the model', '模型参数 θ'),
    n: say('Number of tosses n', '抛掷次数 n'),
    seed: say('Seed of the tosses', '随机种子'),
  },
  readouts: {
    logLikelihood: { tex: '\\ell(\\theta)', name: say('sum of the logarithms', '对数之和'), nats: true },
    log10: { tex: '\\log_{10} L(\\theta)', name: say('power of ten of the likelihood', '似然的 10 的幂次') },
    last64: { tex: 'L(\\theta)', name: say('product in 64 bits, as stored', '64 位乘积的存储值') },
    last32: { tex: 'L(\\theta)', name: say('product in 32 bits, as stored', '32 位乘积的存储值') },
  },
  formulas: [{ label: 'lik-log-of', numbers: { '\\ell(\\theta)': 'logLikelihood', 'L(\\theta)': 'product' } }],
  legend: [
    ['line s4', say('sum of logarithms', '对数之和')],
    ['line s1', say('product in 64 bits', '64 位乘积')],
    ['line s2', say('product in 32 bits', '32 位乘积')],
    ['line faint', say('where a product is 0; the parameter θ', '乘积变为 0 之处；参数 θ')],
  ],
};
export default page;
