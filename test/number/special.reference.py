"""Makes special.reference.json: values of the special functions at doubles, to 2^-63 of each, by mpmath 1.3.

    python3 special.reference.py > special.reference.json

A row is [x, high, low]: the value is high + low, high the nearest double and low the rest to 4 digits. Places:
round numbers and the neighbours of the places where a code changes its formula or has a root; random ones of every
size (seeded); and the worst that a search over 1.4 million places found for the codes behind lib/number.
"""

import json
import math
import random

from mpmath import mp, mpf

mp.dps = 60
MAX = 1.7976931348623157e308

WORST = {
    'gammaln': [8.018136996662568, 8.135510391649893, 8.000030390157542, 8.000651031208099, 8.033384631451128],
    'digamma': [0.9999999990254552, 0.9999999999864785, 0.9999999999962222, 0.9999999999439583, 0.9999999995884302],
    'trigamma': [2.0001274423286435, 2.000000000000008, 2.000014898462862, 2.000200807997781],
    'erf': [-9.692409371094954e-07, 1.1001476297981106e-07, 1.1939877004327955e-07, 0.0039348623661565425],
    'erfc': [1.2495761542579764, 2.033940426315093, 2.6433222842483755, 8.149903616655287, 2.0203436537444297],
    'erfcx': [-8.352797206365403e-06, -7.081778676998541e-08, -1.260475751381859e-05, -0.002934049452193699],
    'erfcinv': [1.791357985065579, 1.0000178442384806, 1.999999992478346, 0.9999826323645183, 1.9999999913243516],
    'log1p': [-0.6330148536423916, -0.6480092006781535, -0.6584925527490469, -0.6613576412633424],
    'expm1': [1.6134560851933983, 0.4441734216182835, 1.630678310724761, 1.6346826070425209, -0.3488775879570726],
}


def erfcx(x):
    if x > 1e6:  # the asymptotic series; the next term is below 1e-36 of the sum
        return (1 - 1 / (2 * x**2) + 3 / (4 * x**4)) / (x * mp.sqrt(mp.pi))
    return mp.exp(x * x) * mp.erfc(x)


def erfcinv(x):
    """Newton's method on log erfc, from a crude start."""
    if x > 1:
        return -erfcinv(2 - x)
    y = mp.sqrt(-mp.log(x)) if x < 0.1 else (1 - x)
    for _ in range(200):
        e = mp.erfc(y)
        step = (mp.log(e) - mp.log(x)) * e * mp.exp(y * y) * mp.sqrt(mp.pi) / 2
        y += step
        if abs(step) <= abs(y) * mpf(10) ** -50:
            return y
    raise ArithmeticError(x)


FUNCTIONS = {
    'gammaln': lambda x: mp.log(mp.gamma(x)) if 0.5 < x < 3 else mp.loggamma(x),
    'digamma': mp.digamma,
    'trigamma': lambda x: mp.psi(1, x) if x < 1e40 else 1 / x + 1 / (2 * x * x),
    'erf': mp.erf,
    'erfc': mp.erfc,
    'erfcx': erfcx,
    'erfcinv': erfcinv,
    'log1p': mp.log1p,
    'expm1': mp.expm1,
}


def around(*places):
    """Each place with its neighbours and some that lie closer and closer to it."""
    out = []
    for x in places:
        out += [math.nextafter(x, -math.inf), x, math.nextafter(x, math.inf)]
        out += [x + side * x * 10.0**-k for k in (2, 5, 9, 13) for side in (-1, 1)]
    return out


def sizes(low, high, count):
    return [math.exp(random.uniform(math.log(low), math.log(high))) for _ in range(count)]


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


def places():
    random.seed(1)
    root = 1.4616321449683623  # of digamma, and the least place of gammaln
    gamma = [5e-324, 1e-323, 2.2250738585072014e-308, 1e-155, 1e-154, 1e-17, 0.25, 0.5, 3.0, 5.0, 100.0]
    gamma += around(1.0, 2.0, root, 0.1916321449683622, 0.2316, 0.9, 1.1916321449683622, 1.2316, 1.7316)
    gamma += around(4.0, 8.0, 10.0, 16.0) + [2.0**52, 2.0**56]
    gamma += uniform(0.15, 0.25, 10) + uniform(1.18, 1.25, 10) + uniform(0, 4, 30) + uniform(4, 30, 20)
    gamma += sizes(1e-300, 1, 30) + sizes(1, 1e300, 30) + [1e305, MAX]
    both = [0.0, 1e-320, 1e-300, 1e-17, 3e-9] + around(0.25, 0.84375, 1.25, 2.857142857142857, 6.0)
    both += uniform(0, 6.5, 50) + sizes(1e-12, 1, 20)
    both += [-x for x in both]
    right = uniform(6, 26.5, 30) + uniform(26.5, 27.2, 10)
    scaled = uniform(-26.6, -6, 30) + around(50.0, 5e7) + sizes(1, MAX, 40)
    inverse = [5e-324, 1e-323, 1e-320, 2.2250738585072014e-308, 1e-150, 1e-141, 2e-141, 1e-100, 1.0, 2.0 - 2.0**-52]
    inverse += around(0.25, 0.5, 1.5) + uniform(0, 2, 60) + sizes(5e-324, 1, 60)
    inverse += [1 + side * d for d in sizes(1e-15, 0.5, 20) for side in (-1, 1)] + [2 - d for d in sizes(1e-15, 1, 20)]
    logs = [0.0, 5e-324, -5e-324, 1e-310, 1e-17, -1e-17, 1e300, MAX, -1 + 2.0**-53] + around(-0.5, 1.0, 0.41421356)
    logs += uniform(-1, 3, 50) + sizes(1e-20, 1e20, 30) + [-x for x in sizes(1e-20, 1, 20)]
    logs += [-1 + x for x in sizes(1e-15, 1, 20)]
    exps = [0.0, 5e-324, -5e-324, 1e-310, 1e-17, -1e-17, 709.7, -745.2, -1e300] + around(0.34657359, 1.0, -1.0, 37.0)
    exps += uniform(-40, 45, 60) + sizes(1e-20, 700, 30) + [-x for x in sizes(1e-20, 700, 30)]
    return {
        'gammaln': [x for x in gamma if x < 2e305],
        'digamma': [x for x in gamma if x > 6e-309],
        'trigamma': [x for x in gamma if x > 8e-155],
        'erf': both + right,
        'erfc': both + right,
        'erfcx': both + right + scaled,
        'erfcinv': inverse,
        'log1p': logs,
        'expm1': exps,
    }


def row(f, x):
    # More digits where the function nearly vanishes, and where e^(x^2) meets e^(-x^2).
    mp.dps = 90
    value = f(mpf(x))
    high = float(value)
    return [x, high, float('%.3e' % float(value - mpf(high)))]


rows = {
    name: [row(FUNCTIONS[name], x) for x in sorted(set(list_ + WORST[name]))] for name, list_ in places().items()
}
print('{')
print(',\n'.join(f'"{name}": [\n' + ',\n'.join(json.dumps(r) for r in list_) + '\n]' for name, list_ in rows.items()))
print('}')
