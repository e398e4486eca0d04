/** A: what a patient prints from a portal, as a table under friendly headings or as one small card for each test. */
import { advanceOf } from '../print/faces.ts'
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { createCalendar } from './calendar.ts'
import { createFlow, type Flow } from './flow.ts'
import { noResults, pickComment } from './lab-comments.ts'
import { choosePanels, inventManner, inventResult, type Manner, type Result } from './results.ts'
import { type Column, drawCells } from './row.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { fullName, inventSubject, type Subject } from './subject.ts'

const LEFT = 46
const WIDTH = 520

export function drawPortal(random: Random): Scribe {
  const scribe = createScribe(
    LETTER,
    createCalendar(random.pick(['us-short', 'us-long', 'us-slash-short', 'us-slash'])),
  )
  const subject = inventSubject(random)
  const style: Style = { face: random.pick(['sans', 'humanist', 'modern']), size: random.between(80, 95) / 10 }
  const manner = inventManner(random, {
    flags: random.pick(style.face === 'modern' ? ['letters', 'words', 'none'] : ['letters', 'words', 'arrows', 'none']),
  })
  const top = drawHead(scribe, subject, style, random)
  const foot = (page: number) => {
    scribe.text(
      `${fullName(subject)} | MRN ${subject.record} | DOB ${scribe.calendar.write(subject.bornOn)}`,
      LEFT,
      764,
      small(style),
    )
    scribe.text(`Page ${page}`, LEFT + WIDTH, 764, small(style), 'right')
  }
  foot(1)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: WIDTH, top, bottom: 738, style },
    onNewPage(page) {
      foot(page)
      return 56
    },
  })
  const results = choosePanels(random, random.between(9, 24)).map((of) =>
    inventResult(of, manner, random, subject.seenAt),
  )
  if (random.chance(0.6)) drawTable(scribe, flow, results, random)
  else drawCards(flow, results, manner, random)
  flow.gap(8)
  flow.prose([
    `Your care team will contact you within ${random.between(2, 9)} business days. Questions? Call ${subject.phone} or write to us.`,
  ])
  return scribe
}

const small = (style: Style): Style => ({ ...style, size: 7 })

function drawHead(scribe: Scribe, subject: Subject, style: Style, random: Random): number {
  const { calendar } = scribe
  scribe.text(`${subject.institution} Health`, LEFT, 52, { ...style, size: 15, bold: true, ink: '#1f4e79' })
  scribe.text(
    random.pick(['Test Results', 'My Test Results', 'Lab Result Details']),
    LEFT + WIDTH,
    52,
    { ...style, size: 12 },
    'right',
  )
  const collected = random.pick(['Collected on', 'Collected', 'Date of test:', 'Specimen collected:'])
  const lines = [
    `Name: ${fullName(subject)}     DOB: ${calendar.write(subject.bornOn)}     MRN: ${subject.record}`,
    `${collected} ${calendar.write(subject.seenAt)}`,
    `Resulted ${calendar.write(subject.reportedAt)}     Ordering provider: ${subject.doctor}, MD`,
  ]
  for (const [i, line] of lines.entries()) scribe.text(line, LEFT, 74 + i * 13, style)
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  return 74 + lines.length * 13
}

function drawTable(scribe: Scribe, flow: Flow, results: readonly Result[], random: Random) {
  const hasFlagColumn = random.chance(0.5)
  const columns: Column[] = [
    { x: LEFT + 4, width: random.pick([190, 190, 96]) },
    { x: LEFT + 205 },
    { x: LEFT + 275 },
    { x: LEFT + 325, width: 95 },
    { x: LEFT + 430 },
  ]
  const titles = random.pick([
    ['Component', 'Your Value', 'Flag', 'Standard Range', 'Units'],
    ['Test', 'Result', '', 'Normal Range', 'Unit'],
    ['Name', 'Your result', 'Status', 'Reference range', 'Units'],
  ])
  for (const [panel, inPanel] of Map.groupBy(results, ({ analyte }) => analyte.panel)) {
    flow.heading(panel)
    drawCells(
      scribe,
      flow,
      titles.map((text, i) => ({ text: i === 2 && !hasFlagColumn ? '' : text, style: { ...flow.style, bold: true } })),
      columns,
    )
    for (const { name, value, flag, range, unit, fact } of inPanel) {
      const bold: Style = { ...flow.style, bold: true }
      const base = drawCells(
        scribe,
        flow,
        [name, { text: value, style: bold, fact }, hasFlagColumn ? flag : '', range, unit],
        columns,
      )
      if (!hasFlagColumn && flag !== '') scribe.text(flag, LEFT + 208 + advanceOf(value, bold), base, bold)
      if (random.chance(0.06)) flow.prose([pickComment(random)], { indent: 14 })
    }
    if (random.chance(0.15))
      drawCells(
        scribe,
        flow,
        [random.pick(['Lipemia Index', 'Narrative', 'Interpretation']), random.pick(noResults)],
        columns,
      )
  }
}

function drawCards(flow: Flow, results: readonly Result[], { flags }: Manner, random: Random) {
  const said = random.pick(['Normal range:', 'Standard range:', 'Reference range:'])
  const your = random.pick(['Your value', 'Value', 'Your result:'])
  for (const { name, value, flag, range, unit, fact } of results) {
    flow.need(60)
    flow.gap(5)
    flow.line(name, { ...flow.style, bold: true, size: flow.style.size + 1 })
    if (range !== '') flow.line(`${said} ${range}${unit === '' ? '' : ` ${unit}`}`)
    const shown = [your, value, unit, flags === 'none' ? '' : flag].filter((part) => part !== '').join(' ')
    flow.prose([{ text: shown, value, fact }], { indent: 0 })
  }
}
