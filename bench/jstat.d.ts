/** What is measured of jstat, which comes without types. */
declare module 'jstat' {
  type Density = { pdf(x: number, ...parameters: number[]): number };
  const jstat: {
    readonly normal: Density;
    readonly gamma: Density;
    mean(list: ArrayLike<number>): number;
    stdev(list: ArrayLike<number>): number;
    simpson(f: (x: number) => number, a: number, b: number, n: number): number;
    romberg(f: (x: number) => number, a: number, b: number, order: number): number[];
    gammaln(x: number): number;
    erf(x: number): number;
    erfc(x: number): number;
    erfcinv(p: number): number;
  };
  export default jstat;
}
