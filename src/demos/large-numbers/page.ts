import { type Page, say } from '../kit/demo.ts';

const page: Page = {
  title: say('Law of large numbers', '大数定律'),
  tries: [
    {
      set: { n: 1000 },
      text: say(
        'A thousand draws: the paths end inside the band, and the bounds fall behind the truth.',
        '抽取一千次：路径收进带内，各个界也离真值更远。',
      ),
    },
    {
      set: { law: 'cauchy', n: 2000 },
      text: say('A law without a mean: no number of draws helps.', '没有均值的分布：抽取再多也无济于事。'),
    },
    {
      set: { epsilon: 0.3, n: 100 },
      text: say('Ask for less: Chebyshev’s bound hardly notices.', '放宽距离：Chebyshev 界几乎没有察觉。'),
    },
  ],
  controls: {
    law: say('Law of a draw', '每次抽取的分布'),
    p: say('Probability of heads', '正面的概率'),
    n: say('Number of draws n', '抽取次数 n'),
    epsilon: say('Distance ε', '距离 ε'),
    paths: say('Number of paths', '路径条数'),
    seed: say('Seed of the draws', '随机种子'),
  },
  options: {
    coin: say('coin', '硬币'),
    die: say('die', '骰子'),
    exponential: say('exponential', '指数'),
    normal: say('normal', '正态'),
    cauchy: say('Cauchy', '柯西'),
  },
  readouts: {
    exact: { tex: '\\mathbb{P}(|\\bar X_n - \\mu| \\ge \\epsilon)', name: say('exact', '精确值') },
    chebyshev: { tex: '\\frac{\\sigma^2}{n \\epsilon^2}', name: say('Chebyshev, at most 1', 'Chebyshev，至多为 1') },
    hoeffding: {
      tex: '2 e^{-2 n \\epsilon^2 / (b - a)^2}',
      name: say('Hoeffding, for draws in [a, b]', 'Hoeffding，取值于 [a, b]'),
    },
    chernoff: { tex: 'e^{-n I(\\mu - \\epsilon)} + e^{-n I(\\mu + \\epsilon)}', name: say('Chernoff', 'Chernoff') },
  },
  formulas: [
    {
      label: 'lln-rate',
      numbers: {
        '\\mathbb{P}(|\\bar X_n - \\mu| \\ge \\epsilon)': 'exact',
        '\\operatorname{Var}(\\bar X_n)': 'varianceOfMean',
        '\\sigma': 'deviation',
        n: 'n',
        '\\epsilon': 'epsilon',
      },
    },
  ],
  legend: [
    ['line s1 thin', say('running means', '逐次均值')],
    ['area s4 band', say('nearer than ε to the mean', '与均值相距小于 ε')],
    ['line s1', say('exact probability', '精确概率')],
    ['line s2', say('Chebyshev', 'Chebyshev')],
    ['line s3', say('Hoeffding', 'Hoeffding')],
    ['line s4', say('Chernoff', 'Chernoff')],
  ],
};
export default page;
