/** Time, handed in so that tests can hold it. Order never comes from wall time; leases use `monotonicMs`. */
export interface Clock {
  /** ISO 8601, UTC. */
  now(): string
  monotonicMs(): number
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
}
