/** Slips about derivatives of log-likelihoods. */
import type { Pair } from '../pair.ts';
import { murphy, murphy2 } from './texts.ts';

const r = String.raw;

const iris = {
  title: 'IRIS Macroeconomic Modeling Toolbox, log-densities and their derivatives',
  by: null,
  told: {
    en: 'issue 15 of IRIS-Solutions-Team/IRIS-Toolbox, by ikarib, 2017',
    zh: 'IRIS-Solutions-Team/IRIS-Toolbox 的议题 15，ikarib，2017 年',
  },
};

export const slopes: readonly Pair[] = [
  {
    id: 'inverse-gamma-second',
    slip: {
      en: 'the curvature of the inverse gamma log-density, minus its second derivative, has its sign reversed',
      zh: '逆伽马对数密度的曲率（负的二阶导数）符号反了',
    },
    source: iris,
    given: ['a, b, x : positive'],
    wrong: r`-\frac{d^2}{dx^2} \log \mathrm{InvGam}(x; a, b) = -\frac{2 b - x (a + 1)}{x^3}`,
    right: r`-\frac{d^2}{dx^2} \log \mathrm{InvGam}(x; a, b) = \frac{2 b - x (a + 1)}{x^3}`,
  },
  {
    id: 'log-normal-second',
    slip: {
      en: 'the curvature of the log-normal log-density has the variance with the wrong sign',
      zh: '对数正态对数密度的曲率中，方差的符号错了',
    },
    source: iris,
    given: ['a : real', 'b, x : positive'],
    wrong: r`-\frac{d^2}{dx^2} \log \mathrm{LN}(x; a, b^2) = \frac{b^2 + a - \log x + 1}{b^2 x^2}`,
    right: r`-\frac{d^2}{dx^2} \log \mathrm{LN}(x; a, b^2) = \frac{-b^2 + a - \log x + 1}{b^2 x^2}`,
  },
  {
    id: 'beta-second',
    slip: { en: 'the curvature of the beta log-density has its sign reversed', zh: '贝塔对数密度的曲率符号反了' },
    source: iris,
    given: ['a, b : positive', 'x : probability'],
    wrong: r`-\frac{d^2}{dx^2} \log \mathrm{Beta}(x; a, b) = -\frac{b - 1}{(x - 1)^2} - \frac{a - 1}{x^2}`,
    right: r`-\frac{d^2}{dx^2} \log \mathrm{Beta}(x; a, b) = \frac{b - 1}{(x - 1)^2} + \frac{a - 1}{x^2}`,
  },
  {
    id: 'odds-curvature',
    slip: { en: 'the second derivative by the odds has a minus for a plus', zh: '对优势比的二阶导数，加号写成了减号' },
    source: {
      title: murphy2,
      by: murphy,
      told: {
        en: 'issue 104 of probml/pml2-book, by YuchiLiuS, 2022',
        zh: 'probml/pml2-book 的议题 104，YuchiLiuS，2022 年',
      },
    },
    given: [r`\phi : positive`, 'n : integer from 1 to 6', 'x : integer from 0 to 6'],
    wrong: r`\frac{d^2}{d\phi^2} \left(x \log \phi - n \log(\phi + 1)\right) = -\frac{x}{\phi^2} - \frac{n}{(\phi + 1)^2}`,
    right: r`\frac{d^2}{d\phi^2} \left(x \log \phi - n \log(\phi + 1)\right) = -\frac{x}{\phi^2} + \frac{n}{(\phi + 1)^2}`,
  },
  {
    id: 'normal-log-likelihood-sign',
    slip: { en: 'the constant of the normal log-likelihood has lost its minus', zh: '正态对数似然的常数项丢了负号' },
    source: {
      title: 'Linear Models, lecture notes',
      by: 'Shravan Vasishth',
      told: { en: 'issue 3 of vasishth/LM, by vasishth, 2015', zh: 'vasishth/LM 的议题 3，vasishth，2015 年' },
    },
    given: [
      'n : sample size',
      r`\mu : real`,
      r`\sigma : positive`,
      r`x_1, \dots, x_n : reals`,
      r`\ell := \sum_{i=1}^n \log \mathcal{N}(x_i; \mu, \sigma^2)`,
    ],
    wrong: r`\ell = \frac{n}{2} \log(2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_{i=1}^n (x_i - \mu)^2`,
    right: r`\ell = -\frac{n}{2} \log(2 \pi \sigma^2) - \frac{1}{2 \sigma^2} \sum_{i=1}^n (x_i - \mu)^2`,
  },
];
