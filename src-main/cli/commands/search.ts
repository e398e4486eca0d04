/** Finds words in one person's documents. */
import type { Run } from '../call.ts'
import { screenWidth, wrap } from '../layout.ts'
import { markWords } from '../mark-words.ts'
import { getPerson } from '../person.ts'
import { whatWasNotSeen, whatWasSearched } from '../searched.ts'
import { safeLine } from '../terminal-text.ts'

export const search: Run = async ({ api, words, options, io, signal }) => {
  const { id: personId } = await getPerson(api, options.person)
  const query = words.join(' ')
  const { limit } = options
  const { hits, searched } = await api.answers.search({ personId, query, ...(limit && { limit }) }, { signal })
  const width = screenWidth(io.stdout)
  const mark = (line: string) => (io.stdout.isTTY === true ? markWords(line, query) : line)
  const missed = whatWasNotSeen(searched).flatMap((line) => wrap(line, width))
  const lines = hits.flatMap(({ title, page, text }, at) => [
    ...(at > 0 ? [''] : []),
    ...wrap(`${safeLine(title)} · page ${page}`, width),
    ...wrap(safeLine(text), width, '    ').map(mark),
  ])
  if (hits.length === 0) lines.push('Nothing found in what I could read.', whatWasSearched(searched))
  else if (missed.length > 0) lines.push('')
  return { json: { hits, searched }, lines: [...lines, ...missed] }
}
