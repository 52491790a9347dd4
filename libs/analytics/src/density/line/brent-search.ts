const GOLDEN = (3 - Math.sqrt(5)) / 2;
const ROUNDING = Number.EPSILON;

interface Interval {
  from: number;
  to: number;
  /** How near the answer has to be. */
  tolerance: number;
}

/**
 * A place where a function is least, by parabolas through three places and golden sections.
 *
 * Source: Brent (1973), Algorithms for Minimization without Derivatives, 5.8, `localmin`; the letters
 * are his.
 */
export function findMinimum(f: (x: number) => number, { from, to, tolerance }: Interval): number {
  let [a, b] = [from, to];
  let x = a + GOLDEN * (b - a);
  let [v, w, fx] = [x, x, f(x)];
  let [fv, fw, d, e] = [fx, fx, 0, 0];
  for (;;) {
    const middle = (a + b) / 2;
    const tol = Math.sqrt(ROUNDING) * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - middle) <= 2 * tol - (b - a) / 2) return x;
    let [p, q, r] = [0, 0, 0];
    if (Math.abs(e) > tol) {
      r = (x - w) * (fx - fv);
      q = (x - v) * (fx - fw);
      p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      else q = -q;
      r = e;
      e = d;
    }
    if (Math.abs(p) >= Math.abs((q * r) / 2) || p <= q * (a - x) || p >= q * (b - x)) {
      e = x < middle ? b - x : a - x;
      d = GOLDEN * e;
    } else {
      d = p / q;
      if (x + d - a < 2 * tol || b - x - d < 2 * tol) d = x < middle ? tol : -tol;
    }
    const u = x + (Math.abs(d) >= tol ? d : d > 0 ? tol : -tol);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
      continue;
    }
    if (u < x) a = u;
    else b = u;
    if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
    else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
  }
}

/**
 * A place where a function is 0, by interpolation and halving.
 *
 * Source: Brent (1973), 4.6, `zero`; the letters are his.
 *
 * @param f has different signs at both ends
 */
export function findZero(f: (x: number) => number, { from, to, tolerance }: Interval): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  let [c, fc] = [a, fa];
  for (;;) {
    const before = b - a;
    if (Math.abs(fc) < Math.abs(fb)) [a, fa, b, fb, c, fc] = [b, fb, c, fc, b, fb];
    const tol = 2 * ROUNDING * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= tol || fb === 0) return b;
    if (Math.abs(before) >= tol && Math.abs(fa) > Math.abs(fb)) {
      const s = fb / fa;
      let p = (c - b) * s;
      let q = 1 - s;
      if (a !== c) {
        const [t, r] = [fa / fc, fb / fc];
        p = s * ((c - b) * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      const isInside = p < 0.75 * (c - b) * q - Math.abs(tol * q) / 2;
      if (isInside && p < Math.abs((before * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < tol) step = step > 0 ? tol : -tol;
    [a, fa] = [b, fb];
    b += step;
    fb = f(b);
    if (fb > 0 === fc > 0) [c, fc] = [a, fa];
  }
}
