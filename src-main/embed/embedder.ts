/** What turns text into directions, whichever model does it. Vectors of different embedders are never compared. */
export interface Embedder {
  /** In the model catalogue. */
  readonly modelId: string
  readonly sha256: string
  readonly dimensions: number
  /** Share of meaning, 0 to 1, in a weighted sum with full text; a property of the embedder, measured. */
  readonly weight: number
  /** Cosine, -1 to 1, from which a chunk without any of the question's words is worth showing; measured likewise. */
  readonly near: number
  /** What a person asks. Undefined: it holds no word that the model knows. */
  embedQuery(text: string, signal: AbortSignal): Promise<Int8Array | undefined>
  /** What stands on pages, in the order given; one entry each, empty where there is nothing to compare. */
  embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Int8Array[]>
}

/** A direction in 8 bits a dimension: cosines between such vectors stay within .005 of the exact ones. Empty for a null vector. */
export function quantize(vector: Float32Array): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (largest === 0) return new Int8Array()
  return Int8Array.from(vector, (value) => Math.round((value / largest) * 127))
}
