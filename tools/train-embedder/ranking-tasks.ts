/** What was held out, as questions with their right passages among many: the tasks that recipes are compared on. */
import { wordsOf } from '../../src-main/embed/static/words.ts'
import { createRandom, misspell } from './misspell.ts'
import { TRIED } from './question-frames.ts'
import { isNaming, type TextPair } from './training-text.ts'

export interface RankingTask {
  readonly name: string
  readonly passages: readonly string[]
  /** Passages with one label count as one document. */
  readonly labels: readonly string[]
  readonly questions: readonly { readonly text: string; readonly label: string }[]
  /** Too short for full text to say much: only the vectors are compared. */
  readonly vectorsOnly?: boolean
}

const MOST_QUESTIONS = 400
const SHORT_NOTE_WORDS = 8

export function rankingTasks(all: readonly TextPair[], heldOut: readonly TextPair[]): RankingTask[] {
  const answers = all.filter(({ kind }) => kind === 'mq-qa')
  const notes = all.filter(({ kind }) => kind === 'mts')
  const articles = all.filter(({ kind }) => kind === 'pmc-title-abs')
  const entries = all.filter(({ kind }) => kind === 'ox-gloss' || kind === 'do-def')
  const names = heldOut.filter(({ kind }) => isNaming(kind))
  const random = createRandom(7)
  const of = (...kinds: string[]) => heldOut.filter(({ kind }) => kinds.includes(kind))
  return [
    task('consumer questions', answers, of('mq-qa'), (text) => text),
    task('the same, a word misspelt', answers, of('mq-qa'), (text) => withSlip(text, random)),
    task('notes, first 8 words', notes, of('mts'), (text) => text.split(/\s+/).slice(0, SHORT_NOTE_WORDS).join(' ')),
    task('article titles', articles, of('pmc-title-abs'), (text) => text),
    task('terms', entries, of('ox-gloss', 'do-def'), (text) => text),
    task('terms in a question', entries, of('ox-gloss', 'do-def'), (text, at) => {
      const [before = '', after = ''] = TRIED[at % TRIED.length] ?? []
      return `${before} ${text} ${after}?`
    }),
    { ...task('other names', names, names, (text) => text), vectorsOnly: true },
  ]
}

function task(
  name: string,
  among: readonly TextPair[],
  asked: readonly TextPair[],
  ask: (query: string, at: number) => string,
): RankingTask {
  const queries = [...new Set(asked.map(({ query }) => query))]
  const step = Math.max(1, Math.ceil(queries.length / MOST_QUESTIONS))
  const chosen = queries.filter((_, at) => at % step === 0)
  return {
    name,
    passages: among.map(({ passage }) => passage),
    labels: among.map(({ query }) => query),
    questions: chosen.map((query, at) => ({ text: ask(query, at), label: query })),
  }
}

/** The longest word, which names the subject more often than not, with one mistake. */
function withSlip(question: string, random: () => number): string {
  const longest = wordsOf(question).reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest.length < 4) return question
  for (let tries = 0; tries < 10; tries++) {
    const wrong = misspell(longest, random)
    if (wrong !== longest) return question.toLowerCase().replace(longest, wrong)
  }
  return question
}
