"""Writes gamma.json: log gamma, digamma and trigamma at exact doubles from 2^-1022 to 1e300, 50 digits.

Each value is computed by mpmath and by the recurrence up to x >= 200 with Stirling's series (DLMF 5.11.1, 5.11.2 and
its derivative), which share no code; they must agree to 55 digits.
"""

import math
import pathlib

from mpmath import bernfrac, log, loggamma, mp, mpf, pi, psi

from precise import agreement, digits, exact, write

HERE = pathlib.Path(__file__).parent
SHIFT = 200
TERMS = 80
BERNOULLI = [bernfrac(2 * k) for k in range(1, TERMS + 1)]


def stirling(x):
    """(log gamma, digamma, trigamma) by recurrence and Stirling's series."""
    with mp.workdps(240):
        product, first, second = mpf(1), mpf(0), mpf(0)
        while x < SHIFT:
            product *= x
            first += 1 / x
            second += 1 / x**2
            x += 1
        lg = (x - mpf(1) / 2) * log(x) - x + log(2 * pi) / 2 - log(product)
        dg = log(x) - 1 / (2 * x) - first
        tg = 1 / x + 1 / (2 * x**2) + second
        for k, (p, q) in enumerate(BERNOULLI, 1):
            b = mpf(p) / q
            lg += b / (2 * k * (2 * k - 1) * x ** (2 * k - 1))
            dg -= b / (2 * k * x ** (2 * k))
            tg += b / x ** (2 * k + 1)
        return lg, dg, tg


def library(x):
    with mp.workdps(450):
        return loggamma(x).real, psi(0, x), psi(1, x)


def arguments():
    tiny = [10.0**-k for k in (300, 250, 200, 154, 100, 50, 30, 20, 16, 15, 12, 10, 8, 7, 6, 5, 4, 3)]
    tiny += [2.0**-1022, 5e-324 * 2**40, 2.0**-53, 2.0**-26]
    dense = [0.01, 0.02, 0.05, 0.08] + [k / 10 for k in range(1, 41)] + [0.125, 0.25, 0.75, 1.25, 1.75, 2.25, 3.75]
    near = [1 - 2.0**-53, 1 + 2.0**-52, 1 - 1e-9, 1 + 1e-9, 2 - 2.0**-52, 2 + 2.0**-51, 2 - 1e-9, 2 + 1e-9]
    near += [1 - 1e-4, 1 + 1e-4, 2 - 1e-4, 2 + 1e-4]
    zero = 1.4616321449683622  # the positive zero of digamma, to a double, and its neighbours
    near += [zero, math.nextafter(zero, 0), math.nextafter(zero, 2), zero - 1e-8, zero + 1e-8, 1.4616, 1.47]
    middle = [4.25, 4.5, 5.0, 5.5, 6.0, 6.3, 7.0, 7.5, 8.0, 8.9, 9.5, 10.0, 10.5, 11.0, 12.0, 12.5, 13.0, 14.0, 15.0]
    middle += [15.5, 16.0, 17.3, 18.0, 19.0, 20.0, 21.7, 23.0, 25.0, 27.5, 30.0, 32.0, 33.3, 36.0, 40.0]
    large = [50.0, 64.0, 75.5, 99.9, 100.0, 128.0, 171.0, 171.6, 256.5, 500.0, 1e3, 1e4, 12345.678, 1e5, 1e6, 1e7]
    large += [10.0**k for k in (8, 9, 10, 12, 15, 16, 20, 30, 50, 100, 154, 200, 250, 300)]
    return sorted(set(tiny + dense + near + middle + large))


def row(x):
    values = library(exact(x))
    pairs = list(zip(values, stirling(exact(x))))
    # log gamma is 0 at 1 and 2, where the second way leaves its own rounding.
    least = min(agreement(a, b) for a, b in (pairs[1:] if values[0] == 0 else pairs))
    assert least >= 55, (x, least)
    return {'x': x} | dict(zip(('lgamma', 'digamma', 'trigamma'), map(digits, values)))


if __name__ == '__main__':
    meta = {
        'generator': 'test/reference/gamma.py: mpmath 1.3, checked against the recurrence with Stirling\'s series',
        'x': 'exact doubles',
        'values': '50 significant digits',
    }
    write(HERE / 'gamma.json', meta, 'rows', [row(x) for x in arguments()])
