"""Laws with a density, at the caller's precision. Parameters are exact mpf; the names are those of lib/distribution."""

from mpmath import (
    asinh,
    atan,
    cosh,
    cot,
    e,
    erfc,
    exp,
    expm1,
    inf,
    log,
    log1p,
    loggamma,
    mp,
    mpf,
    pi,
    psi,
    sinh,
    sqrt,
)

from special import beta_lower, gamma_lower, gamma_upper, log_beta, root


class Continuous:
    """A law is given by log_density, cdf and survival; `coordinate` maps the whole line onto its support."""

    def __init__(self, **parameters):
        self.__dict__.update(parameters)

    def density(self, x):
        return exp(self.log_density(x))

    def quantile(self, p):
        """Solved in the coordinate u, from the side on which the probability is at most 1/2."""
        low, high = self.bracket()
        with mp.workdps(mp.dps + 20):
            q = 1 - p
            side = (lambda u: self.cdf_at(u) - p) if p <= q else (lambda u: q - self.survival_at(u))
            return self.coordinate(root(side, self.slope_at, low, high))

    def cdf_at(self, u):
        return self.cdf(self.coordinate(u))

    def survival_at(self, u):
        return self.survival(self.coordinate(u))

    def slope_at(self, u):
        return self.density(self.coordinate(u)) * self.stretch(u)


class Normal(Continuous):
    def z(self, x):
        return (x - self.mu) / self.sigma

    def log_density(self, x):
        return -self.z(x) ** 2 / 2 - log(self.sigma) - log(2 * pi) / 2

    def cdf(self, x):
        return erfc(-self.z(x) / sqrt(2)) / 2

    def survival(self, x):
        return erfc(self.z(x) / sqrt(2)) / 2

    def quantile(self, p):
        return self.mu + self.sigma * standard_normal_quantile(p)

    def entropy(self):
        return log(2 * pi * e * self.sigma**2) / 2


def standard_normal_quantile(p):
    if p > mpf(1) / 2:
        return -standard_normal_quantile(1 - p)
    if p == mpf(1) / 2:
        return mpf(0)
    return root(lambda z: erfc(-z / sqrt(2)) / 2 - p, lambda z: exp(-(z**2) / 2) / sqrt(2 * pi), mpf(-60), mpf(0))


class Lognormal(Continuous):
    def log_density(self, x):
        return Normal.log_density(self, log(x)) - log(x) if x > 0 else -inf

    def z(self, y):
        return (y - self.mu) / self.sigma

    def cdf(self, x):
        return Normal.cdf(self, log(x)) if x > 0 else mpf(0)

    def survival(self, x):
        return Normal.survival(self, log(x)) if x > 0 else mpf(1)

    def quantile(self, p):
        return exp(self.mu + self.sigma * standard_normal_quantile(p))

    def entropy(self):
        return Normal.entropy(self) + self.mu


class Laplace(Continuous):
    def z(self, x):
        return (x - self.mu) / self.scale

    def log_density(self, x):
        return -abs(self.z(x)) - log(2 * self.scale)

    def cdf(self, x):
        z = self.z(x)
        return exp(z) / 2 if z <= 0 else 1 - exp(-z) / 2

    def survival(self, x):
        z = self.z(x)
        return exp(-z) / 2 if z >= 0 else 1 - exp(z) / 2

    def quantile(self, p):
        return self.mu + self.scale * (log(2 * p) if 2 * p <= 1 else -log(2 * (1 - p)))

    def entropy(self):
        return 1 + log(2 * self.scale)


class Cauchy(Continuous):
    def z(self, x):
        return (x - self.location) / self.scale

    def log_density(self, x):
        return -log(pi * self.scale) - log1p(self.z(x) ** 2)

    def survival(self, x):
        z = self.z(x)
        return atan(1 / z) / pi if z > 0 else 1 - self.below(z)

    def below(self, z):
        return atan(-1 / z) / pi if z < 0 else mpf(1) / 2

    def cdf(self, x):
        z = self.z(x)
        return self.below(z) if z <= 0 else 1 - atan(1 / z) / pi

    def quantile(self, p):
        return self.location - self.scale * cot(pi * p) if 2 * p != 1 else self.location

    def entropy(self):
        return log(4 * pi * self.scale)


class Exponential(Continuous):
    def log_density(self, x):
        return log(self.rate) - self.rate * x if x >= 0 else -inf

    def cdf(self, x):
        return -expm1(-self.rate * x) if x > 0 else mpf(0)

    def survival(self, x):
        return exp(-self.rate * x) if x > 0 else mpf(1)

    def quantile(self, p):
        return -log1p(-p) / self.rate

    def entropy(self):
        return 1 - log(self.rate)


