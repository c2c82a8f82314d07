"""Writes laws.json: log density, cdf, survival, quantiles and entropy of each law, to 50 digits, at exact doubles.

cdf(x) = P(X <= x), survival(x) = P(X > x), quantile(p) = the least x with cdf(x) >= p, entropies in nats.
Everything is computed at two precisions that must agree, entropies of counts by a sum and by an integral;
check.py compares the file with Arb, which shares no code.
"""

import math
import multiprocessing
import pathlib

import continuous
import discrete
from precise import digits, exact, twice, write

HERE = pathlib.Path(__file__).parent
PROBABILITIES = (1e-300, 1e-20, 1e-5, 0.1, 0.5, 0.9, 1 - 2.0**-30)
STEPS = (-40, -20, -8, -3, -1, -0.001, 0, 0.5, 2, 5, 12, 40)


def around(centre, scale, low=-math.inf, high=math.inf, extra=()):
    """Doubles at STEPS scales from the centre and `extra`, inside [low, high]."""
    return [x for x in (*(centre + z * scale for z in STEPS), *extra) if low <= x <= high]


def located(kind, name, centre, scale, extra=(), /, **parameters):
    return kind, name, parameters, around(centre, scale, extra=extra)


def gamma(shape, rate, *extra):
    mean, sd = shape / rate, math.sqrt(shape) / rate
    points = [-1.0, *around(mean, sd, 1e-320, extra=extra)]
    return continuous.Gamma, 'gamma', {'shape': shape, 'rate': rate}, points


def beta(a, b, *extra):
    s = a + b
    inside = around(a / s, math.sqrt(a * b / (s + 1)) / s, 1e-320, 1 - 2.0**-53, extra)
    return continuous.Beta, 'beta', {'a': a, 'b': b}, [-0.5, *inside, 1.5]


def counts(kind, name, mean, sd, first, last, extra=(), /, **parameters):
    ks = {min(max(float(round(mean + z * sd)), first), last) for z in STEPS}
    return kind, name, parameters, [*ks, first - 1.0, first + 0.5, *extra]


def binomial(n, p, *extra):
    return counts(discrete.Binomial, 'binomial', n * p, math.sqrt(n * p * (1 - p)), 0.0, float(n), extra, n=n, p=p)


def poisson(rate, *extra):
    return counts(discrete.Poisson, 'poisson', rate, math.sqrt(rate), 0.0, math.inf, extra, lambda_=rate)


def geometric(p, *extra):
    return counts(discrete.Geometric, 'geometric', 1 / p, math.sqrt(1 - p) / p, 1.0, math.inf, extra, p=p)


