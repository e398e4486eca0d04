/** The few numbers that a benchmark reports about its samples. */

/** `share` 0..1 of the sorted samples; NaN of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** How far the samples lie apart, as a fraction of their median. */
export const spread = (samples: readonly number[]): number =>
  (Math.max(...samples) - Math.min(...samples)) / median(samples)

export async function timed<R>(work: () => R | Promise<R>): Promise<{ ms: number; result: R }> {
  const startedAt = performance.now()
  const result = await work()
  return { ms: performance.now() - startedAt, result }
}
