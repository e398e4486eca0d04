/** A loaded ONNX graph with its tokenizer, as the embedding engine's work sees it. */
export interface Graph {
  /** Names of its inputs. */
  readonly inputs: readonly string[]
  /** With the special tokens, uncut. */
  encode(text: string, pair?: string): Encoded
  /** Rows are padded behind to the longest; outputs by name. */
  run(rows: readonly Encoded[]): Promise<Readonly<Record<string, Output>>>
  close(): Promise<void>
}

export interface Encoded {
  readonly ids: readonly number[]
  /** 0 for the first text, 1 for the second. */
  readonly types: readonly number[]
  /** The last token ends the text and stays when it is cut. */
  readonly endsInSpecial: boolean
}

export interface Output {
  readonly type: string
  readonly data: ArrayLike<unknown>
  readonly dims: readonly number[]
}

/** Throws what the library throws; the bytes are the model and its tokenizer.json. */
export type OpenGraph = (graph: Uint8Array, tokenizer: Uint8Array) => Promise<Graph>
