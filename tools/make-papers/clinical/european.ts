/** D: a European laboratory: decimal comma, millimoles, dotted dates, deviations as + and - or as arrows, earlier values. */
import { A4, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { createCalendar } from './calendar.ts'
import type { StatedFact } from './clinical-document.ts'
import { createFlow, type Flow } from './flow.ts'
import { pickComment } from './lab-comments.ts'
import { choosePanels, inventManner, inventResult, type Result } from './results.ts'
import { type Column, drawCells } from './row.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { fullName, inventSubject, type Subject } from './subject.ts'

const LEFT = 50
const RIGHT = 545

export function drawEuropean(random: Random): Scribe {
  const scribe = createScribe(A4, createCalendar('dots'))
  const subject = inventSubject(random)
  const style: Style = { face: random.pick(['sans', 'humanist', 'book', 'serif']), size: random.between(80, 90) / 10 }
  const manner = inventManner(random, {
    ...{ system: 'european', hasComma: true, flags: random.pick(['plus-minus', 'plus-minus', 'arrows', 'letters']) },
    limits: random.pick(['tight', 'spaced', 'words']),
  })
  const top = drawHead(scribe, subject, style)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: RIGHT - LEFT, top, bottom: 770, style },
    onNewPage(page) {
      scribe.text(
        `${fullName(subject)}, *${scribe.calendar.write(subject.bornOn)}, order ${subject.accession}, page ${page}`,
        LEFT,
        48,
        style,
      )
      return 58
    },
  })
  const results = choosePanels(random, random.between(14, 36))
    .filter((of) => 'us' in of)
    .map((of) => inventResult(of, manner, random, subject.seenAt))
  const layout = random.pick(layouts)
  drawRows(scribe, flow, results, layout, random)
  flow.gap(10)
  flow.line(
    `Validated by ${subject.otherDoctor}, ${scribe.calendar.write(subject.reportedAt)}. Accredited to ISO 15189.`,
  )
  flow.line(
    `${subject.institution} Laboratory, ${subject.address}, Tel. +44 20 ${random.digits(4)} ${random.digits(4)}`,
  )
  return scribe
}

type Part = 'name' | 'value' | 'flag' | 'unit' | 'range' | 'earlier'
interface Arrangement {
  readonly parts: readonly (readonly [part: Part, title: string, column: Column])[]
}

const layouts: readonly Arrangement[] = [
  {
    parts: [
      ['name', 'Analysis', { x: LEFT, width: 165 }],
      ['value', 'Result', { x: LEFT + 225, align: 'right' }],
      ['flag', '', { x: LEFT + 232 }],
      ['unit', 'Unit', { x: LEFT + 258 }],
      ['range', 'Reference range', { x: LEFT + 350 }],
      ['earlier', 'Previous', { x: RIGHT, align: 'right' }],
    ],
  },
  {
    parts: [
      ['name', 'Parameter', { x: LEFT, width: 104 }],
      ['unit', 'Unit', { x: LEFT + 160 }],
      ['range', 'Normal values', { x: LEFT + 245 }],
      ['flag', '', { x: LEFT + 372 }],
      ['value', 'Result', { x: LEFT + 390 }],
    ],
  },
  {
    parts: [
      ['name', 'Examination', { x: LEFT, width: 170 }],
      ['value', 'Value', { x: LEFT + 185 }],
      ['unit', 'Unit', { x: LEFT + 240 }],
      ['flag', '+/-', { x: LEFT + 330 }],
      ['range', 'Ref. interval', { x: LEFT + 360 }],
    ],
  },
]

function drawHead(scribe: Scribe, subject: Subject, style: Style): number {
  const { calendar } = scribe
  scribe.text(`${subject.institution} Medical Laboratory`, RIGHT, 50, { ...style, size: 14, bold: true }, 'right')
  scribe.text('Laboratory findings', LEFT, 80, { ...style, size: 11, bold: true })
  scribe.text(
    `Patient: ${fullName(subject)}, born ${calendar.write(subject.bornOn)} (${subject.sex.charAt(0)})`,
    LEFT,
    95,
    style,
  )
  scribe.text(`Sample taken: ${calendar.write(subject.seenAt)}`, LEFT, 107, style)
  scribe.text(`Reported: ${calendar.write(subject.reportedAt)}`, LEFT + 250, 107, style)
  scribe.text(`Order ${subject.accession}, requested by ${subject.doctor}`, LEFT, 119, style)
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  return 126
}

function drawRows(scribe: Scribe, flow: Flow, results: readonly Result[], { parts }: Arrangement, random: Random) {
  const columns = parts.map(([, , column]) => column)
  const bold: Style = { ...flow.style, bold: true }
  drawCells(
    scribe,
    flow,
    parts.map(([, title]) => ({ text: title, style: bold })),
    columns,
  )
  scribe.pen().line({ x: LEFT, y: flow.y() + 3 }, { x: RIGHT, y: flow.y() + 3 }, 0.7)
  let panel = ''
  for (const { analyte, fact, ...result } of results) {
    if (analyte.panel !== panel) {
      panel = analyte.panel
      flow.need(40)
      flow.gap(4)
      flow.line(panel, bold)
    }
    const before = random.chance(0.6) && fact.value !== undefined ? earlierOf(fact, random) : undefined
    drawCells(
      scribe,
      flow,
      parts.map(([part]) => {
        if (part === 'value') return { text: result.value, style: result.flag === '' ? flow.style : bold, fact }
        if (part !== 'earlier') return result[part]
        return before === undefined ? '' : { text: `(${before.valueText})`, style: grey(flow.style), fact: before }
      }),
      columns,
    )
    if (random.chance(0.05)) flow.prose([withComma(pickComment(random))], { indent: 16 })
  }
}

const grey = (style: Style): Style => ({ ...style, ink: '#606060' })

/** An earlier value without its date: it is nobody's result of today. */
function earlierOf(
  { about, nameText, value = 0, valueText, unitText, units = [] }: StatedFact,
  random: Random,
): StatedFact {
  const decimals = valueText.split(',')[1]?.length ?? 0
  const before = ((value * random.between(82, 121)) / 100).toFixed(decimals)
  return {
    kind: 'observation',
    ...{ about, nameText, units, valueText: withComma(before), value: Number(before), isOptional: true },
    ...(unitText === undefined ? {} : { unitText }),
  }
}

const withComma = (text: string) => text.replace(/(\d)\.(\d)/g, '$1,$2')
