"""Laws on the integers, at the caller's precision. Each tail is summed from its own end, term by term."""

from mpmath import exp, expm1, floor, inf, log, log1p, loggamma, mp, mpf, quad, sqrt

from special import complement, ratio, ratio_sum


class Discrete:
    """A law is given by log_density (log P(X = k)), the ratios up(k) = P(k+1)/P(k) as integers, and `centre`."""

    def __init__(self, **parameters):
        self.__dict__.update(parameters)

    first, last = 0, inf

    def log_density(self, x):
        return self.log_mass(x) if x == floor(x) and self.first <= x <= self.last else -inf

    def lower_sum(self, k):
        """P(X <= k) from k downwards."""
        k = int(k)
        down = lambda j: self.up(k - j - 1)[::-1] if k - j > self.first else (0, 1)
        return exp(self.log_mass(mpf(k))) * ratio_sum(down)

    def upper_sum(self, k):
        """P(X >= k) from k upwards."""
        k = int(k)
        return exp(self.log_mass(mpf(k))) * ratio_sum(lambda j: self.up(k + j) if k + j < self.last else (0, 1))

    def cdf(self, x):
        k = floor(x)
        if k < self.first or k >= self.last:
            return mpf(0 if k < self.first else 1)
        return self.lower_sum(k) if k < self.centre() else complement(lambda: self.upper_sum(k + 1))

    def survival(self, x):
        k = floor(x)
        if k < self.first or k >= self.last:
            return mpf(1 if k < self.first else 0)
        return self.upper_sum(k + 1) if k >= self.centre() else complement(lambda: self.lower_sum(k))

    def reaches(self, k, p):
        """cdf(k) >= p, decided exactly: where the two agree to 60 digits they must be equal (a tie)."""
        have, want = (self.cdf(k), p) if 2 * p <= 1 else (1 - p, self.survival(k))
        return have >= want or abs(have - want) < mpf(10) ** -60 * want

    def quantile(self, p):
        """The least k with cdf(k) >= p: doubling from the centre, then halving, at 75 digits."""
        with mp.workdps(75):
            width = int(sqrt(self.centre())) + 1
            low = high = int(self.centre())
            while high < self.last and not self.reaches(mpf(high), p):
                low, high, width = high, high + width, 2 * width
            high = int(min(high, self.last))
            width = int(sqrt(self.centre())) + 1
            while low >= self.first and self.reaches(mpf(low), p):
                low, high, width = low - width, low, 2 * width
            low = max(low, self.first - 1)
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (low, middle) if self.reaches(mpf(middle), p) else (middle, high)
            return mpf(high)

    def window(self):
        """Integers outside which less than 1e-100 of the mass lies, by doubling."""
        k = int(self.centre())
        small = -110 * log(10)
        low = high = k
        step = 1
        while low > self.first and self.log_mass(mpf(low)) > small:
            low, step = max(self.first, low - step), 2 * step
        step = 1
        while high < self.last and self.log_mass(mpf(high)) > small:
            high, step = min(self.last, high + step), 2 * step
        return low, int(high)

    def entropy(self):
        """-sum p log p over the window, the masses by their ratios from the centre."""
        low, high = self.window()
        k = min(max(int(self.centre()), low), high)
        total = mpf(0)
        for step, end in ((1, high), (-1, low)):
            lp = self.log_mass(mpf(k))
            p = exp(lp)
            at = k
            while True:
                if step == 1 or at != k:
                    total -= p * lp
                if at == end:
                    break
                up, down = self.up(at) if step == 1 else self.up(at - 1)[::-1]
                r = mpf(up) / down
                p, lp, at = p * r, lp + log(r), at + step
        return total


