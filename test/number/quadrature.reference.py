"""
Reference values of the integrals in the folder integrals, by mpmath 1.3 with 60 digits: closed forms where there
are any, else mp.quad on pieces, by two different splits that must agree to 45 digits. Parameters are the doubles
nearest to the decimals in the names. Writes quadrature.reference.json; the tests need no Python.
"""
import json
import os
from mpmath import (mp, mpf, quad, pi, sqrt, exp, log, erf, gamma, loggamma, digamma, beta, cos, sin, inf, euler,
                    catalan, e, atan, e1, sinh, cosh)

mp.dps = 60
values = {}
constants = {}


def f(text):
    return mpf(float(text))


def put(name, value):
    assert name not in values, name
    values[name] = mp.nstr(mp.re(value), 40, strip_zeros=False, min_fixed=0, max_fixed=0)


def numeric(g, cuts):
    """Integral over consecutive cuts; twice, the second time with every piece halved at an irrational place."""
    a = quad(g, cuts, maxdegree=12)
    fine = []
    for u, v in zip(cuts, cuts[1:]):
        fine.append(u)
        if u == -inf and v == inf:
            fine.append(mpf(1) / 3)
        elif v == inf:
            fine.append(u + 1 + sqrt(mpf(2)))
        elif u == -inf:
            fine.append(v - 1 - sqrt(mpf(2)))
        else:
            fine.append(u + (v - u) * (sqrt(mpf(5)) - 1) / 2)
    fine.append(cuts[-1])
    b = quad(g, fine, maxdegree=12)
    assert abs(a - b) <= mpf(10) ** -40 * abs(a) + mpf(10) ** -50, (a, b)
    return b


def constant(name, value):
    constants[name] = mp.nstr(value, 40)


# normal laws
def moment(m, s, k):
    return [mpf(1), m, m**2 + s**2, m**3 + 3 * m * s**2, m**4 + 6 * m**2 * s**2 + 3 * s**4][k]


def kl_normal(m1, s1, m2, s2):
    return log(s2 / s1) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2) - mpf(1) / 2


for law in ['0 1', '1000 1e-3', '-3 2.5', '1e6 1e-3', '1e-5 1e3', '0 1e-150', '-1e9 1e-3']:
    m, s = map(f, law.split())
    for k in [0, 1, 2, 4]:
        put(f'normal moment {k} of {law}', moment(m, s, k))
    put(f'normal deviation of {law}', s * sqrt(2 / pi))
    put(f'normal entropy of {law}', log(s) + log(2 * pi * e) / 2)
for law in ['0 1', '-3 2.5', '1 10']:
    m, s = map(f, law.split())
    put(f'normal cosine of {law}', exp(-(s**2) / 2) * cos(m))
for pair in ['0 1 1 2', '0 1 1e6 1', '1000 1e-3 1000.001 2e-3', '0 1 0 1e-3', '0 1e-3 5 1', '-1e8 1e-3 1e8 1e3', '0 1 30 1', '1e6 1 0 1e6']:
    put(f'normal divergence of {pair}', kl_normal(*map(f, pair.split())))
for m in ['1', '10', '30', '50']:
    put(f'normal overlap with {m}', exp(-f(m) ** 2 / 4) / (2 * sqrt(pi)))
    put(f'normal distance from {m}', erf(f(m) / sqrt(mpf(8))))

# Student's t
def t_log(nu, x):
    return loggamma((nu + 1) / 2) - loggamma(nu / 2) - log(nu * pi) / 2 - (nu + 1) / 2 * log(1 + x * x / nu)


def n_log(x):
    return -x * x / 2 - log(2 * pi) / 2


TAIL = [mpf(0), mpf(1), mpf(4), mpf(30), mpf(10) ** 3, mpf(10) ** 6, mpf(10) ** 12, mpf(10) ** 30, inf]
for law in ['0.02 0 1', '0.1 0 1', '1 0 1', '1.5 0 1', '2 0 1', '3 0 1', '5 0 1', '100 0 1', '3 1000 1e-3', '5 -1e6 0.1']:
    nu = f(law.split()[0])
    constant(f't {law.split()[0]}', loggamma((nu + 1) / 2) - loggamma(nu / 2) - log(nu * pi) / 2)
    put(f't mass of {law}', mpf(1))
constant('t 10', loggamma(mpf(11) / 2) - loggamma(mpf(5)) - log(10 * pi) / 2)
for law in ['3 2', '5 4.5', '1 0.5', '1 0.9', '1 0.99', '2 1.9', '100 4']:
    nu, k = map(f, law.split())
    put(f't absolute moment of {law}', nu ** (k / 2) * gamma((k + 1) / 2) * gamma((nu - k) / 2) / (sqrt(pi) * gamma(nu / 2)))
for pair in ['3 10', '10 3', '1 3', '5 100', '2 1', '1.5 10', '100 3']:
    a, b = map(f, pair.split())
    put(f't divergence of {pair}', 2 * numeric(lambda x: exp(t_log(a, x)) * (t_log(a, x) - t_log(b, x)), TAIL))
