/** A page of a layout that nobody showed, written by hand, with the facts that stand on it. */
export interface OtherLayout {
  readonly title: string
  readonly page: string
  /** Facts that must be read, just so, and no others. */
  readonly is: readonly string[]
  /** What must never be read from it. */
  readonly not?: readonly RegExp[]
}

export const lines = (...texts: readonly string[]) => texts.join('\n')
