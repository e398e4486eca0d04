/** What people are allergic to besides medicines, what it did to them, how badly: found in a text, kept as written. */
import type { Span } from '../../ingest/read-page.ts'
import { nearNames } from './near-names.ts'
import { createPhraseIndex } from './phrase-index.ts'
import { tableLines, wordingsOf } from './table-lines.ts'
import type { FoundTerm } from './terms.ts'

export interface Reactions {
  readonly reactionsIn: (text: string) => Span[]
  readonly severityIn: (text: string) => Span | undefined
  /** Groups of medicines, foods, plants, animals, materials. */
  readonly allergensIn: (text: string) => FoundTerm[]
  /** At most three, the nearest first. */
  readonly nearAllergens: (written: string) => string[]
}

/** `table`: reactions.csv. */
export function createReactions(table: string): Reactions {
  const rows = tableLines(table)
  const indexOf = (wanted: string) =>
    createPhraseIndex(
      rows
        .filter(([kind]) => kind === wanted)
        .flatMap(([, cell = '']) => {
          const wordings = wordingsOf(cell)
          return wordings.map((wording) => [wording, wordings[0] ?? wording] as const)
        }),
    )
  const [reactions, severities, allergens] = [indexOf('reaction'), indexOf('severity'), indexOf('allergen')]
  const names = rows.filter(([kind]) => kind === 'allergen').flatMap(([, cell = '']) => wordingsOf(cell))
  const spanOf = ({ start, end }: Span): Span => ({ start, end })
  return {
    reactionsIn: (text) => reactions.findIn(text).map(spanOf),
    severityIn: (text) => severities.findIn(text).map(spanOf)[0],
    allergensIn: (text) => allergens.findIn(text).map(({ value, ...span }) => ({ ...span, name: value })),
    nearAllergens: (written) => nearNames(written, names),
  }
}
