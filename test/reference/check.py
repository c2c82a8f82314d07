"""Compares gamma.json and laws.json with Arb's ball arithmetic, which shares no code with mpmath.

Needs python-flint (pip install python-flint), which nothing else here needs. Prints the number of comparisons and
leaves with status 1 if any value is off by more than a unit in its 50th digit. Names of laws as arguments narrow it;
the whole takes a quarter of an hour.
"""

import json
import pathlib
import sys

from flint import acb, arb, ctx

HERE = pathlib.Path(__file__).parent
LADDER = (90, 150, 420, 1500)
HALF = arb(1) / 2
PI = arb.pi
seen = wrong = 0


def same(text, f, what):
    """f() encloses or touches the 50 digits in text; precision is raised while the ball is too wide to tell."""
    global seen, wrong
    seen += 1
    for dps in LADDER:
        ctx.dps = dps
        v = f()
        if text == '0' or text.endswith('Infinity'):
            ok = v == 0 if text == '0' else v is None
        else:
            ok = abs(v - arb(text)) < abs(arb(text)) * arb(10) ** -49
        if ok:
            return
    wrong += 1
    print('differs:', what, text, v)


def gamma_tail(a, x, sign):
    """The mass of gamma(a, 1), a large, beyond x on one side, by Arb's quadrature of the density over its value at x.

    What lies 60 standard deviations further out is below e^-1800 of it and left out.
    """

    def f(s, _):
        return ((a - 1) * (1 + sign * s * step / x).log() - sign * s * step).exp()

    step = a.sqrt()
    total = sum((acb.integral(f, at, at + 1).real for at in range(60)), arb(0))
    return (a * x.log() - x - a.lgamma()).exp() / x * step * total


def gamma_p(a, x):
    if x <= 0:
        return arb(0)
    if a < 100000:
        return x.gamma_lower(a, regularized=True)
    return gamma_tail(a, x, -1) if x < a else 1 - gamma_tail(a, x, 1)


def gamma_q(a, x):
    if x <= 0:
        return arb(1)
    if a < 100000:
        return x.gamma_upper(a, regularized=True)
    return gamma_tail(a, x, 1) if x >= a else 1 - gamma_tail(a, x, -1)


def beta_i(a, b, x):
    return arb(0) if x <= 0 else arb(1) if x >= 1 else x.beta_lower(a, b, regularized=True)


def phi(z):
    return (-z / arb(2).sqrt()).erfc() / 2


def t_beyond(n, z):
    """P(T > z), z >= 0."""
    if z == 0:
        return HALF
    return beta_i(n / 2, HALF, n / (n + z * z)) / 2


def symmetric(beyond):
    """(cdf, survival) of z from P(Z > z) for z >= 0."""
    return lambda z: (beyond(-z), 1 - beyond(-z)) if z < 0 else (1 - beyond(z), beyond(z))


def counts(kind, first, last):
    def pair(x, *rest):
        k = x.floor().unique_fmpz()
        if k < first or (last is not None and k >= last):
            return (arb(0), arb(1)) if k < first else (arb(1), arb(0))
        return kind(arb(k), *rest)

    return pair


