/** A model as the engine is told of it: where it lies, what its files must hash to, and how its outputs are to be read. */
export type EmbedderSpec = StaticSpec | OnnxEmbedderSpec

/** The built-in kind: one file of word vectors. */
export interface StaticSpec {
  readonly kind: 'static'
  readonly path: string
  readonly sha256: string
}

export interface OnnxSpec {
  readonly kind: 'onnx'
  readonly dir: string
  /** Among them `model.onnx` and `tokenizer.json`; each is hashed before it is loaded. */
  readonly files: readonly ModelFile[]
  /** Longer texts are cut. */
  readonly maxTokens: number
}

export interface OnnxEmbedderSpec extends OnnxSpec {
  readonly pooling: 'mean' | 'cls'
  readonly queryPrefix: string
  readonly passagePrefix: string
  readonly dimensions: number
  /** Whether vectors are made unit length before they are rounded to bytes. */
  readonly normalize: boolean
}

export interface ModelFile {
  readonly name: string
  readonly sha256: string
  readonly bytes: number
}

export const GRAPH_FILE = 'model.onnx'
export const TOKENIZER_FILE = 'tokenizer.json'
