/**
 * B: a large reference laboratory's report: small type, laboratory codes, sub-panels, wrapped names, comments between the
 * rows, and on some the previous result with its date.
 */
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { addDays, createCalendar } from './calendar.ts'
import { createFlow, type Flow } from './flow.ts'
import { noResults, pickComment } from './lab-comments.ts'
import { choosePanels, inventManner, inventResult, type Manner, type Result } from './results.ts'
import { type Cell, type Column, drawCells } from './row.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { dayOf, inventSubject, lastFirst, type Subject } from './subject.ts'

const LEFT = 36
const RIGHT = 576

export function drawReferenceLab(random: Random): Scribe {
  const scribe = createScribe(LETTER, createCalendar(random.pick(['us-slash', 'us-slash', 'us-slash-short'])))
  const subject = inventSubject(random)
  const style: Style = { face: random.pick(['sans', 'terminal', 'narrow', 'serif']), size: 7.5 }
  const manner = inventManner(random, {
    flags: random.pick(['letters', 'words', 'letters', 'brackets']),
    hasCapitals: random.chance(0.3),
  })
  const top = drawHead(scribe, subject, style)
  foot(scribe, subject, style, 1)
  const columns = columnsFor(style, random.pick([150, 150, 92]))
  const hasPrevious = random.chance(0.4)
  const titles = titlesFor(hasPrevious, random)
  const flow: Flow = createFlow(scribe, {
    ...{ left: LEFT, width: RIGHT - LEFT, top, bottom: 712, style },
    onNewPage(page) {
      scribe.text(`Patient: ${lastFirst(subject)}   Specimen ID: ${subject.accession}`, LEFT, 44, style)
      foot(scribe, subject, style, page)
      drawTitles(scribe, titles, columns, 62, style)
      return 64
    },
  })
  drawTitles(scribe, titles, columns, flow.down(10), style)
  const before = addDays(dayOf(subject.seenAt), -random.between(90, 500))
  const results = choosePanels(random, random.between(26, 52)).map((of) =>
    inventResult(of, manner, random, subject.seenAt),
  )
  let panel = ''
  for (const result of results) {
    if (result.analyte.panel !== panel) {
      panel = result.analyte.panel
      flow.need(34)
      flow.gap(3)
      flow.line(panel, { ...style, bold: true })
    }
    const previous = hasPrevious && random.chance(0.7) ? earlierOf(result, manner, before, random) : undefined
    drawResult(scribe, flow, { result, previous }, columns, random)
  }
  drawEnd(flow, subject, random)
  return scribe
}

function columnsFor({ face, size }: Style, nameWidth: number): Column[] {
  const wide = face === 'terminal' ? 1.18 : 1
  return [
    { x: LEFT + 8, width: nameWidth },
    { x: LEFT + 170 },
    { x: LEFT + 215 + size * wide },
    { x: LEFT + 268 },
    { x: LEFT + 368, width: 70 },
    { x: LEFT + 445, width: 72 },
    { x: RIGHT - 4, align: 'right' },
  ]
}

const titlesFor = (hasPrevious: boolean, random: Random): string[] =>
  random.pick([
    ['TESTS', 'RESULT', 'FLAG', hasPrevious ? 'PREVIOUS RESULT' : '', 'UNITS', 'REFERENCE INTERVAL', 'LAB'],
    ['Test Name', 'Result', 'Flag', hasPrevious ? 'Previous Result, Date' : '', 'Units', 'Ref Range', 'Lab'],
    [
      'Test',
      'Current Result',
      'Flag',
      hasPrevious ? 'Previous Result and Date' : '',
      'Units',
      'Reference Interval',
      'Site',
    ],
  ])

function drawTitles(scribe: Scribe, titles: readonly string[], columns: readonly Column[], y: number, style: Style) {
  const narrow: Style = { face: 'narrow', size: style.size - 0.3, bold: true }
  for (const [i, title] of titles.entries()) {
    const column = columns[i]
    if (title !== '' && column !== undefined) scribe.text(title, column.x, y, narrow, column.align)
  }
  scribe.pen().line({ x: LEFT, y: y + 3 }, { x: RIGHT, y: y + 3 }, 0.6)
}

