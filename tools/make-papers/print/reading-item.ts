/** One image of the corpus on which reading is measured, with everything that is known about it. */
import type { Printed } from './print-scan.ts'

export type ReadingGroup = 'flat' | 'dense' | 'held-out' | 'photo' | 'photo-twin' | 'ledger' | 'boxes'

export interface ReadingItem extends Printed {
  /** Unique in the corpus, the same for the same seed. */
  readonly name: string
  readonly group: ReadingGroup
  /** What kind of page it is: the typeface of a letter, the layout family of a table. */
  readonly family: string
  /** 1-based page of the file that the truth is about; 1 but for files of several pages. */
  readonly page: number
  /** Indices into `truth.words` of words with a digit: where a slip would change a value. */
  readonly numeric: readonly number[]
}

/** A photo is compared with the flat scan of the same page: `photo-07` with `photo-twin-07`. */
export const twinOf = (name: string) => name.replace('photo-', 'photo-twin-')

interface Naming {
  readonly name: string
  readonly group: ReadingGroup
  readonly family: string
  readonly page?: number
}

export const toItem = (printed: Printed, { page = 1, ...naming }: Naming): ReadingItem => ({
  ...printed,
  ...naming,
  page,
  numeric: printed.truth.words.flatMap(({ text }, index) => (/\d/.test(text) ? [index] : [])),
})
