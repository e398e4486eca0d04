/**
 * The answer to a question that asks several things: that of each part, one after the other, from facts or by quoting. What
 * of it has no answer is said, since a part left out in silence would read as if it had been answered.
 */

import type { Answer, Shown } from './answer.ts'
import type { Part } from './typed/question-parts.ts'
import { uniqueCitations } from './unique-citations.ts'

interface Ways {
  readonly answer: (query: NonNullable<Part['query']>) => Promise<Answer | undefined>
  readonly quote: (part: Part) => Promise<Answer>
}

/** Undefined where facts answer no part: then the question is taken as a whole. */
export async function answerParts(parts: readonly Part[], ways: Ways): Promise<Answer | undefined> {
  const found: (Answer | undefined)[] = []
  for (const part of parts) found.push(part.query && (await ways.answer(part.query)))
  if (!found.some(isTold)) return undefined
  const answers: Answer[] = []
  for (const [at, part] of parts.entries()) {
    const own = found[at]
    // what is stated for another time is no answer, and its neighbours are none
    const quoted = own !== undefined || part.isLeaning ? undefined : await ways.quote(part)
    const one = isTold(own) ? own : quoted
    answers.push(one !== undefined && isTold(one) ? one : { ...(own ?? one ?? untold), sentences: [sayUntold(part)] })
  }
  const [first] = answers.filter(({ engine, answer }) => engine === 'typed' && answer !== undefined)
  const sentences = withoutRepeats(answers.flatMap((one) => one.sentences))
  return {
    ...{ engine: 'typed', sentences, dependsOnUnread: true },
    evidence: uniqueCitations(sentences.flatMap(({ citations }) => citations)),
    weighed: answers.flatMap(({ weighed }) => weighed),
    factIds: [...new Set(answers.flatMap(({ factIds }) => factIds))],
    ...(first?.answer !== undefined && { answer: first.answer }),
  }
}

const isTold = (one: Answer | undefined): one is Answer => one !== undefined && one.sentences.length > 0

const untold: Omit<Answer, 'sentences'> = {
  ...{ engine: 'typed', evidence: [], weighed: [], factIds: [], dependsOnUnread: true },
}

/** The absence is of what was read: its notice stands with the answer. */
function sayUntold({ question, query, isLeaning }: Part): Shown {
  const asked = question.trim().replace(/[\s?.!]+$/, '')
  const text =
    query === undefined || isLeaning
      ? `Not answered here: “${asked}”. It can be asked by itself.`
      : `Not found in what I could read: “${asked}”.`
  return { text, citations: [] }
}

function withoutRepeats(sentences: readonly Shown[]): Shown[] {
  return sentences.filter(({ text }, at) => sentences.findIndex((one) => one.text === text) === at)
}
