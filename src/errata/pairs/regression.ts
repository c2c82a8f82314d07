/** Slips about least squares. */
import type { Pair } from '../pair.ts';
import { mml, mmlAuthors } from './texts.ts';

const r = String.raw;

export const regression: readonly Pair[] = [
  {
    id: 'projection-without-transpose',
    slip: {
      en: 'the projection multiplies by the features where their transpose belongs',
      zh: '投影中该乘特征转置处，乘了特征本身',
    },
    source: {
      title: mml,
      by: mmlAuthors,
      told: {
        en: 'issue 455 of mml-book/mml-book.github.io, by CL-BZH, 2019',
        zh: 'mml-book/mml-book.github.io 的议题 455，CL-BZH，2019 年',
      },
    },
    given: [r`\Phi : matrix 3x2`, 'y : vector in R^3', r`H := \Phi (\Phi^\top \Phi)^{-1} \Phi^\top`],
    wrong: r`H y = \Phi (\Phi^\top \Phi)^{-1} \Phi y`,
    right: r`H y = \Phi (\Phi^\top \Phi)^{-1} \Phi^\top y`,
    meaningless: /3 × 2|matri/,
  },
  {
    id: 'normal-equations-without-transpose',
    slip: { en: 'the right side of the normal equations lacks its transpose', zh: '正规方程的右边缺了转置' },
    source: {
      title: 'Numerical Linear Algebra, lecture notes',
      by: 'Eric Darve',
      told: {
        en: 'issue 20 of EricDarve/numerical_linear_algebra, by yhl-icme, 2017',
        zh: 'EricDarve/numerical_linear_algebra 的议题 20，yhl-icme，2017 年',
      },
    },
    given: ['A : matrix 3x2', 'b : vector in R^3', r`x := (A^\top A)^{-1} A^\top b`],
    wrong: r`A^\top A x = A b`,
    right: r`A^\top A x = A^\top b`,
    meaningless: /matri/,
  },
  {
    id: 'decomposition-sign',
    slip: { en: 'a vector is its projection minus, not plus, what is left', zh: '向量被写成投影减去（而非加上）残差' },
    source: {
      title: 'CS 132: Geometric Algorithms, notebooks',
      by: 'Mark Crovella',
      told: {
        en: 'pull request 10 of mcrovella/CS132-Geometric-Algorithms, by duyiblue, 2023',
        zh: 'mcrovella/CS132-Geometric-Algorithms 的合并请求 10，duyiblue，2023 年',
      },
    },
    given: ['A : matrix 3x2', 'b : vector in R^3', 'x : vector in R^2'],
    wrong: 'b = A x - (b - A x)',
    right: 'b = A x + (b - A x)',
  },
];
