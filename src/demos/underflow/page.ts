import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('Underflow', '下溢'),
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
  legend: [
    ['line s4', say('sum of logarithms', '对数之和')],
    ['line s1', say('product in 64 bits', '64 位乘积')],
    ['line s2', say('product in 32 bits', '32 位乘积')],
  ],
};
export default page;
