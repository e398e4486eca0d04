/** A language model as the engine's work sees it; tokens are numbers whose meaning only the model knows. */
export interface LanguageModel {
  readonly contextTokens: number
  /** Instructions and question up to where the answer begins. No text in them can become a control token. */
  encode(instructions: string, question: string): readonly number[]
  /** Makes the tokens what was read, reading only what differs from before. Yields after every piece; returns how many were kept. */
  read(tokens: readonly number[]): AsyncGenerator<void, number>
  /** The answer to what was read, token by token, in a grammar's words (GBNF). A token may add no text yet. */
  write(grammar: string): AsyncGenerator<string>
}

/** The weights of a model, in memory. Functions throw what the library throws. */
export interface Weights {
  /** More than this the model was not made for. */
  readonly mostContextTokens: number
  startContext(tokens: number): Promise<LanguageModel>
  close(): Promise<void>
}

export type OpenWeights = (path: string) => Promise<Weights>

/** A file, and what it must hash to. */
export interface WriterFile {
  readonly path: string
  readonly sha256: string
}
