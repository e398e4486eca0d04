/** Asks one person's record and prints what it answers with its places, or that it is not there. */
import type { AnswerEvent, AnswerValue, Citation, RedFlag, Searched } from '#contract/answers.ts'
import { emergencyText } from '#contract/emergency-text.ts'
import { AppError } from '#contract/errors.ts'
import type { Explanation } from '#contract/glossary.ts'
import type { TypedQuery } from '#contract/typed-query.ts'
import type { Call, Result } from '../call.ts'
import { screenWidth, wrap } from '../layout.ts'
import { getPerson } from '../person.ts'
import { whatWasNotSeen, whatWasSearched } from '../searched.ts'
import { safeLine } from '../terminal-text.ts'

interface Sentence {
  readonly text: string
  readonly citations: readonly Citation[]
}

export async function ask(call: Call): Promise<Result> {
  const { io } = call
  const answer = await collect(call)
  const width = screenWidth(io.stdout)
  const { queryText, ...json } = answer
  const missed = whatWasNotSeen(answer.searched).flatMap((line) => wrap(line, width))
  const lines = [
    ...(answer.isEmergency ? [emergencyText.message, emergencyText.next, ''] : []),
    ...(answer.explained === undefined
      ? []
      : [...wrap(`${answer.explained.term}: ${answer.explained.explanation}`, width), '']),
    ...answer.redFlags.flatMap(({ text, source }) => [...wrap(safeLine(`${text} (${source})`), width), '']),
    ...(queryText === undefined ? [] : [...wrap(`Understood as: ${safeLine(queryText)}`, width), '']),
    ...(answer.kind === 'notInRecord'
      ? ['Not found in what I could read.', whatWasSearched(answer.searched), ...missed]
      : answer.sentences.flatMap((sentence, at) => [...(at > 0 ? [''] : []), ...describe(sentence, width)])),
  ]
  if (answer.kind === 'answer' && missed.length > 0) lines.push('', ...missed)
  return { json, lines }
}

interface Collected {
  readonly kind: 'answer' | 'notInRecord'
  readonly sentences: readonly Sentence[]
  readonly searched: Searched
  readonly engine: string
  readonly query?: TypedQuery
  readonly queryText?: string
  readonly answer?: AnswerValue | undefined
  readonly redFlags: readonly RedFlag[]
  readonly dropped: Extract<AnswerEvent, { kind: 'end' }>['dropped']
  readonly needsUnreadNotice: boolean
  readonly isEmergency: boolean
  readonly explained?: Explanation | undefined
}

async function collect({ api, words, options, signal }: Call): Promise<Collected> {
  const { id: personId } = await getPerson(api, options.person)
  const sentences: Sentence[] = []
  let understood: { query: TypedQuery; queryText: string } | undefined
  let redFlags: readonly RedFlag[] = []
  let isEmergency = false
  let explained: Explanation | undefined
  let end: Omit<Extract<AnswerEvent, { kind: 'end' }>, 'kind'> | undefined
  for await (const event of api.answers.ask({ personId, question: words.join(' ') }, { signal })) {
    if (event.kind === 'sentence') sentences.push({ text: event.text, citations: event.citations })
    if (event.kind === 'query') understood = { query: event.query, queryText: event.text }
    if (event.kind === 'redFlags') redFlags = event.redFlags
    if (event.kind === 'emergency') isEmergency = true
    if (event.kind === 'explained') explained = { term: event.term, explanation: event.explanation }
    if (event.kind === 'end') {
      const { kind: _, ...rest } = event
      end = rest
    }
  }
  if (end === undefined) throw new AppError('cancelled')
  const kind = sentences.length > 0 ? 'answer' : 'notInRecord'
  return { kind, sentences, ...end, redFlags, isEmergency, explained, ...understood }
}

const MOST_CITED = 4

function describe({ text, citations }: Sentence, width: number): string[] {
  const more = citations.length - MOST_CITED
  return [
    ...wrap(safeLine(text), width),
    ...citations
      .slice(0, more > 1 ? MOST_CITED : undefined)
      .flatMap(({ title, page, quote }) =>
        wrap(`${safeLine(title)}, page ${page}: “${safeLine(quote)}”`, width, '    '),
      ),
    ...(more > 1 ? [`    and ${more} more places`] : []),
  ]
}
