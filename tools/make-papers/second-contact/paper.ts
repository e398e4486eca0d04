/** One paper of this corpus while it is written: who it is about, where it goes on, and what frames each of its pages. */
import { createCalendar, type DateStyle } from '../clinical/calendar.ts'
import { createFlow, type Flow } from '../clinical/flow.ts'
import { createScribe, type Run, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import type { PaperSize, Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type CountryName, inventCitizen } from './person.ts'

export interface Draft {
  readonly scribe: Scribe
  readonly subject: Subject
  readonly random: Random
  /** The day the person was seen or the sample taken. */
  readonly on: string
  readonly style: Style
}

export interface Paper extends Draft {
  readonly flow: Flow
}

interface Sheet {
  readonly size: PaperSize
  readonly dates: DateStyle
  readonly country: CountryName
  readonly style: Style
  readonly left: number
  /** What stands at the head and the foot of each page; gives the first baseline between them. */
  readonly frame: (draft: Draft, page: number) => number
}

const FOOT = 62

export function startPaper(random: Random, { size, dates, country, style, left, frame }: Sheet): Paper {
  const scribe = createScribe(size, createCalendar(dates))
  const subject = inventCitizen(random, country)
  const draft: Draft = { scribe, subject, random, style, on: dayOf(subject.seenAt) }
  const flow = createFlow(scribe, {
    ...{ left, width: size.width - 2 * left, bottom: size.height - FOOT, style },
    top: frame(draft, 1),
    onNewPage: (page) => frame(draft, page),
  })
  return { ...draft, flow }
}

/** One line of text with its facts, at a place of its own. */
export function put(scribe: Scribe, runs: readonly Run[], x: number, baseline: number, style: Style): void {
  const [line] = scribe.lay(runs, Number.POSITIVE_INFINITY, style)
  if (line !== undefined) scribe.drawLine(line, x, baseline, style)
}