for nu in ['3', '10']:
    put(f't divergence of normal {nu}', 2 * numeric(lambda x: exp(n_log(x)) * (n_log(x) - t_log(f(nu), x)), [mpf(0), mpf(1), mpf(4), mpf(10), mpf(20), mpf(40)]))
for nu in ['3', '5']:
    put(f't divergence of {nu} normal', 2 * numeric(lambda x: exp(t_log(f(nu), x)) * (t_log(f(nu), x) - n_log(x)), TAIL))

# gamma laws: shape, rate
def kl_gamma(a, r, b, t):
    return (a - b) * digamma(a) - loggamma(a) + loggamma(b) + b * (log(r) - log(t)) + a * (t - r) / r


for law in ['0.5 1', '200 30', '1 1', '2 3', '0.01 1', '1e4 1', '1e7 1', '0.1 1e-5', '3 1e8']:
    a, r = map(f, law.split())
    name = law.split()[0]
    constant(f'gamma {name}', a * log(a) - a - loggamma(a))
    put(f'gamma mass of {law}', mpf(1))
    put(f'gamma mean of {law}', a / r)
    put(f'gamma logarithm of {law}', digamma(a) - log(r))
for pair in ['0.5 1 200 30', '200 30 0.5 1', '1 1 2 3', '0.01 1 1 1', '1e4 1 1e7 1', '0.1 1e-5 3 1e8', '2 3 0.01 1', '1e7 1 1e4 1']:
    put(f'gamma divergence of {pair}', kl_gamma(*map(f, pair.split())))

# beta laws
def kl_beta(a, b, c, d):
    return log(beta(c, d) / beta(a, b)) + (a - c) * digamma(a) + (b - d) * digamma(b) + (c - a + d - b) * digamma(a + b)


for law in ['0.5 0.5', '2 5', '0.5 3', '1000 2000', '1 1', '0.01 5', '5 0.1', '0.01 0.01']:
    a, b = map(f, law.split())
    constant(f'beta {law}', -(loggamma(a) + loggamma(b) - loggamma(a + b)))
    put(f'beta mass of {law}', mpf(1))
    put(f'beta mean of {law}', a / (a + b))
    put(f'beta logarithm of {law}', digamma(a) - digamma(a + b))
    put(f'beta complement of {law}', digamma(b) - digamma(a + b))
    if min(a, b) >= 0.5:
        put(f'beta plain of {law}', mpf(1))
for pair in ['0.5 0.5 2 5', '2 5 0.5 0.5', '0.5 3 1 1', '5 0.1 2 5', '0.01 0.01 0.5 0.5', '1 1 1000 2000']:
    put(f'beta divergence of {pair}', kl_beta(*map(f, pair.split())))

# powers at an end, with and without logarithms
for a in ['0.1', '0.5', '0.9', '0.99', '0.999', '-0.5', '-3']:
    put(f'power at zero {a}', 1 / (1 - f(a)))
for a in ['1.001', '1.01', '1.1', '1.5', '2', '5', '20']:
    put(f'power at infinity {a}', 1 / (f(a) - 1))
for a in ['0', '0.5', '0.9']:
    put(f'power and log at zero {a}', -1 / (1 - f(a)) ** 2)
for a in ['1.1', '2', '3']:
    put(f'power and log at infinity {a}', 1 / (f(a) - 1) ** 2)
for a in ['0.2', '0.5', '0.9']:
    put(f'power above 1000 {a}', 1 / (1 - f(a)))
    put(f'power below 1000 {a}', 1 / (1 - f(a)))
    put(f'plain power below 1000 {a}', 1 / (1 - f(a)))
put('fourth power of log', mpf(24))
put('log under exponential', -euler)
put('root under exponential', sqrt(pi))
put('log over complement', -pi**2 / 6)
put('log over lorentzian', mpf(0))
put('root and ray', pi)
put('root of log', sqrt(pi) / 2)

# kinks and jumps with their places
for c in ['0.3', '0.5', '0.999']:
    put(f'kink at {c}', (f(c) ** 2 + (1 - f(c)) ** 2) / 2)
    put(f'jump at {c}', f(c))
    put(f'silent kink at {c}', (f(c) ** 2 + (1 - f(c)) ** 2) / 2)
    put(f'silent jump at {c}', f(c))
for law in ['0 1', '5 0.01', '1e5 1e-3']:
    m, b = map(f, law.split())
    put(f'laplace mass of {law}', mpf(1))
    put(f'laplace variance of {law}', 2 * b**2)
    put(f'laplace entropy of {law}', 1 + log(2 * b))

# oscillation
for w in ['1', '5', '20', '50']:
    put(f'cosine under gaussian {w}', sqrt(pi) * exp(-f(w) ** 2 / 4))
    put(f'sine under exponential {w}', f(w) / (1 + f(w) ** 2))
    put(f'cosine on a segment {w}', sin(f(w)) / f(w))
put('cosine under lorentzian', pi / e)
put('many waves', 1 - cos(mpf(300)))

