/**
 * A seeded source of choices: the same seed gives the same papers on every machine. Not for secrets.
 * The recurrence is Marsaglia's xorshift with 32 bits of state.
 */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(choices: readonly T[]): T
  digits(length: number): string
  chance(probability: number): boolean
}

export function createRandom(seed: number): Random {
  // Neighbouring small seeds would begin alike; zero would stay zero for ever.
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) | 0 || 0x2545f491
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 0x1_0000_0000
  }
  for (let i = 0; i < 8; i += 1) next()
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    pick<T>(choices: readonly T[]): T {
      if (choices.length === 0) throw new RangeError('nothing to pick from')
      return choices[between(0, choices.length - 1)] as T
    },
    digits: (length) => Array.from({ length }, () => between(0, 9)).join(''),
    chance: (probability) => next() < probability,
  }
}