def mean_log_factorial(m, power):
    """E log X! of a count with mean m and E (1 - u)^X = exp(-power(u)), by Malmsten's formula for log gamma:
    the integral over (0, 1) of (m - (1 - exp(-power(u))) / u) / -log(1 - u).
    """

    def f(u):
        x = power(u)
        # m - (1 - e^-x) / u = (m u - x) / u + (x - 1 + e^-x) / u; the second is a series where it cancels.
        tail = nsum_exp(x) if x < mpf(1) / 2 else x + expm1(-x)
        return ((m * u - x) + tail) / u / -log1p(-u)

    with mp.workdps(2 * mp.dps):
        splits = sorted(s for s in (mpf(8) ** k / m for k in range(-2, 24)) if s < mpf(1) / 2)
        return quad(f, [mpf(0), *splits, mpf(1) / 2, mpf(1)], maxdegree=9)


def nsum_exp(x):
    """e^-x - 1 + x by its series, for x in [0, 1/2)."""
    term, total, k = x * x / 2, mpf(0), 2
    while abs(term) > mpf(10) ** -(mp.dps + 5) * abs(total) and term:
        total += term
        k += 1
        term *= -x / k
    return total


class Poisson(Discrete):
    """lambda_ in (0, inf)."""

    def centre(self):
        return self.lambda_

    def log_mass(self, k):
        with mp.workdps(mp.dps + 20):
            v = k * log(self.lambda_) - self.lambda_ - loggamma(k + 1).real
        return +v

    def up(self, k):
        n, d = ratio(self.lambda_)
        return n, (k + 1) * d

    def entropy_by_integral(self):
        m = self.lambda_
        return m - m * log(m) + mean_log_factorial(m, lambda u: m * u)


class Binomial(Discrete):
    """n trials, p in (0, 1), 1 - p exact."""

    def __init__(self, **parameters):
        super().__init__(**parameters)
        self.last = int(self.n)

    def centre(self):
        return self.n * self.p

    def log_mass(self, k):
        n, p = self.n, self.p
        with mp.workdps(mp.dps + 20):
            v = (loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)).real
            v += (k * log(p) if k else 0) + ((n - k) * log1p(-p) if n != k else 0)
        return +v

    def up(self, k):
        a, d = ratio(self.p)
        return (self.last - k) * a, (k + 1) * (d - a)

    def entropy_by_integral(self):
        n, p, q = self.n, self.p, 1 - self.p
        e1 = mean_log_factorial(n * p, lambda u: -n * log1p(-p * u))
        e2 = mean_log_factorial(n * q, lambda u: -n * log1p(-q * u))
        return e1 + e2 - loggamma(n + 1).real - n * p * log(p) - n * q * log(q)


class Bernoulli(Binomial):
    def __init__(self, **parameters):
        super().__init__(n=mpf(1), **parameters)


class Geometric(Discrete):
    """P(X = k) = (1 - p)^(k-1) p on 1, 2, ...: the trial of the first success."""

    first = 1

    def log_mass(self, k):
        return log(self.p) + (k - 1) * log1p(-self.p)

    def cdf(self, x):
        k = floor(x)
        return -expm1(k * log1p(-self.p)) if k >= 1 else mpf(0)

    def survival(self, x):
        k = floor(x)
        return exp(k * log1p(-self.p)) if k >= 1 else mpf(1)

    def centre(self):
        return 1 / self.p

    def up(self, k):
        a, d = ratio(self.p)
        return d - a, d

    def entropy(self):
        p = self.p
        return (-p * log(p) - (1 - p) * log1p(-p)) / p


class DiscreteUniform(Discrete):
    """Equal masses on lower, lower + 1, ..., upper."""

    def __init__(self, **parameters):
        super().__init__(**parameters)
        self.first, self.last = int(self.lower), int(self.upper)
        self.size = self.last - self.first + 1

    def log_mass(self, k):
        return -log(mpf(self.size))

    def cdf(self, x):
        return min(mpf(1), max(mpf(0), (floor(x) - self.first + 1) / self.size))

    def survival(self, x):
        return min(mpf(1), max(mpf(0), (self.last - floor(x)) / self.size))

    def centre(self):
        return mpf(self.first + self.last) / 2

    def entropy(self):
        return log(mpf(self.size))