def entries():
    c = continuous
    for mu, sigma in ((0.0, 1.0), (3.0, 2.5), (-1e8, 0.001), (0.0, 1e150), (0.0, 1e-150)):
        yield located(c.Normal, 'normal', mu, sigma, mu=mu, sigma=sigma)
    for mu, sigma in ((0.0, 1.0), (2.0, 0.25), (-30.0, 5.0), (0.0, 0.001)):
        xs = [math.exp(mu + z * sigma) for z in STEPS]
        yield c.Lognormal, 'lognormal', {'mu': mu, 'sigma': sigma}, [-1.0, *xs]
    for mu, scale in ((0.0, 1.0), (1e6, 0.01), (-2.5, 1e100)):
        yield located(c.Laplace, 'laplace', mu, scale, mu=mu, scale=scale)
    for at, scale in ((0.0, 1.0), (1e5, 0.001), (-2.0, 1e-100)):
        far = (1e16 * scale, -1e100 * scale, 1e200 * scale)
        yield located(c.Cauchy, 'cauchy', at, scale, far, location=at, scale=scale)
    for rate in (1.0, 2.5, 1e-200, 1e200):
        xs = [z / rate for z in (-1.0, 0.0, 1e-20, 1e-5, 0.1, 1.0, 3.0, 40.0, 700.0)]
        yield c.Exponential, 'exponential', {'rate': rate}, xs
    yield gamma(0.001, 1.0, 1e-300, 1e-100, 1e-10, 1e-3, 5.0, 100.0)
    yield gamma(0.5, 2.0, 1e-300, 1e-12, 400.0)
    yield gamma(1.0, 1.0, 1e-300, 700.0)
    yield gamma(3.5, 2.0, 1e-30, 0.01, 300.0)
    yield gamma(200.0, 30.0, 1e-3, 0.5)
    yield gamma(1e7, 1000.0)
    yield beta(0.5, 0.5, 1e-300, 1e-20, 0.999999999)
    yield beta(2.0, 3.0, 1e-100, 1e-5, 0.25, 0.999999)
    yield beta(0.1, 0.1, 1e-300, 1e-20, 0.9)
    yield beta(0.01, 5.0, 1e-200, 1e-10, 0.5)
    yield beta(1e6, 1e6)
    yield beta(100000.0, 200000.0)
    yield beta(1e6, 0.5, 0.9999)
    standard = [(df, 0.0, 1.0) for df in (1.0, 3.0, 30.0, 1e10)]
    for df, at, scale in (*standard, (0.5, 2.0, 3.0), (10.0, 1.0, 2.0)):
        far = () if df > 100 else (at - 1e3 * scale, at + 1e50 * scale)
        yield located(c.StudentT, 'student t', at, scale, far, df=df, location=at, scale=scale)
    for low, high in ((0.0, 1.0), (-3.0, 5.5), (1e15, 1e15 + 1)):
        xs = [low - 1, low, low + (high - low) / 8, low + (high - low) * 0.75, high, high + 1]
        yield c.Uniform, 'uniform', {'lower': low, 'upper': high}, xs
    for p in (0.3, 0.5, 1e-300, 1 - 2.0**-53):
        yield discrete.Bernoulli, 'bernoulli', {'p': p}, [-1.0, 0.0, 0.5, 1.0, 2.0]
    yield binomial(10, 0.5)
    yield binomial(20, 0.3)
    yield binomial(1000, 0.001)
    yield binomial(1000000, 0.5)
    yield binomial(1000000, 1e-6)
    yield binomial(1000000, 0.999)
    yield poisson(1e-10, 2.0, 5.0)
    yield poisson(0.5, 10.0, 100.0)
    yield poisson(10.0)
    yield poisson(1000.0)
    yield poisson(1e9)
    yield geometric(0.5, 1000.0)
    yield geometric(1e-6, 1e9)
    yield geometric(0.999, 2.0, 100.0)
    for low, high in ((1, 6), (-5, 10), (0, 999999)):
        middle = float((low + high) // 2)
        xs = [low - 1.0, float(low), low + 0.5, low + 1.0, middle, high - 1.0, float(high), high + 1.0]
        yield discrete.DiscreteUniform, 'discrete uniform', {'lower': low, 'upper': high}, xs


def value(f, g=None):
    return digits(twice(f, g))


def entry(spec):
    kind, name, parameters, points = spec
    law = kind(**{k: exact(v) for k, v in parameters.items()})
    rows = [
        {'x': x, 'logDensity': value(lambda: law.log_density(exact(x)))}
        | {'cdf': value(lambda: law.cdf(exact(x))), 'survival': value(lambda: law.survival(exact(x)))}
        for x in sorted(set(points))
    ]
    count = isinstance(law, discrete.Discrete)  # a count's quantile is an integer, found once
    find = (lambda f: digits(f())) if count else value
    quantiles = [{'p': p, 'x': find(lambda: law.quantile(exact(p)))} for p in PROBABILITIES]
    second = getattr(law, 'entropy_by_integral', None) if name in ('poisson', 'binomial') else None
    return {
        'law': name,
        'parameters': parameters,
        'entropy': value(law.entropy, second),
        'points': rows,
        'quantiles': quantiles,
    }


if __name__ == '__main__':
    meta = {
        'generator': 'test/reference/laws.py: mpmath 1.3, two precisions; check.py compares with Arb',
        'inputs': 'exact doubles; 1 - p is exact, not rounded',
        'values': '50 significant digits, nats; the values of extreme quantiles may lie beyond the range of a double',
        'conventions': 'cdf P(X <= x); survival P(X > x); quantile least x with cdf(x) >= p; geometric on 1, 2, ...',
    }
    with multiprocessing.Pool() as pool:
        rows = pool.map(entry, list(entries()), chunksize=1)
    write(HERE / 'laws.json', meta, 'laws', rows)