def pair(law, q, x):
    """(cdf, survival) at the ball x."""
    if law == 'normal':
        z = (x - q['mu']) / q['sigma']
        return phi(z), phi(-z)
    if law == 'lognormal':
        if x <= 0:
            return arb(0), arb(1)
        z = (x.log() - q['mu']) / q['sigma']
        return phi(z), phi(-z)
    if law == 'laplace':
        return symmetric(lambda z: (-z).exp() / 2)((x - q['mu']) / q['scale'])
    if law == 'cauchy':
        return symmetric(lambda z: HALF if z == 0 else (1 / z).atan() / PI())((x - q['location']) / q['scale'])
    if law == 'student t':
        return symmetric(lambda z: t_beyond(q['df'], z))((x - q['location']) / q['scale'])
    if law == 'exponential':
        return (-(-q['rate'] * x).expm1(), (-q['rate'] * x).exp()) if x > 0 else (arb(0), arb(1))
    if law == 'gamma':
        return gamma_p(q['shape'], q['rate'] * x), gamma_q(q['shape'], q['rate'] * x)
    if law == 'beta':
        return beta_i(q['a'], q['b'], x), beta_i(q['b'], q['a'], 1 - x)
    if law in ('uniform', 'discrete uniform'):
        low, high = q['lower'], q['upper']
        if law != 'uniform':
            x, low = x.floor(), low - 1
        return clamp((x - low) / (high - low)), clamp((high - x) / (high - low))
    if law == 'geometric':
        log_q = (-q['p']).log1p()
        return counts(lambda k: (-(k * log_q).expm1(), (k * log_q).exp()), 1, None)(x)
    if law == 'poisson':
        m = q['lambda_']
        return counts(lambda k: (gamma_q(k + 1, m), gamma_p(k + 1, m)), 0, None)(x)
    n = q.get('n', arb(1))
    p = q['p']
    last = n.unique_fmpz()
    return counts(lambda k: (beta_i(n - k, k + 1, 1 - p), beta_i(k + 1, n - k, p)), 0, last)(x)


def clamp(v):
    return arb(0) if v < 0 else arb(1) if v > 1 else v


def log_density(law, q, x):
    """None outside the support."""
    if law in ('normal', 'lognormal'):
        if law == 'lognormal' and not x > 0:
            return None
        y = x.log() if law == 'lognormal' else x
        v = -(((y - q['mu']) / q['sigma']) ** 2) / 2 - q['sigma'].log() - (2 * PI()).log() / 2
        return v - y if law == 'lognormal' else v
    if law == 'laplace':
        return -abs(x - q['mu']) / q['scale'] - (2 * q['scale']).log()
    if law == 'cauchy':
        return -(PI() * q['scale']).log() - (((x - q['location']) / q['scale']) ** 2).log1p()
    if law == 'student t':
        n, z = q['df'], (x - q['location']) / q['scale']
        v = ((n + 1) / 2).lgamma() - (n / 2).lgamma() - (n * PI()).log() / 2 - q['scale'].log()
        return v - (n + 1) / 2 * (z * z / n).log1p()
    if law == 'exponential':
        return q['rate'].log() - q['rate'] * x if x >= 0 else None
    if law == 'gamma':
        a, b = q['shape'], q['rate']
        return a * b.log() - a.lgamma() + (a - 1) * x.log() - b * x if x > 0 else None
    if law == 'beta':
        a, b = q['a'], q['b']
        if not (x > 0 and x < 1):
            return None
        return (a - 1) * x.log() + (b - 1) * (-x).log1p() + (a + b).lgamma() - a.lgamma() - b.lgamma()
    if law == 'uniform':
        return -(q['upper'] - q['lower']).log() if x >= q['lower'] and x <= q['upper'] else None
    k = x.unique_fmpz() if x.is_integer() else None
    if k is None or k < (1 if law == 'geometric' else 0 if law != 'discrete uniform' else q['lower'].unique_fmpz()):
        return None
    if law == 'discrete uniform':
        return -(q['upper'] - q['lower'] + 1).log() if x <= q['upper'] else None
    if law == 'geometric':
        return q['p'].log() + (x - 1) * (-q['p']).log1p()
    if law == 'poisson':
        return x * q['lambda_'].log() - q['lambda_'] - (x + 1).lgamma()
    n, p = q.get('n', arb(1)), q['p']
    if x > n:
        return None
    ways = (n + 1).lgamma() - (x + 1).lgamma() - (n - x + 1).lgamma()
    return ways + x * p.log() + (n - x) * (-p).log1p()


COUNTS = ('bernoulli', 'binomial', 'poisson', 'geometric', 'discrete uniform')


