/** Rows of numbers as few bits a value: values near a row's own size, told apart by levels common to all rows. */

export interface QuantizedRows {
  /** One level number a value, row after row. */
  readonly codes: Uint8Array
  readonly scales: Float32Array
}

const SAMPLED = 400_000
const ROUNDS = 60

/** The 2^bits levels that fit the values of `rows` best once each row's root mean square is 1 (Lloyd 1982), ascending. */
export function findLevels(rows: Float32Array, dimensions: number, bits: number): number[] {
  const step = Math.max(1, Math.floor(rows.length / dimensions / Math.ceil(SAMPLED / dimensions)))
  const sample: number[] = []
  for (let row = 0; row < rows.length / dimensions; row += step) {
    const values = rows.subarray(row * dimensions, (row + 1) * dimensions)
    const size = rootMeanSquare(values)
    if (size > 0) for (const value of values) sample.push(value / size)
  }
  const count = 2 ** bits
  let levels = Array.from({ length: count }, (_, at) => (at - (count - 1) / 2) * (4 / count))
  for (let round = 0; round < ROUNDS; round++) {
    const sums = levels.map(() => 0)
    const members = levels.map(() => 0)
    for (const value of sample) {
      const nearest = nearestLevel(value, levels)
      sums[nearest] = (sums[nearest] ?? 0) + value
      members[nearest] = (members[nearest] ?? 0) + 1
    }
    levels = levels.map((level, at) => ((members[at] ?? 0) > 0 ? (sums[at] ?? 0) / (members[at] ?? 1) : level))
  }
  return levels
}

/** Each row's codes, and the scale under which they come nearest to it (least squares). */
export function quantizeRows(rows: Float32Array, dimensions: number, levels: readonly number[]): QuantizedRows {
  const codes = new Uint8Array(rows.length)
  const scales = new Float32Array(rows.length / dimensions)
  for (let row = 0; row < scales.length; row++) {
    const start = row * dimensions
    let scale = rootMeanSquare(rows.subarray(start, start + dimensions))
    for (let round = 0; round < 2 && scale > 0; round++) {
      let along = 0
      let square = 0
      for (let at = start; at < start + dimensions; at++) {
        const value = rows[at] ?? 0
        const code = nearestLevel(value / scale, levels)
        const level = levels[code] ?? 0
        codes[at] = code
        along += value * level
        square += level * level
      }
      scale = along / square
    }
    scales[row] = scale
  }
  return { codes, scales }
}

function rootMeanSquare(values: Float32Array): number {
  let square = 0
  for (const value of values) square += value * value
  return Math.sqrt(square / values.length)
}

function nearestLevel(value: number, levels: readonly number[]): number {
  let from = 0
  let to = levels.length - 1
  while (from < to) {
    const middle = (from + to) >> 1
    if (value > ((levels[middle] as number) + (levels[middle + 1] as number)) / 2) from = middle + 1
    else to = middle
  }
  return from
}
