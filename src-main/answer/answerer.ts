/**
 * Asks one person's record: evidence first, then sentences that are quoted from it, or the admission that it is not
 * there. No model takes part; what is shown stands on a page word for word. The whole story is readable here.
 */
import type { AnswerEvent } from '#contract/answers.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Passage, Retriever } from '../retrieve/retrieve.ts'
import type { Audit } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import { createCiter } from './cite.ts'
import { selectSentences } from './extract-sentences.ts'

export interface AnswererDeps {
  readonly store: Store
  readonly audit: Audit
  readonly retriever: Retriever
}

export type Answerer = ReturnType<typeof createAnswerer>

const SENTENCES = 5

export function createAnswerer({ store, audit, retriever }: AnswererDeps) {
  return {
    async *ask(personId: PersonId, question: string, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
      const evidence = await retriever.retrieve({ personId, question }, signal)
      const searched = await retriever.searched(personId)
      const cite = createCiter(store.db)
      yield { kind: 'evidence', citations: await cite(evidence.passages.map(wholePassage)) }

      const { query, passages, frequencyOf, chunkCount } = evidence
      const selected = await selectSentences({
        query,
        passages,
        documentFrequency: frequencyOf,
        chunkCount,
        limit: SENTENCES,
      })
      const sentences = 'notInRecord' in selected ? [] : selected.sentences
      await store.write((trx) =>
        audit.append(trx, { action: 'record.ask', objectId: personId, meta: { sentences: sentences.length } }),
      )
      signal.throwIfAborted()

      const passageById = new Map(passages.map((passage) => [passage.id, passage]))
      for (const sentence of sentences) {
        const passage = passageById.get(sentence.passageId)
        if (passage === undefined) continue
        const citations = await cite([{ passage, start: sentence.start, end: sentence.end }])
        yield { kind: 'sentence', text: sentence.text, citations }
      }
      if (sentences.length === 0) yield { kind: 'notInRecord' }
      yield { kind: 'end', searched, engine: 'extractive' }
    },
  }
}

const wholePassage = (passage: Passage) => ({ passage, start: passage.start, end: passage.start + passage.text.length })
