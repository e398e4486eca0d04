/** The beginning and the end that letters share: letterhead, addressee, subject line, greeting, signature, footers. */
import type { PaperSize, Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { createCalendar, type DateStyle } from './calendar.ts'
import { createFlow, type Flow } from './flow.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { dayOf, fullName, inventSubject, type Subject } from './subject.ts'

export interface StartedLetter {
  readonly scribe: Scribe
  readonly flow: Flow
  readonly subject: Subject
  /** Greeting and signature. */
  close(): void
}

interface Wording {
  /** In large type, instead of an addressee. */
  readonly title?: string
  /** What the paper's day is: of the visit, or of the writing. */
  readonly day?: 'seen' | 'written'
  readonly dateLabel?: string
}

const styles: readonly DateStyle[] = ['us-long', 'us-slash', 'day-month', 'uk-slash', 'dots', 'us-short', 'iso']

export function startLetter(
  paper: PaperSize,
  random: Random,
  { title, day = 'written', dateLabel = 'Date' }: Wording = {},
): StartedLetter {
  const isEuropean = paper.width < 600
  const style: Style = {
    face: random.pick(['sans', 'serif', 'book', 'humanist', 'modern']),
    size: random.between(92, 105) / 10,
  }
  const usual = styles.filter((name) => (isEuropean ? !name.startsWith('us') : !['uk-slash', 'dots'].includes(name)))
  const scribe = createScribe(paper, createCalendar(random.pick(usual)))
  const subject = inventSubject(random)
  const left = random.between(54, 68)
  const width = paper.width - 2 * left
  const top = drawHead(scribe, { subject, left, width, style })
  const foot = (page: number) =>
    scribe.text(
      `${fullName(subject)}, ${subject.record}   page ${page}   Fax ${subject.phone.replace('-', '-0')}`,
      left,
      paper.height - 34,
      { ...style, size: 7.5 },
    )
  foot(1)
  const flow = createFlow(scribe, {
    ...{ left, width, top, bottom: paper.height - 60, style },
    onNewPage(page) {
      foot(page)
      return 56
    },
  })
  const on = dayOf(day === 'seen' ? subject.seenAt : subject.reportedAt)
  scribe.own(day === 'seen' ? { service: on } : { document: on })
  drawOpening(scribe, flow, { subject, title, dateLabel, on })
  return {
    ...{ scribe, flow, subject },
    close() {
      flow.gap(8)
      flow.line(random.pick(['Yours sincerely,', 'With kind regards,', 'Electronically signed by']))
      flow.gap(6)
      flow.line(`Dr. ${subject.doctor}, ${random.pick(['Consultant Physician', 'Internal Medicine', 'MD'])}`)
      flow.line(`cc: Dr. ${subject.otherDoctor}; patient`)
    },
  }
}

function drawHead(
  scribe: Scribe,
  { subject, left, width, style }: { subject: Subject; left: number; width: number; style: Style },
): number {
  scribe.text(`${subject.institution} Medical Center`, left, 54, { ...style, size: 14, bold: true })
  scribe.text(`${subject.address}   Tel ${subject.phone}`, left, 67, { ...style, size: 8 })
  scribe.pen().line({ x: left, y: 73 }, { x: left + width, y: 73 }, 0.7)
  return 82
}

function drawOpening(
  scribe: Scribe,
  flow: Flow,
  { subject, title, dateLabel, on }: { subject: Subject; title: string | undefined; dateLabel: string; on: string },
) {
  const { calendar } = scribe
  const bold: Style = { ...flow.style, bold: true }
  if (title === undefined) {
    flow.line(`Dr. ${subject.otherDoctor}`)
    flow.line(`${subject.address}`)
  } else flow.line(title, { ...bold, size: flow.style.size + 3 })
  flow.gap(4)
  flow.line(`${dateLabel}: ${calendar.write(on)}`)
  flow.line(
    `${title === undefined ? 'Re' : 'Patient'}: ${fullName(subject)}, DOB ${calendar.write(subject.bornOn)}, MRN ${subject.record}`,
    bold,
  )
  flow.gap(4)
  if (title === undefined) {
    flow.line(`Dear Dr. ${subject.otherDoctor.replace(/^\S+ /, '')},`)
    flow.gap(4)
  }
}
