"""Makes incomplete.reference.json: regularised incomplete gamma and beta functions, 40 digits, by mpmath 1.3.

    python3 incomplete.reference.py > incomplete.reference.json

A row of "gamma" is [a, x, P(a, x), Q(a, x)], one of "beta" [a, b, x, I_x(a, b), 1 - I_x(a, b)], all at exact doubles.
Places: both tails down to 1e-300, the middle, the changes of method (a and x around 1, some 64 terms), tiny shapes and
large ones, and seeded random ones. One tail is a series of positive terms in integers, the other its complement with
more digits; where mpmath's own functions reach, they must agree.
"""

import json
import math
import random

from mpmath import betainc, exp, gammainc, ldexp, log, log1p, loggamma, mp, mpf, nstr

DIGITS = 40


def total(step):
    """1 + r(0) + r(0) r(1) + ..., step(n) the ratio r(n) as numerator and denominator."""
    bits = mp.prec + 64
    term = s = 1 << bits
    n = 0
    while term:
        up, down = step(n)
        term = term * up // down
        s += term
        n += 1
    return ldexp(mpf(s), -bits)


def gamma_lower(a, x):
    (an, ad), (xn, xd) = a.as_integer_ratio(), x.as_integer_ratio()
    s = total(lambda n: (xn * ad, (an + (n + 1) * ad) * xd))
    a, x = mpf(a), mpf(x)
    return exp(a * log(x) - x - loggamma(a + 1)) * s


def beta_series(a, b, x, y):
    """I_x(a, b) for x = xn/xd; y = 1 - x likewise."""
    (an, ad), (bn, bd), (xn, xd) = a.as_integer_ratio(), b.as_integer_ratio(), x
    cn, cd = an * bd + bn * ad, ad * bd
    s = total(lambda n: ((cn + n * cd) * xn * ad, (an + (n + 1) * ad) * xd * cd))
    a, b, x, y = mpf(a), mpf(b), mpf(xn) / xd, mpf(y[0]) / y[1]
    return exp(a * log(x) + b * log(y) - log(a) + loggamma(a + b) - loggamma(a) - loggamma(b)) * s


def both(part):
    """part() and 1 - part(), the second to as many digits."""
    lost = 0
    while True:
        mp.dps = DIGITS + 30 + lost
        p = part()
        if p < 1 - mpf(10) ** -lost or lost > 400:
            return p, 1 - p
        lost = 2 * lost + 10


def gamma_row(a, x):
    p, q = both(lambda: gamma_lower(a, x))
    if a < 2000 and x < 2000 and min(p, q) > 1e-100:
        mp.dps = 60
        assert abs(gammainc(a, 0, x, regularized=True) / p - 1) < mpf(10) ** -(DIGITS + 1), (a, x)
    return [a, x, text(p), text(q)]


def beta_row(a, b, x):
    n, d = x.as_integer_ratio()
    if 2 * n <= d:
        p, q = both(lambda: beta_series(a, b, (n, d), (d - n, d)))
    else:
        q, p = both(lambda: beta_series(b, a, (d - n, d), (n, d)))
    if max(a, b) < 200 and 1e-3 < x < 0.999 and min(p, q) > 1e-60:
        mp.dps = 60
        assert abs(betainc(a, b, 0, x, regularized=True) / p - 1) < mpf(10) ** -(DIGITS + 1), (a, b, x)
    return [a, b, x, text(p), text(q)]


def text(v):
    return nstr(v, DIGITS, strip_zeros=True)


def gamma_places():
    for a in (1.0, 2.5, 10.0, 123.25, 1000.0, 4000.0, 4200.0, 1e5, 12345678.5, 1e9):
        for z in (-36, -12, -5, -1, -0.1, 0, 0.1, 1, 5, 12, 36):
            x = a + z * math.sqrt(a)
            if x > 0:
                yield a, x
    for a in (1e-300, 1e-20, 1e-10, 1e-3, 0.3, 0.999, 1.0):
        for x in (1e-300, 1e-10, 0.1, 0.5, 0.9999999999999999, 1.0, 1.5, 20.0, 600.0):
            yield a, x
    yield from ((3.0, 1e-100), (50.0, 1e-4), (5.0, 700.0), (0.5, 690.0), (1500.0, 1540.0), (2000.0, 1999.0), (1.0, 5e-324))
    for _ in range(60):
        a = math.exp(random.uniform(-8, 12))
        yield a, max(a + random.uniform(-8, 8) * math.sqrt(a), a * random.uniform(0.01, 1))


def beta_places():
    pairs = [(1.0, 1.0), (2.0, 3.5), (30.0, 40.0), (1e4, 1e4), (1e5, 300.0), (2e7, 1e7), (1e6, 2.0), (1e6, 0.5), (5.0, 1e8)]
    for a, b in pairs:
        mean = a / (a + b)
        sd = math.sqrt(mean * (1 - mean) / (a + b + 1))
        for z in (-36, -12, -5, -1, -0.1, 0, 0.1, 1, 5, 12, 36):
            if 0 < mean + z * sd < 1:
                yield a, b, mean + z * sd
    for a, b in ((0.5, 0.5), (1e-10, 0.5), (1e-10, 1e-10), (0.01, 5.0), (1e-3, 300.0), (1.0, 1e-8)):
        for x in (1e-300, 1e-20, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 2.0**-40, 1 - 2.0**-53):
            yield a, b, x
    yield from ((400.5, 2.5, 1e-1), (2.0, 500.0, 0.75), (64.0, 1e6, 1e-4), (1.0, 1.0, 5e-324), (1e5, 1e5, 0.4999))
    for _ in range(60):
        a, b = (math.exp(random.uniform(-6, 10)) for _ in range(2))
        mean = a / (a + b)
        sd = math.sqrt(mean * (1 - mean) / (a + b + 1))
        yield a, b, min(max(mean + random.uniform(-8, 8) * sd, mean * random.uniform(0.01, 1)), 1 - 2.0**-53)


if __name__ == '__main__':
    random.seed(1)
    tables = {'gamma': [gamma_row(*p) for p in gamma_places()], 'beta': [beta_row(*p) for p in beta_places()]}
    rows = {name: ',\n'.join(json.dumps(row) for row in table) for name, table in tables.items()}
    print('{\n' + ',\n'.join(f'"{name}": [\n{body}\n]' for name, body in rows.items()) + '\n}')
