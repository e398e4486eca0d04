/** The word tables of the program as training pairs: what a short, trade or everyday name says in other words. */
import type { DictionaryRow } from '../../src-main/retrieve/dictionary-rows.ts'
import type { TextPair } from './training-text.ts'

/** Both ways, since either may be asked for; of a family only that the group finds its members. */
export function tablePairs(rows: readonly DictionaryRow[]): TextPair[] {
  return rows.flatMap(({ kind, term, meanings }) => {
    const wordings = meanings.flatMap((meaning) => [...meaning.wordings, ...meaning.parts])
    return wordings.flatMap((wording) => {
      const pair = { kind: `table-${kind}`, query: term.join(' '), passage: wording.join(' ') }
      return kind === 'family' ? [pair] : [pair, { ...pair, query: pair.passage, passage: pair.query }]
    })
  })
}
