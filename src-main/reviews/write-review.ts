/** A review as a text that can be kept or sent: each section with its lines as a person left them, and where each stands. */
import type { Review, ReviewLine, ReviewSection } from '#contract/reviews.ts'
import { plainMarkdown } from '../lib/plain-markdown.ts'

export function writeReview({ title, madeAt, inputs, steps, edits }: Review, isCurrent: boolean): string {
  const since = inputs.since === undefined ? '' : ` Since ${inputs.since}.`
  const head = [`# ${plainMarkdown(title)}`, `Made on ${madeAt.slice(0, 10)} from what could be read.${since}`]
  const stale = isCurrent ? [] : ['The record has changed since this was made.']
  const texts = new Map(edits.lines.map(({ lineId, text }) => [lineId, text]))
  const own = new Map(edits.own.map(({ sectionId, texts: lines }) => [sectionId, lines]))
  const parts = steps.flatMap(({ sections }) => sections.map((one) => writeSection(one, texts, own.get(one.id) ?? [])))
  return `${[...head, ...stale, ...parts].join('\n\n')}\n`
}

function writeSection(
  { title, lines }: ReviewSection,
  texts: ReadonlyMap<string, string>,
  own: readonly string[],
): string {
  const written = lines.flatMap((line) => writeLine(line, texts.get(line.id)))
  return [`## ${plainMarkdown(title)}`, [...written, ...own.map((text) => `- ${plainMarkdown(text)}`)].join('\n')].join(
    '\n\n',
  )
}

/** The sources stand below the line also where a person words it otherwise. */
function writeLine({ text, citations, isGone, basis }: ReviewLine, edited: string | undefined): string[] {
  if (isGone) return ['- A line that rested on a document deleted since.']
  if (edited === '') return []
  const entered = basis === 'entered' ? ' (said by a person, on no page)' : ''
  const places = new Map(
    citations.map(({ documentId, title, page, quote }) => [
      JSON.stringify([documentId, page, quote]),
      `  > ${plainMarkdown(title)}, page ${page}: ${plainMarkdown(quote)}`,
    ]),
  )
  const marked = edited === undefined ? plainMarkdown(text) : `${plainMarkdown(edited)} (edited)`
  return [`- ${marked}${entered}`, ...[...places.values()].flatMap((place) => ['', place])]
}
