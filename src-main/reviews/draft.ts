/** What a step of a review makes before its places are looked up: lines in sections, each with the facts or papers it rests on. */
import type { DocumentId, FactId } from '#contract/ids.ts'
import type { ReviewSide, ReviewStep } from '#contract/reviews.ts'
import type { ReviewRecord } from './review-record.ts'

export interface Step {
  readonly name: string
  readonly run: (record: ReviewRecord) => Promise<StepDraft>
}

export interface StepDraft {
  readonly inputs: ReviewStep['inputs']
  readonly sections: readonly DraftSection[]
}

export interface DraftSection {
  readonly id: string
  readonly title: string
  readonly lines: readonly DraftLine[]
}

export interface DraftLine {
  readonly text: string
  readonly factIds: readonly FactId[]
  readonly documentIds: readonly DocumentId[]
  /** The first words of its papers are cited. */
  readonly citesPapers: boolean
  readonly sides?: readonly ReviewSide[]
}

export const stated = (
  text: string,
  factIds: readonly FactId[],
  documentIds: readonly DocumentId[] = [],
): DraftLine => ({
  ...{ text, factIds, documentIds, citesPapers: false },
})

/** A line that puts facts side by side: `sides` are shown beside each other where there is room. */
export const sideBySide = (line: DraftLine, sides: readonly Side[]): DraftLine => ({
  ...line,
  sides: sides.map(({ text, facts }) => ({ text, factIds: facts.map(({ id }) => id) })),
})

export interface Side {
  readonly text: string
  readonly facts: readonly { readonly id: FactId }[]
}

/** Says what is not there, what is unread or how much is unreviewed. */
export const missing = (text: string, documentIds: readonly DocumentId[] = []): DraftLine => ({
  ...{ text, factIds: [], documentIds, citesPapers: false },
})

export const ofPaper = (text: string, documentId: DocumentId): DraftLine => ({
  ...{ text, factIds: [], documentIds: [documentId], citesPapers: true },
})

/** `ifNone` is what the section says when it has no line. */
export const section = (id: string, title: string, lines: readonly DraftLine[], ifNone: string): DraftSection => ({
  ...{ id, title, lines: lines.length > 0 ? lines : [missing(ifNone)] },
})

interface Looked {
  readonly facts?: readonly { readonly id: FactId }[]
  readonly documentIds?: readonly DocumentId[]
  /** Those that are not known are left out. */
  readonly dates?: Readonly<Record<string, string | undefined>>
}

export function stepDraft(
  { facts = [], documentIds = [], dates = {} }: Looked,
  ...sections: DraftSection[]
): StepDraft {
  const known = Object.entries(dates).flatMap(([name, on]) => (on === undefined ? [] : [[name, on] as const]))
  return {
    inputs: {
      factIds: [...new Set(facts.map(({ id }) => id))].toSorted(),
      documentIds: [...new Set(documentIds)].toSorted(),
      dates: Object.fromEntries(known),
    },
    sections,
  }
}
