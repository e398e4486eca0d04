/** From the vectors of tokens to the vector of a text, as sentence embedders define it (Reimers & Gurevych 2019, §3). */

/** A model's last hidden state: [texts, tokens, dimensions], row by row. */
export interface HiddenState {
  readonly data: Float32Array
  readonly dims: readonly number[]
}

/** One vector for each text. `lengths`: how many tokens of each row are no padding, which stands behind them. */
export function pool(
  { data, dims }: HiddenState,
  lengths: readonly number[],
  { pooling, normalize }: { readonly pooling: 'mean' | 'cls'; readonly normalize: boolean },
): Float32Array[] {
  const [, tokens = 0, dimensions = 0] = dims
  return lengths.map((length, text) => {
    const start = text * tokens * dimensions
    const vector = data.slice(start, start + dimensions)
    if (pooling === 'mean') {
      for (let token = 1; token < length; token += 1)
        for (let at = 0; at < dimensions; at += 1)
          vector[at] = (vector[at] ?? 0) + (data[start + token * dimensions + at] ?? 0)
      for (let at = 0; at < dimensions; at += 1) vector[at] = (vector[at] ?? 0) / length
    }
    return normalize ? toUnit(vector) : vector
  })
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? vector : vector.map((value) => value / length)
}