# smooth on a segment
put('exponential on a segment', e - 1)
put('runge', 2 * atan(mpf(5)) / 5)
put('polynomial', mpf(9))
put('shifted exponential', e - 1)
put('root', mpf(2) / 3)
put('half circle', pi / 2)
put('log(1 + x)/x', pi**2 / 12)
put('narrow lorentzian', 2 * 1000 * atan(mpf(1000)))
put('long segment', log(mpf(1000001)))
put('catalan', catalan)
put('thin segment', (f('1000000.001') ** 2 - mpf(10) ** 12) / 2)
put('cube at a million', (mpf(1000001) ** 4 - mpf(1000000) ** 4) / 4)

# smooth on the line
put('sech', pi)
put('sech squared', mpf(2))
put('gumbel mass', mpf(1))
put('gumbel mean', euler)
put('quartic', 2 * gamma(mpf(5) / 4))
put('two sided exponential', mpf(2))
put('1/(1 + x^4)', pi / sqrt(mpf(2)))
put('gaussian at 5 from 0', sqrt(pi))
put('gaussian at 20 from 0', sqrt(pi))
put('gaussian of width 100 from 1', 100 * sqrt(pi))
put('gaussian of width 0.05 from 1', f('0.05') * sqrt(pi))
put('lorentzian at 1e4', pi)
put('cubed root', mpf(2))  # (1 + x^2)^(-3/2)
put('two bumps', 2 * sqrt(pi))

# smooth on a ray
put('bose', pi**2 / 6)
put('planck', pi**4 / 15)
put('fermi', log(mpf(2)))
for k in ['0.25', '0.5', '3']:
    put(f'weibull mass {k}', mpf(1))
    put(f'weibull mean {k}', gamma(1 + 1 / f(k)))
for s in ['0.1', '1', '3']:
    put(f'lognormal mass {s}', mpf(1))
    put(f'lognormal mean {s}', exp(f(s) ** 2 / 2))
put('stretched', mpf(2))
put('half lorentzian', pi / 2)
put('inverse gamma', mpf(1))
put('exponential integral', e1(1))
put('ray from 1e6', mpf(1))
put('ray to -5', mpf(1))
for r in ['1', '1e-3', '1e6']:
    put(f'exponential mass {r}', mpf(1))
    put(f'exponential mean {r}', 1 / f(r))

# mixtures of normal laws: weights | means | deviations
def mix_log(weights, mus, sigmas):
    total = sum(weights)
    return lambda x: log(sum(w / total / s * exp(-((x - m) ** 2) / (2 * s * s)) for w, m, s in zip(weights, mus, sigmas)) / sqrt(2 * pi))


def mixture(text):
    return [[f(v) for v in part.split()] for part in text.split('|')]


def cuts_of(law, reach=24):
    points = set()
    for m, s in zip(law[1], law[2]):
        for z in [0, 1, 2, 4, 8, reach]:
            points.update([m + z * s, m - z * s])
    return sorted(points)


A, B, C, D, E = '1 3|-2 1|0.5 1', '1 1|-3 3|1 1', '1 1 2|-100 0 50|1 0.5 3', '1 1e-9|0 20|1 1', '1 1|0 0.5|1 1e-3'
mp.dps = 55
for p in [A, B, C, D, E]:
    law = mixture(p)
    g = mix_log(*law)
    put(f'mixture mass of {p}', mpf(1))
    put(f'mixture entropy of {p}', numeric(lambda x: -exp(g(x)) * g(x), cuts_of(law)))
for p, q in [(A, B), (B, A), (A, D), (D, A), (B, C), (E, A), (C, B)]:
    law = mixture(p)
    g, h = mix_log(*law), mix_log(*mixture(q))
    put(f'mixture divergence of {p} from {q}', numeric(lambda x: exp(g(x)) * (g(x) - h(x)), cuts_of(law)))

# nodes of the rules, at the rates of rules.ts
mp.dps = 60
RATES = {'line': '0.8125', 'ray': '1.25', 'segment': '1.71875'}
nodes = []
for kind, text in RATES.items():
    for t in ['0', '0.75', '-0.75', '2.25', '-2.25', '0.09375', '3.84375', '-4.5', '5.25']:
        u, du = f(text) * sinh(f(t)), f(text) * cosh(f(t))
        if kind == 'line':
            place, other, slope = sinh(u), mpf(0), du * cosh(u)
        elif kind == 'ray':
            place, other, slope = exp(u), mpf(0), du * exp(u)
        else:
            place, other = 1 / (1 + exp(-u)), 1 / (1 + exp(u))
            slope = du * place * other
        nodes.append({'kind': kind, 't': float(t), **{k: mp.nstr(v, 40) for k, v in [('place', place), ('other', other), ('slope', slope)]}})

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'quadrature.reference.json'), 'w') as out:
    json.dump({'rates': {k: float(v) for k, v in RATES.items()}, 'nodes': nodes, 'constants': constants, 'values': values}, out, indent=1)
    out.write('\n')
print(len(values), 'values')