function drawHead(scribe: Scribe, subject: Subject, style: Style): number {
  const { calendar } = scribe
  scribe.text(`${subject.institution} Reference Laboratories`, LEFT, 46, { ...style, size: 13, bold: true })
  scribe.text(`${subject.address}   Phone: ${subject.phone}   CLIA 45D0672190`, LEFT, 58, style)
  const rows = [
    [
      `Patient: ${lastFirst(subject)}`,
      `Specimen ID: ${subject.accession}`,
      `Date Collected: ${calendar.write(subject.seenAt)}`,
    ],
    [
      `DOB: ${calendar.write(subject.bornOn)}`,
      `Account: ${subject.record}`,
      `Date Received: ${calendar.write(dayOf(subject.seenAt))}`,
    ],
    [
      `Age(y): ${subject.age}   Sex: ${subject.sex}`,
      `Physician: ${subject.doctor}`,
      `Date Reported: ${calendar.write(subject.reportedAt)}`,
    ],
  ]
  for (const [i, row] of rows.entries())
    for (const [column, text] of row.entries()) scribe.text(text, LEFT + column * 186, 76 + i * 11, style)
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  return 112
}

function foot(scribe: Scribe, subject: Subject, style: Style, page: number) {
  const small: Style = { ...style, size: 6.5 }
  scribe.text(`Date Issued: ${scribe.calendar.write(dayOf(subject.reportedAt))}   FINAL REPORT`, LEFT, 760, small)
  scribe.text(`Page ${page}`, RIGHT, 760, small, 'right')
}

/** Printed beside the present one with its own date; whoever reads it must not give it the present date. */
function earlierOf({ analyte, fact }: Result, manner: Manner, on: string, random: Random): Result | undefined {
  if (fact.value === undefined || !('us' in analyte)) return
  const again = inventResult(analyte as Parameters<typeof inventResult>[0], { ...manner, flags: 'none' }, random, on)
  const { rangeText: _, flags: __, unitText: ___, ...rest } = again.fact
  return {
    ...again,
    fact: {
      ...rest,
      nameText: fact.nameText,
      ...(fact.unitText === undefined ? {} : { unitText: fact.unitText }),
      units: fact.units ?? [],
      isOptional: true,
    },
  }
}

function drawResult(
  scribe: Scribe,
  flow: Flow,
  { result, previous }: { readonly result: Result; readonly previous: Result | undefined },
  columns: readonly Column[],
  random: Random,
) {
  const { name, value, flag, unit, range, fact } = result
  const bold: Style = { ...flow.style, bold: flag !== '' }
  const cells: (Cell | string)[] = [
    name,
    { text: value, style: bold, fact },
    { text: flag, style: bold },
    '',
    unit,
    range,
    '01',
  ]
  const base = drawCells(scribe, flow, cells, columns, 10.6)
  if (previous?.fact.on !== undefined) {
    const written = scribe.text(previous.value, LEFT + 268, base, flow.style)
    scribe.state(previous.fact, written)
    scribe.text(scribe.calendar.write(previous.fact.on), written.end + 8, base, flow.style)
  }
  if (random.chance(0.07)) flow.prose([pickComment(random)], { indent: 22 })
  if (random.chance(0.02))
    drawCells(scribe, flow, ['Interpretation', random.pick(noResults), '', '', '', '', '01'], columns, 10.6)
}

function drawEnd(flow: Flow, subject: Subject, random: Random) {
  flow.gap(8)
  flow.line(`01: ${subject.institution} Reference Laboratories, ${subject.address}. Dir: ${subject.otherDoctor}, MD`)
  flow.line(
    `For inquiries, the physician may contact Branch: ${subject.phone} Lab: 555-${random.digits(3)}-${random.digits(4)}`,
  )
}
