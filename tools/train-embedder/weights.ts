/** What training made, before it is packed. */
export interface Weights {
  readonly words: readonly string[]
  readonly dimensions: number
  /** A row a word. */
  readonly vectors: Float32Array
  /** What each word counts in a question, as a factor. */
  readonly askScales: Float32Array
}