def check_quantile(law, q, row, name):
    """The probability below the quantile's 50 digits is p, or for a count the step at it crosses p."""
    global seen, wrong
    seen += 1
    for dps in LADDER:
        ctx.dps = dps
        p, x = arb(row['p']), arb(row['x'])
        if law in COUNTS:
            here, before = pair(law, q, x)[0], pair(law, q, x - 1)[0]
            # A tie leaves here - p a ball round 0.
            ok = not here < p and before < p and (here > p or abs(here - p) < arb(10) ** -300)
        else:
            width = abs(x) if x != 0 else q.get('sigma', q.get('scale'))  # a median at 0 is 0 on the law's scale
            e = width * arb(10) ** -49
            ok = not pair(law, q, x - e)[0] > p and not pair(law, q, x + e)[0] < p
            if ok:
                e = 1000 * e  # and the balls are narrow enough to have told
                ok = pair(law, q, x - e)[0] < p and pair(law, q, x + e)[0] > p
        if ok:
            return
    wrong += 1
    print('differs: quantile', name, row)


def entropy(law, q):
    """Closed forms; None where check.py has none of its own (laws.py computed those as a sum and as an integral)."""
    if law in ('normal', 'lognormal'):
        return (2 * PI()).log() / 2 + HALF + q['sigma'].log() + (q['mu'] if law == 'lognormal' else 0)
    if law == 'laplace':
        return 1 + (2 * q['scale']).log()
    if law == 'cauchy':
        return (4 * PI() * q['scale']).log()
    if law == 'exponential':
        return 1 - q['rate'].log()
    if law == 'uniform':
        return (q['upper'] - q['lower']).log()
    if law == 'discrete uniform':
        return (q['upper'] - q['lower'] + 1).log()
    if law == 'gamma':
        a = q['shape']
        return a - q['rate'].log() + a.lgamma() + (1 - a) * a.digamma()
    if law == 'beta':
        a, b = q['a'], q['b']
        lb = a.lgamma() + b.lgamma() - (a + b).lgamma()
        return lb - (a - 1) * a.digamma() - (b - 1) * b.digamma() + (a + b - 2) * (a + b).digamma()
    if law == 'student t':
        n = q['df']
        lb = (n / 2).lgamma() + PI().log() / 2 - ((n + 1) / 2).lgamma()
        return (n + 1) / 2 * (((n + 1) / 2).digamma() - (n / 2).digamma()) + n.log() / 2 + lb + q['scale'].log()
    if law in ('bernoulli', 'geometric'):
        p = q['p']
        h = -p * p.log() - (1 - p) * (-p).log1p()
        return h / p if law == 'geometric' else h
    return None


def check_laws(names):
    entries = json.loads((HERE / 'laws.json').read_text())['laws']
    for entry in [e for e in entries if not names or e['law'] in names]:
        law, q = entry['law'], {k: arb(v) for k, v in entry['parameters'].items()}
        name = f'{law} {entry["parameters"]}'
        if entropy(law, q) is not None:
            same(entry['entropy'], lambda: entropy(law, q), f'entropy {name}')
        for row in entry['points']:
            x = arb(row['x'])
            same(row['logDensity'], lambda: log_density(law, q, x), f'logDensity {name} {row["x"]}')
            same(row['cdf'], lambda: pair(law, q, x)[0], f'cdf {name} {row["x"]}')
            same(row['survival'], lambda: pair(law, q, x)[1], f'survival {name} {row["x"]}')
        for row in entry['quantiles']:
            check_quantile(law, q, row, name)
        print(f'{name}: {seen} comparisons, {wrong} differ', flush=True)


def check_gamma():
    for row in json.loads((HERE / 'gamma.json').read_text())['rows']:
        x = arb(row['x'])
        same(row['lgamma'], x.lgamma, f'lgamma {row["x"]}')
        same(row['digamma'], x.digamma, f'digamma {row["x"]}')
        same(row['trigamma'], lambda: arb(2).zeta(x), f'trigamma {row["x"]}')


if __name__ == '__main__':
    check_gamma()
    check_laws(sys.argv[1:])
    print(f'{seen} comparisons, {wrong} differ')
    sys.exit(1 if wrong else 0)
