/**
 * An answer in a language model's words, about what was quoted: each sentence is shown only when everything in it stands in
 * what it cites. What is dropped is counted and never mended. Where nothing is left, the quotes themselves answer.
 */
import type { Citation, DroppedSentence } from '#contract/answers.ts'
import { fenceEvidence } from './fence-evidence.ts'
import type { ModelWriter } from './model-writer.ts'
import { type Evidence, verifySentence } from './verify.ts'

export interface WordAnswerInput {
  readonly writer: ModelWriter
  readonly question: string
  readonly voice: 'patient' | 'clinician'
  readonly personName: string
  /** What was quoted, with what stands around it on its page. */
  readonly quotes: readonly Quoted[]
  readonly onDropped: (dropped: DroppedSentence) => void
}

export interface Quoted {
  readonly citations: readonly Citation[]
  readonly text: string
  readonly context: string
}

interface Worded {
  readonly text: string
  readonly citations: readonly Citation[]
}

/** Some 300 tokens, beside the instructions and the question. */
const MOST_CHARACTERS = 1_200

/** Yields nothing where the model has nothing to say, or nothing that holds. An engine that fails ends it quietly: it has told of it. */
export async function* wordAnswer(input: WordAnswerInput, signal: AbortSignal): AsyncGenerator<Worded> {
  const { writer, question, voice, quotes, personName, onDropped } = input
  const evidence = quotes.map(({ text, context }, at): Evidence => ({ n: at + 1, text, context }))
  const { open, close, pieces, included } = fenceEvidence(evidence, { maxCharacters: MOST_CHARACTERS })
  const asked = { question: question.replace(/\s+/g, ' '), evidence: pieces, fence: { open, close }, voice }
  const given = evidence.filter(({ n }) => included.includes(n))
  try {
    for await (const written of writer.write(asked, signal)) {
      if ('insufficient' in written) return
      const verdict = verifySentence(written, given, { personNames: [personName] })
      if (verdict.ok) yield { text: written.text, citations: citedBy(written.cites, quotes) }
      else onDropped({ text: written.text, reasons: [...verdict.reasons] })
    }
  } catch {
    signal.throwIfAborted()
  }
}

const citedBy = (cites: readonly number[], quotes: readonly Quoted[]): Citation[] =>
  [...new Set(cites)].flatMap((n) => quotes[n - 1]?.citations ?? [])
