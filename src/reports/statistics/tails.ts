const logs: number[] = [0];

/** The natural logarithm of n!, from a table that grows as far as it is asked. */
function logFactorial(n: number): number {
  for (let next = logs.length; next <= n; next += 1) logs.push((logs[next - 1] ?? 0) + Math.log(next));
  return logs[n] ?? 0;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** A table with two rows and two columns, of which what is looked at stands in one corner. */
export interface Drawn {
  /** How many there are in all, and how many of them are of the kind that is looked at. */
  readonly all: number;
  readonly kind: number;
  /** How many were drawn. */
  readonly drawn: number;
}

/**
 * How likely it is that of those that were drawn at least so many are of the kind, if the kind has nothing to do with
 * being drawn: the tail of the hypergeometric distribution, which is R. A. Fisher's exact test ("The logic of inductive
 * inference", 1935). With calls of a time as those that were drawn from two times it is the exact comparison of two rates
 * of J. Przyborowski and H. Wilenski (Biometrika 31, 1940): it allows for how little is known of the time before.
 */
export function tailOf(atLeast: number, { all, kind, drawn }: Drawn): number {
  const most = Math.min(kind, drawn);
  const least = Math.max(0, drawn - (all - kind));
  if (atLeast <= least) return 1;
  if (atLeast > most) return 0;
  const base = logChoose(all, drawn);
  let sum = 0;
  for (let k = atLeast; k <= most; k += 1) {
    const term = Math.exp(logChoose(kind, k) + logChoose(all - kind, drawn - k) - base);
    sum += term;
    if (term < sum * 1e-12 && k > (kind * drawn) / all) break;
  }
  return Math.min(1, sum);
}

/** The smallest value that `tailOf` can have. */
export function leastTail({ all, kind, drawn }: Drawn): number {
  const most = Math.min(kind, drawn);
  if (most === Math.max(0, drawn - (all - kind))) return 1;
  return Math.exp(logChoose(kind, most) + logChoose(all - kind, drawn - most) - logChoose(all, drawn));
}

/** How likely at least so many are in a Poisson distribution with this mean. */
export function poissonTail(atLeast: number, mean: number): number {
  if (atLeast <= 0) return 1;
  if (mean <= 0) return 0;
  let sum = 0;
  for (let k = atLeast; ; k += 1) {
    const term = Math.exp(k * Math.log(mean) - mean - logFactorial(k));
    sum += term;
    if (k > mean && term <= sum * 1e-12) return Math.min(1, sum);
  }
}
