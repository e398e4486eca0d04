/**
 * What a deleted document said does not live on in reviews. A line goes with its edit where a fact of it stood on that document
 * alone, or where it speaks of the document itself; else only the citations go.
 */
import type { Transaction } from 'kysely'
import type { DocumentId, FactId } from '#contract/ids.ts'
import type { Review, ReviewEdits, ReviewLine, ReviewStep } from '#contract/reviews.ts'
import { listFactsOnlyOn, listReviewsOn, setForgotten } from '../store/reviews.ts'
import type { Tables } from '../store/tables.ts'

/** For the transaction in which the document goes, while its facts are still there. */
export async function forgetReviewed(trx: Transaction<Tables>, documentId: DocumentId): Promise<void> {
  const reviews = await listReviewsOn(trx, documentId)
  if (reviews.length === 0) return
  const gone = new Set(await listFactsOnlyOn(trx, documentId))
  for (const row of reviews) {
    const inputs = JSON.parse(row.inputs) as Review['inputs']
    const steps = (JSON.parse(row.steps) as ReviewStep[]).map((step) =>
      withoutDocument(step, { documentId, gone, inputs }),
    )
    const edits = JSON.parse(row.edits) as ReviewEdits
    const goneLines = new Set(
      steps.flatMap(({ sections }) =>
        sections.flatMap(({ lines }) => lines.flatMap((one) => (one.isGone ? one.id : []))),
      ),
    )
    const kept: ReviewEdits = { ...edits, lines: edits.lines.filter(({ lineId }) => !goneLines.has(lineId)) }
    const left = {
      inputs: JSON.stringify(inputsWithout(inputs, documentId)),
      ...{ steps: JSON.stringify(steps), edits: JSON.stringify(kept) },
    }
    await setForgotten(trx, row.id, left, documentId)
  }
}

/** Of two lists one says nothing of the other any more. */
function inputsWithout({ lists, ...rest }: Review['inputs'], documentId: DocumentId): Review['inputs'] {
  const isKept = lists !== undefined && lists.earlier !== documentId && lists.later !== documentId
  return isKept ? { ...rest, lists } : rest
}

const FORGOTTEN = 'Forgotten with a deleted document'

interface Forgotten {
  readonly documentId: DocumentId
  /** Facts that stand nowhere else. */
  readonly gone: ReadonlySet<FactId>
  readonly inputs: Review['inputs']
}

function withoutDocument({ name, inputs, sections }: ReviewStep, forgotten: Forgotten): ReviewStep {
  const { documentId, gone } = forgotten
  const left = sections.map((section) => {
    const lines = section.lines.map((line) => lineWithout(line, forgotten))
    // a title may name the measure of which nothing is left
    const isEmptied = lines.length > 0 && lines.every(({ isGone }) => isGone)
    return { ...section, title: isEmptied ? FORGOTTEN : section.title, lines }
  })
  const dates = Object.entries(inputs.dates).filter(([date]) => isGiven(date, forgotten.inputs))
  return {
    name,
    sections: left,
    inputs: {
      factIds: inputs.factIds.filter((id) => !gone.has(id)),
      documentIds: inputs.documentIds.filter((id) => id !== documentId),
      dates: Object.fromEntries(dates),
    },
  }
}

/** The other dates were read from papers, and from which is not kept. */
const isGiven = (date: string, inputs: Review['inputs']) =>
  date === 'bornOn' || (date === 'since' && inputs.since !== undefined)

function lineWithout(line: ReviewLine, { documentId, gone }: Forgotten): ReviewLine {
  const citations = line.citations.filter((citation) => citation.documentId !== documentId)
  const hasLost = (factId: FactId) =>
    gone.has(factId) || (isCited(line.citations, factId) && !isCited(citations, factId))
  if (!line.documentIds.includes(documentId) && !line.factIds.some(hasLost)) return { ...line, citations }
  const { sides: _, ...rest } = line
  return { ...rest, text: '', citations: [], factIds: [], documentIds: [], isGone: true }
}

const isCited = (citations: ReviewLine['citations'], factId: FactId) =>
  citations.some((citation) => citation.factId === factId)
