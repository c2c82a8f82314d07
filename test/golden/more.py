"""Reference values of the kinds that visible.json has not: python3 test/golden/more.py > test/golden/more.json (mpmath, 60 digits)."""
import json
from mpmath import mp, mpf, quad, log, exp, gamma, loggamma, digamma, polygamma, erf, erfc, betainc, gammainc, binomial, beta, inf, pi, sqrt, findroot, besseli, cos

mp.dps = 60
cases = []


def case(kind, inputs, value):
    cases.append({"id": f"{kind}-{len(cases) + 1}", "kind": kind, "inputs": inputs, "value": mp.nstr(value, 40)})


def m(x):
    return mpf(x)


# distribution functions and their complements, by incomplete functions
for a, b, x in [(0.5, 2.0, 0.25), (7.5, 0.5, 40.0), (120.0, 3.0, 30.0)]:
    law = {"family": "gamma", "shape": a, "rate": b}
    case("cdf", {"p": law, "x": x}, gammainc(m(a), 0, m(b) * m(x), regularized=True))
    case("survival", {"p": law, "x": x}, gammainc(m(a), m(b) * m(x), inf, regularized=True))
for a, b, x in [(2.5, 0.5, 0.125), (30.0, 40.0, 0.75)]:
    law = {"family": "beta", "a": a, "b": b}
    case("cdf", {"p": law, "x": x}, betainc(m(a), m(b), 0, m(x), regularized=True))
for mu, s, x in [(1.0, 2.0, -15.0), (0.0, 1.0, 8.5)]:
    law = {"family": "normal", "mu": mu, "sigma": s}
    case("cdf", {"p": law, "x": x}, erfc(-(m(x) - m(mu)) / m(s) / sqrt(m(2))) / 2)
    case("survival", {"p": law, "x": x}, erfc((m(x) - m(mu)) / m(s) / sqrt(m(2))) / 2)
for v, x in [(3.5, -7.0), (11.0, 2.5)]:
    t = m(v) / (m(v) + m(x) ** 2)
    tail = betainc(m(v) / 2, m(1) / 2, 0, t, regularized=True) / 2
    case("cdf", {"p": {"family": "studentt", "df": v}, "x": x}, tail if x < 0 else 1 - tail)
for r, p, k in [(3.0, 0.25, 4), (2.5, 0.75, 9)]:
    law = {"family": "negativebinomial", "r": r, "p": p}
    pmf = lambda j: gamma(j + m(r)) / gamma(m(r)) / gamma(m(j) + 1) * m(p) ** m(r) * (1 - m(p)) ** j
    case("cdf", {"p": law, "x": k}, sum(pmf(j) for j in range(k + 1)))
    case("log_density", {"p": law, "x": k}, log(pmf(k)))
    case("mean", {"p": law}, m(r) * (1 - m(p)) / m(p))
    case("variance", {"p": law}, m(r) * (1 - m(p)) / m(p) ** 2)
    case("entropy", {"p": law}, -sum(pmf(j) * log(pmf(j)) for j in range(700)))
hyp = {"family": "hypergeometric", "N": 50, "K": 13, "n": 17}
h = lambda k: binomial(13, k) * binomial(37, 17 - k) / binomial(50, 17)
case("cdf", {"p": hyp, "x": 3}, sum(h(k) for k in range(4)))
case("log_density", {"p": hyp, "x": 6}, log(h(6)))
case("variance", {"p": hyp}, m(17) * 13 * 37 * 33 / (m(50) ** 2 * 49))
bb = {"family": "betabinomial", "n": 12, "a": 0.5, "b": 2.5}
g = lambda k: binomial(12, k) * beta(k + m(0.5), 12 - k + m(2.5)) / beta(m(0.5), m(2.5))
case("cdf", {"p": bb, "x": 2}, g(0) + g(1) + g(2))
case("log_density", {"p": bb, "x": 12}, log(g(12)))
case("entropy", {"p": bb}, -sum(g(k) * log(g(k)) for k in range(13)))
# log-densities
case("log_density", {"p": {"family": "inversegamma", "shape": 3.5, "rate": 2.0}, "x": 0.5}, m(3.5) * log(m(2)) - loggamma(m(3.5)) - m(4.5) * log(m(0.5)) - m(2) / m(0.5))
case("log_density", {"p": {"family": "f", "u": 3.0, "v": 7.0}, "x": 2.0}, m(1.5) * log(m(3) / 7) - log(beta(m(1.5), m(3.5))) + m(0.5) * log(m(2)) - 5 * log(1 + m(6) / 7))
case("log_density", {"p": {"family": "vonmises", "mu": 0.5, "kappa": 2.5}, "x": 1.25}, m(2.5) * cos(m(0.75)) - log(2 * pi * besseli(0, m(2.5))))
case("log_density", {"p": {"family": "weibull", "scale": 2.0, "shape": 1.5}, "x": 3.0}, log(m(1.5) / 2 * m(1.5) ** m(0.5)) - m(1.5) ** m(1.5))
# quantiles: exact roots of the distribution function
case("quantile", {"p": {"family": "exponential", "rate": 0.5}, "prob": 0.9375}, 2 * log(m(16)))
case("quantile", {"p": {"family": "normal", "mu": 0.0, "sigma": 1.0}, "prob": 2.0**-40}, findroot(lambda x: log(erfc(-x / sqrt(m(2))) / 2) - log(m(2) ** -40), -7))
case("quantile", {"p": {"family": "cauchy", "loc": 1.0, "scale": 2.0}, "prob": 0.75}, m(3))
# special functions
for x in [0.125, 1.5, 33.0]:
    case("gammaln", {"x": x}, loggamma(m(x)))
    case("digamma", {"x": x}, digamma(m(x)))
    case("trigamma", {"x": x}, polygamma(1, m(x)))
for x in [0.25, 3.5]:
    case("erf", {"x": x}, erf(m(x)))
    case("erfc", {"x": x}, erfc(m(x)))
print(json.dumps({"generator": "test/golden/more.py, mpmath, 60 digits", "cases": cases}, indent=1))
