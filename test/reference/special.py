"""Incomplete gamma and beta functions, tails of counts, and roots, to the caller's mp.dps digits.

mpmath's own gammainc and betainc stop short of shapes such as 1e9. Here every tail is one series of positive terms in
exact-integer fixed point; a complement 1 - P is taken again with more digits until it has them all.
"""

from mpmath import exp, ldexp, log, log1p, loggamma, mp, mpf

GUARD = 40  # decimal digits: the logarithm of gamma(1e9) alone spends 11


def ratio(x):
    """(n, d) with x = n / d exactly, d a power of 2."""
    man, power = mpf(x).man_exp
    return (int(man) << power, 1) if power >= 0 else (int(man), 1 << -power)


def ratio_sum(step):
    """1 + r(0) + r(0) r(1) + ..., where step(j) gives the positive ratio r(j) as a pair of integers."""
    bits = mp.prec + 64
    term = total = 1 << bits
    j = 0
    while term:
        up, down = step(j)
        term = term * up // down
        total += term
        j += 1
    return ldexp(mpf(total), -bits)


def complement(f):
    """1 - f() for a probability f, to the caller's full relative precision."""
    dps = mp.dps
    more = GUARD
    while more < 20000:
        with mp.workdps(dps + more):
            c = 1 - f()
            lost = -log(c) / log(10) if c > 0 else mpf(more)
        if lost < more - 20:
            return +c
        more = int(2 * lost) + GUARD
    raise ArithmeticError('a complement below 1e-10000')


def gamma_lower(a, x):
    """P(a, x): the integral of t^(a-1) e^-t / gamma(a) over (0, x). DLMF 8.7.1."""
    if x <= 0:
        return mpf(0)
    with mp.workdps(mp.dps + GUARD):
        (xn, xd), (an, ad) = ratio(x), ratio(a)
        s = ratio_sum(lambda j: (xn * ad, (an + (j + 1) * ad) * xd))
        v = exp(a * log(x) - x - loggamma(mpf(a) + 1).real) * s
    return +v


def gamma_upper(a, x):
    return mpf(1) if x <= 0 else complement(lambda: gamma_lower(a, x))


def log_beta(a, b):
    return (loggamma(a) + loggamma(b) - loggamma(mpf(a) + b)).real


def _beta_series(a, b, x):
    """I_x(a, b) by DLMF 8.17.8."""
    x = mpf(x)
    with mp.workdps(mp.dps + GUARD):
        a, b = mpf(a), mpf(b)
        (xn, xd), (an, ad), (cn, cd) = ratio(x), ratio(a), ratio(a + b)
        s = ratio_sum(lambda j: ((cn + j * cd) * xn * ad, (an + (j + 1) * ad) * xd * cd))
        v = exp(a * log(x) + b * log1p(-x) - log(a) - log_beta(a, b)) * s
    return +v


def beta_lower(a, b, x, y):
    """I_x(a, b), where y = 1 - x is given apart because it may be known better than by subtraction."""
    if x <= 0 or y <= 0:
        return mpf(0 if x <= 0 else 1)
    far_below = a * y > 1000 and x < a / (a + b)  # a complement would need thousands of digits
    return _beta_series(a, b, x) if x <= y or far_below else complement(lambda: _beta_series(b, a, y))


def root(f, slope, low, high):
    """The zero of an increasing f in [low, high]: bisection to 20 digits, then Newton's steps with `slope`."""
    with mp.workdps(30):
        while high - low > mpf(10) ** -20 * max(1, abs(low), abs(high)):
            middle = (low + high) / 2
            low, high = (middle, high) if f(middle) < 0 else (low, middle)
        x = (low + high) / 2
    with mp.workdps(mp.dps + 15):
        for _ in range(8):
            step = f(x) / slope(x)
            x -= step
            if abs(step) <= mpf(10) ** -70 * max(1, abs(x)):
                return +x
    raise ArithmeticError('no root')
