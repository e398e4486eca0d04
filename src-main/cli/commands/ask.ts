/** Asks one person's record and prints quoted sentences with their places, or that it is not there. */
import type { Citation, Searched } from '#contract/answers.ts'
import { AppError } from '#contract/errors.ts'
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
  const missed = whatWasNotSeen(answer.searched).flatMap((line) => wrap(line, width))
  const lines =
    answer.kind === 'notInRecord'
      ? ['Not found in what I could read.', whatWasSearched(answer.searched), ...missed]
      : answer.sentences.flatMap((sentence, at) => [...(at > 0 ? [''] : []), ...describe(sentence, width)])
  if (answer.kind === 'answer' && missed.length > 0) lines.push('', ...missed)
  return { json: { ...answer }, lines }
}

async function collect({ api, words, options, signal }: Call) {
  const { id: personId } = await getPerson(api, options.person)
  const sentences: Sentence[] = []
  let end: { searched: Searched; engine: 'extractive' } | undefined
  for await (const event of api.answers.ask({ personId, question: words.join(' ') }, { signal })) {
    if (event.kind === 'sentence') sentences.push({ text: event.text, citations: event.citations })
    if (event.kind === 'end') end = { searched: event.searched, engine: event.engine }
  }
  if (end === undefined) throw new AppError('cancelled')
  return { kind: sentences.length > 0 ? ('answer' as const) : ('notInRecord' as const), sentences, ...end }
}

const describe = ({ text, citations }: Sentence, width: number): string[] => [
  ...wrap(safeLine(text), width),
  ...citations.flatMap(({ title, page, quote }) =>
    wrap(`${safeLine(title)}, page ${page}: “${safeLine(quote)}”`, width, '    '),
  ),
]
