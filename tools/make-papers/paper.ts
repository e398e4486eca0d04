/**
 * What every maker returns: the file and, beside it, the exact text a reader should find.
 * The expected text is in reading order: lines end in \n, cells of one table row are separated by \t, blocks
 * (paragraphs, columns, tables) by an empty line. Runs of white space may be compared as one; the order may not vary.
 */
export interface Paper {
  fileName: string
  /** The full name of the person whose paper it is. */
  person: string
  bytes: Uint8Array
  expected: { pages: PageText[] }
}

export interface PageText {
  number: number
  text: string
  /** The page is a picture: its text is in no text layer and has to be recognised. */
  imageOnly?: boolean
}

export const pageText = (blocks: readonly string[]): string =>
  blocks
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n')
