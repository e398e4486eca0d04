/** Makes one chart review of a person, prints its sections with the places of each line, and leaves it in the vault. */
import { AppError } from '#contract/errors.ts'
import { type Review, ReviewKind, type ReviewLine, type ReviewSection } from '#contract/reviews.ts'
import type { Call, Result } from '../call.ts'
import { screenWidth, wrap } from '../layout.ts'
import { getPerson } from '../person.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export async function review(call: Call): Promise<Result> {
  const made = await make(call)
  const width = screenWidth(call.io.stdout)
  const sections = made.steps.flatMap((step) => step.sections)
  return {
    json: { review: made },
    lines: [safeLine(made.title), ...sections.flatMap((section) => ['', ...describe(section, width)])],
  }
}

async function make({ api, words: [name], options: { person, since }, signal }: Call): Promise<Review> {
  const { data: kind } = ReviewKind.safeParse(name)
  if (kind === undefined) throw wrongUsage(`"review" takes ${ReviewKind.options.join(', ')}.`)
  if (since !== undefined && kind !== 'visit') throw wrongUsage('--since is for "review visit" alone.')
  const { id: personId } = await getPerson(api, person)
  let made: Review | undefined
  for await (const event of api.reviews.run({ personId, kind, ...(since !== undefined && { since }) }, { signal }))
    if (event.kind === 'review') made = event.review
  if (made === undefined) throw new AppError('cancelled')
  return made
}

const describe = ({ title, lines }: ReviewSection, width: number): string[] => [
  safeLine(title),
  ...lines.flatMap((line) => describeLine(line, width)),
]

const MOST_CITED = 2

function describeLine({ text, citations, basis }: ReviewLine, width: number): string[] {
  const entered = basis === 'entered' ? ' (said by a person, on no page)' : ''
  const more = citations.length - MOST_CITED
  return [
    ...wrap(`${safeLine(text)}${entered}`, width, '  '),
    ...citations
      .slice(0, more > 1 ? MOST_CITED : undefined)
      .flatMap(({ title, page, quote }) =>
        wrap(`${safeLine(title)}, page ${page}: “${safeLine(quote)}”`, width, '      '),
      ),
    ...(more > 1 ? [`      and ${more} more places`] : []),
  ]
}
