/** A table of names with other wordings of each: conditions, procedures. A wording with `!` counts only in capitals. */
import type { Span } from '../../ingest/read-page.ts'
import { nearNames } from './near-names.ts'
import { createPhraseIndex } from './phrase-index.ts'
import { tableLines, wordingsOf } from './table-lines.ts'

export interface FoundTerm extends Span {
  readonly name: string
}

export interface Terms {
  /** The whole text is one of its wordings. */
  readonly find: (wording: string) => string | undefined
  readonly findIn: (text: string) => FoundTerm[]
  /** At most three known names, the nearest first. */
  readonly near: (wording: string) => string[]
}

/** `table`: conditions.csv or procedures.csv. */
export function createTerms(table: string): Terms {
  const entries = tableLines(table).flatMap(([name = '', others = '']) =>
    [name, ...wordingsOf(others)].map((wording) => {
      const capitalsOnly = wording.endsWith('!')
      return [capitalsOnly ? wording.slice(0, -1) : wording, { name, capitalsOnly }] as const
    }),
  )
  const index = createPhraseIndex(entries)
  const names = entries.filter(([, { capitalsOnly }]) => !capitalsOnly).map(([wording]) => wording)
  return {
    find: (wording) => {
      const found = index.find(wording)
      return found && (!found.capitalsOnly || !/\p{Ll}/u.test(wording)) ? found.name : undefined
    },
    findIn: (text) =>
      index
        .findIn(text)
        .filter(({ start, end, value }) => !value.capitalsOnly || !/\p{Ll}/u.test(text.slice(start, end)))
        .map(({ start, end, value }) => ({ start, end, name: value.name })),
    near: (wording) => nearNames(wording, names),
  }
}
