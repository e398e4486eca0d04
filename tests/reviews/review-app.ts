/** An app with scripted facts, over which reviews are run as the window runs them. */
import type { Fact } from '#contract/facts.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Review, ReviewKind, ReviewLine, ReviewStep } from '#contract/reviews.ts'
import type { AppEnv } from '../../src-main/app.ts'
import type { DocumentFacts } from '../../src-main/extract/proposal.ts'
import { type Clock, systemClock } from '../../src-main/lib/clock.ts'
import { type FactApp, factApp } from '../facts/fact-app.ts'
import type { Rules } from '../facts/scripted-extractor.ts'

export interface ReviewApp extends FactApp {
  readonly clock: { today: string }
  /** A note whose paper is of that kind and day. */
  readonly paper: (name: string, says: Partial<DocumentFacts> & { on?: string }, lines: string[]) => Promise<DocumentId>
  readonly run: (kind: ReviewKind, since?: string) => Promise<{ steps: ReviewStep[]; review: Review }>
}

export async function reviewApp(today = '2025-06-01', env: Partial<AppEnv> = {}): Promise<ReviewApp> {
  const clock: Clock & { today: string } = { ...systemClock, today, now: () => `${clock.today}T12:00:00.000Z` }
  const temp = await factApp({ read: asKind }, { ...env, clock })
  return {
    ...{ ...temp, clock },
    async paper(name, { on, ...says }, lines) {
      const date = on === undefined ? {} : { date: { on, precision: 'day' as const, isAmbiguous: false } }
      temp.extractor.rules = { read: asKind, says: { ...says, ...date } }
      return temp.note(name, [name, ...lines])
    },
    async run(kind, since) {
      const steps: ReviewStep[] = []
      let review: Review | undefined
      for await (const event of temp.api.reviews.run({ personId: temp.personId, kind, ...(since && { since }) }))
        if (event.kind === 'step') steps.push(event.step)
        else review = event.review
      if (review === undefined) throw new Error('the review did not come')
      return { steps, review }
    },
  }
}

/**
 * `procedure: encounter NAME` is a visit, and so on; ` twice daily` and `unknown` at the end of a medicine are its frequency and
 * a doubt about its name; ` from DATE to DATE` when it was started and stopped.
 */
const asKind: NonNullable<Rules['read']> = (proposal) => {
  const { name } = proposal
  const [, kind, rest] = /^(encounter|immunization|family-history) (.+)$/.exec(name) ?? []
  if (kind !== undefined && rest !== undefined)
    return { ...proposal, kind: kind as Fact['kind'], name: rest, nameText: rest }
  const [, drug, frequency] = /^(.+?) ((?:once|twice) daily)$/.exec(name) ?? []
  if (drug !== undefined && frequency !== undefined) {
    const [, bare = drug, dose] = /^(.+?) (\d+ mg)$/.exec(drug) ?? []
    const details = { ...proposal.details, frequency, ...(dose !== undefined && { dose }) }
    return { ...proposal, name: bare, nameText: bare, details }
  }
  const [, span, startedOn, stoppedOn] = /^(.+?) from (\S+) to (\S+)$/.exec(name) ?? []
  if (span !== undefined && startedOn !== undefined && stoppedOn !== undefined)
    return { ...proposal, name: span, nameText: span, details: { ...proposal.details, startedOn, stoppedOn } }
  const [, strange] = /^(.+?) unknown$/.exec(name) ?? []
  if (strange !== undefined) return { ...proposal, name: strange, nameText: strange, doubts: ['unknown-name'] }
  const [, brand, substance] = /^(.+?) is (.+)$/.exec(name) ?? []
  if (brand !== undefined && substance !== undefined) return { ...proposal, name: substance, nameText: brand }
  return proposal
}

export const linesOf = ({ steps }: Pick<Review, 'steps'>): ReviewLine[] =>
  steps.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines))

/** What the section says. */
export function textsIn({ steps }: Pick<Review, 'steps'>, sectionId: string): string[] {
  const section = steps.flatMap(({ sections }) => sections).find(({ id }) => id === sectionId)
  if (section === undefined) throw new Error(`no section ${sectionId}`)
  return section.lines.map(({ text }) => text)
}