class Gamma(Continuous):
    def log_density(self, x):
        a, b = self.shape, self.rate
        with mp.workdps(mp.dps + 20):
            v = a * log(b) - loggamma(a).real + (a - 1) * log(x) - b * x if x > 0 else -inf
        return +v

    def cdf(self, x):
        return gamma_lower(self.shape, self.rate * x)

    def survival(self, x):
        return gamma_upper(self.shape, self.rate * x)

    coordinate = staticmethod(exp)
    stretch = staticmethod(exp)

    def bracket(self):
        """In log x. P(a, x) <= x^a / gamma(a + 1) gives the lower end for p >= 1e-310."""
        a = self.shape
        shift = -log(self.rate)
        return (-310 * log(10) + loggamma(a + 1).real) / a + shift, log(a + 60 * sqrt(a) + 100) + shift

    def entropy(self):
        a = self.shape
        with mp.workdps(mp.dps + 20):
            v = a - log(self.rate) + loggamma(a).real + (1 - a) * psi(0, a)
        return +v


class Beta(Continuous):
    def log_density(self, x):
        a, b = self.a, self.b
        if not 0 < x < 1:
            return -inf
        with mp.workdps(mp.dps + 20):
            v = (a - 1) * log(x) + (b - 1) * log1p(-x) - log_beta(a, b)
        return +v

    def cdf(self, x):
        return beta_lower(self.a, self.b, x, 1 - x)

    def survival(self, x):
        return beta_lower(self.b, self.a, 1 - x, x)

    def coordinate(self, u):
        return 1 / (1 + exp(-u))

    def cdf_at(self, u):
        return beta_lower(self.a, self.b, 1 / (1 + exp(-u)), 1 / (1 + exp(u)))

    def survival_at(self, u):
        return beta_lower(self.b, self.a, 1 / (1 + exp(u)), 1 / (1 + exp(-u)))

    def slope_at(self, u):
        with mp.workdps(mp.dps + 20):
            v = exp(-self.a * log1p(exp(-u)) - self.b * log1p(exp(u)) - log_beta(self.a, self.b))
        return +v

    def bracket(self):
        """In log(x / (1 - x)): I_x(a, b) is at most x^a / (a B) where b >= 1, and within 2^|b-1| of it below 1/2."""
        reach = lambda a, b: (710 + log(a) + log_beta(a, b) + 1) / a + 5
        return -abs(reach(self.a, self.b)), abs(reach(self.b, self.a))

    def entropy(self):
        a, b = self.a, self.b
        with mp.workdps(mp.dps + 20):
            v = log_beta(a, b) - (a - 1) * psi(0, a) - (b - 1) * psi(0, b) + (a + b - 2) * psi(0, a + b)
        return +v


class StudentT(Continuous):
    def z(self, x):
        return (x - self.location) / self.scale

    def log_density(self, x):
        n = self.df
        with mp.workdps(mp.dps + 20):
            v = -log_beta(n / 2, mpf(1) / 2) - log(n) / 2 - log(self.scale) - (n + 1) / 2 * log1p(self.z(x) ** 2 / n)
        return +v

    def beyond(self, z):
        """P(T > z) for z >= 0."""
        n = self.df
        return beta_lower(n / 2, mpf(1) / 2, n / (n + z**2), z**2 / (n + z**2)) / 2

    def cdf(self, x):
        z = self.z(x)
        return self.beyond(-z) if z <= 0 else 1 - self.beyond(z)

    def survival(self, x):
        z = self.z(x)
        return self.beyond(z) if z >= 0 else 1 - self.beyond(-z)

    def coordinate(self, u):
        return self.location + self.scale * sinh(u)

    def stretch(self, u):
        return self.scale * cosh(u)

    def bracket(self):
        reach = asinh(mpf(200)) if self.df > 1000 else 720 / self.df + 10
        return -reach, reach

    def quantile(self, p):
        return self.location if 2 * p == 1 else super().quantile(p)

    def entropy(self):
        n = self.df
        with mp.workdps(mp.dps + 20):
            v = (n + 1) / 2 * (psi(0, (n + 1) / 2) - psi(0, n / 2)) + log(n) / 2 + log_beta(n / 2, mpf(1) / 2)
            v += log(self.scale)
        return +v


class Uniform(Continuous):
    def log_density(self, x):
        return -log(self.upper - self.lower) if self.lower <= x <= self.upper else -inf

    def cdf(self, x):
        return min(mpf(1), max(mpf(0), (x - self.lower) / (self.upper - self.lower)))

    def survival(self, x):
        return min(mpf(1), max(mpf(0), (self.upper - x) / (self.upper - self.lower)))

    def quantile(self, p):
        return self.lower + p * (self.upper - self.lower)

    def entropy(self):
        return log(self.upper - self.lower)
