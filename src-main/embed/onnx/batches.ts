/** Puts texts of like length together, so that a model computes little on padding. */

/**
 * Indices into `lengths` (tokens of each text, at least 1), longest first. In each batch at most a twentieth more is
 * computed than there are tokens, at most `mostTokens` in all unless one text alone has more.
 */
export function batchesOf(lengths: readonly number[], mostTokens: number): number[][] {
  const order = lengths
    .map((_, index) => index)
    .sort((one, other) => (lengths[other] ?? 0) - (lengths[one] ?? 0) || one - other)
  const batches: number[][] = []
  let batch: number[] = []
  let held = 0
  for (const index of order) {
    const length = lengths[index] ?? 0
    const padded = (lengths[batch[0] ?? index] ?? 0) * (batch.length + 1)
    if (batch.length > 0 && (padded > mostTokens || padded > (held + length) * MOST_WASTE)) {
      batches.push(batch)
      batch = []
      held = 0
    }
    batch.push(index)
    held += length
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}

const MOST_WASTE = 1.05
