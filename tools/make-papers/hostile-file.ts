/** One harmful, damaged or merely odd file, and what must become of it. */
export interface HostileFile {
  name: string
  bytes: Uint8Array
  /**
   * `indexed`, `needs-password`, `refused:CODE` (at import) or `rejected:CODE` (while reading). Where several outcomes are
   * honest they are separated by `|`.
   */
  expect: string
  /** Words that the text must hold, where the file is indexed. */
  contains?: string
  /** A word that may never reach the text. */
  lacks?: string
}
