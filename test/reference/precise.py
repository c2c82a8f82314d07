"""Helpers of the reference scripts: exact doubles in, 50 digits out, each value computed twice.

Run a script with python 3 and mpmath 1.3; nothing else is needed. The project itself needs no python: the JSON files
are committed beside the scripts that make them.
"""

import json
import math

from mpmath import inf, isnan, log10, mp, mpf, nstr

DIGITS = 50
mp.dps = 75


def exact(x):
    """The exact value of a double (or of an integer), as the reader of the JSON file will read it."""
    return mpf(x) if isinstance(x, (float, int)) else mpf(float(x))


def digits(v):
    """50 significant digits, in the form of test/golden/visible.json."""
    v = mpf(v)
    assert not isnan(v), 'not a number'
    if v in (inf, -inf):
        return 'Infinity' if v > 0 else '-Infinity'
    return '0' if v == 0 else nstr(v, DIGITS, strip_zeros=False)


def nearest(v):
    """The nearest double, rounded once (mpmath's float() truncates subnormal numbers)."""
    v = mpf(v)
    if v == 0 or v in (inf, -inf):
        return float(v)
    if abs(v) < mpf(2) ** -1022:
        return math.ldexp(int(mp.nint(v * mpf(2) ** 1074)), -1074)
    return float(v)


def agreement(a, b):
    """The decimal digits to which two values agree."""
    a, b = mpf(a), mpf(b)
    if a == b:
        return 75
    size = max(abs(a), abs(b))
    return 0 if size == inf else int(min(75, max(0, -log10(abs(a - b) / size))))


def twice(f, g=None, dps=75, least=52):
    """f() at two precisions, or f() against g(), at the higher one. Refuses to answer below `least` digits."""
    with mp.workdps(dps):
        a = +f()
    with mp.workdps(dps if g else dps + 60):
        b = +(g or f)()
    got = agreement(a, b)
    if got < least:
        raise ArithmeticError(f'only {got} digits: {nstr(a, 60)} and {nstr(b, 60)}')
    return b


def lines(rows):
    """Rows as JSON, one a line."""
    return ',\n'.join(json.dumps(row, ensure_ascii=False) for row in rows)


def write(path, meta, key, rows):
    with open(path, 'w', encoding='utf-8') as out:
        out.write(f'{{\n"meta": {json.dumps(meta, ensure_ascii=False)},\n"{key}": [\n{lines(rows)}\n]\n}}\n')
