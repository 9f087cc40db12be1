// The distribution of Student by the regularised incomplete beta function, as a continued fraction (Abramowitz and
// Stegun 26.5.8 and 26.7.1), and its quantile by halving.
const STEPS = 200;
const TINY = 1e-300;
const EXACT = 1e-15;

/** The value that a Student variable with so many degrees of freedom stays below with this probability (0.5 to 1). */
export function studentQuantile(probability: number, freedom: number): number {
  let low = 0;
  let high = 1;
  while (studentBelow(high, freedom) < probability) high *= 2;
  for (let step = 0; step < STEPS && high - low > EXACT * high; step++) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The probability that a Student variable stays below t, which is not negative. */
export function studentBelow(t: number, freedom: number): number {
  return 1 - betaShare(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
}

/** The regularised incomplete beta function I_x(a, b). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** The continued fraction, worked out from its head (the method of Lentz). */
function fraction(x: number, a: number, b: number): number {
  const unless0 = (value: number) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / unless0(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / unless0(1 + term * d);
      c = unless0(1 + term / c);
      result *= c * d;
    }
    if (Math.abs(c * d - 1) < EXACT) break;
  }
  return result;
}

/** The logarithm of the gamma function: raised to where the series of Stirling is exact, and taken back. */
function logGamma(x: number): number {
  let raised = x;
  let product = 1;
  for (; raised < 15; raised++) product *= raised;
  const inverse = 1 / raised;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (raised - 0.5) * Math.log(raised) - raised + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
