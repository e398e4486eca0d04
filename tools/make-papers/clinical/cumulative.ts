/** C: a hospital's cumulative sheet: one column for each day, or one row for each day and a column for each test. */
import { A4, LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import type { Analyte } from './analytes.ts'
import { addDays, createCalendar } from './calendar.ts'
import type { StatedFact } from './clinical-document.ts'
import { createFlow, type Flow } from './flow.ts'
import { choosePanels, inventManner, inventResult, type Manner } from './results.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { dayOf, inventSubject, lastFirst } from './subject.ts'

const LEFT = 34
const FIRST = 262

export function drawCumulative(random: Random): Scribe {
  const paper = random.pick([A4, LETTER])
  const isEuropean = paper === A4
  const style: Style = { face: random.pick(['sans', 'serif', 'narrow']), size: 7.4 }
  const scribe = createScribe(
    paper,
    createCalendar(
      isEuropean ? random.pick(['uk-slash', 'dots', 'day-mon-dash']) : random.pick(['us-slash', 'us-slash-short']),
    ),
  )
  const subject = inventSubject(random)
  const manner = inventManner(random, {
    system: isEuropean ? 'european' : 'us',
    flags: random.pick(['letters', 'star', 'letters']),
    ranges: random.pick(['hyphen', 'spaced', 'round']),
  })
  const moments = inventMoments(dayOf(subject.seenAt), random)
  const { calendar } = scribe
  scribe.text(random.pick(['CUMULATIVE LABORATORY REPORT', 'Cumulative Results', 'Laboratory Flowsheet']), LEFT, 42, {
    ...style,
    size: 12,
    bold: true,
  })
  scribe.text(
    `${lastFirst(subject)}   born ${calendar.write(subject.bornOn)}   Hosp. No. ${subject.record}   Ward ${random.between(1, 9)}B   Consultant ${subject.doctor}`,
    LEFT,
    56,
    style,
  )
  scribe.own({ reported: addDays(moments.at(-1)?.slice(0, 10) ?? '', 1) })
  const foot = () =>
    scribe.text(
      `Printed ${calendar.write(addDays(moments.at(-1)?.slice(0, 10) ?? '', 1))} by user ${random.digits(4)}, ${subject.institution} Hospital, ext. ${random.digits(4)}`,
      LEFT,
      paper.height - 30,
      { ...style, size: 6.5 },
    )
  foot()
  const shown = random.chance(0.5) ? moments.toReversed() : moments
  const turned = random.chance(0.25)
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: paper.width - 2 * LEFT, top: 64, bottom: paper.height - 52, style },
    onNewPage() {
      foot()
      return turned ? 44 : drawDates(scribe, shown, 44, style)
    },
  })
  const chosen = choosePanels(random, random.between(14, 34)).filter((of) => 'us' in of)
  if (turned) drawByDay(scribe, flow, { manner, shown, analytes: chosen.slice(0, 6) }, random)
  else drawByTest(scribe, flow, { manner, shown, analytes: chosen }, random)
  return scribe
}

interface Sheet {
  readonly manner: Manner
  readonly shown: readonly string[]
  readonly analytes: readonly Analyte[]
}

function inventMoments(first: string, random: Random): string[] {
  let day = first
  return Array.from({ length: random.between(3, 5) }, () => {
    const at = `${day}T${String(random.between(5, 20)).padStart(2, '0')}:${random.between(10, 59)}`
    day = addDays(day, random.between(1, 40))
    return at
  })
}

const columnOf = (i: number) => FIRST + i * 60

/** Returns the baseline of the last line of the heading. */
function drawDates(scribe: Scribe, shown: readonly string[], top: number, style: Style): number {
  const bold: Style = { ...style, bold: true }
  scribe.text('Test', LEFT, top, bold)
  scribe.text('Units', LEFT + 118, top, bold)
  scribe.text('Reference', LEFT + 172, top, bold)
  for (const [i, at] of shown.entries()) {
    scribe.text(scribe.calendar.write(dayOf(at)), columnOf(i), top, bold)
    scribe.text(at.slice(11), columnOf(i), top + 9.5, style)
  }
  scribe.pen().line({ x: LEFT, y: top + 13 }, { x: columnOf(shown.length), y: top + 13 }, 0.6)
  return top + 14
}

function drawByTest(scribe: Scribe, flow: Flow, { manner, shown, analytes }: Sheet, random: Random) {
  flow.gap(drawDates(scribe, shown, flow.down(12), flow.style) - flow.y())
  let panel = ''
  for (const analyte of analytes) {
    if (analyte.panel !== panel) {
      panel = analyte.panel
      flow.need(40)
      flow.gap(3)
      flow.line(panel.toUpperCase(), { ...flow.style, bold: true, size: 7 })
    }
    const results = shown.map((on) => inventResult(analyte, manner, random, on))
    const [first] = results
    if (first === undefined) continue
    const baseline = flow.down(11)
    scribe.text(first.name, LEFT + 3, baseline, { ...flow.style, face: 'narrow' })
    scribe.text(first.unit, LEFT + 118, baseline, { ...flow.style, face: 'narrow' })
    scribe.text(first.range, LEFT + 172, baseline, flow.style)
    for (const [i, { value, flag, fact }] of results.entries()) {
      // not every test is done every day
      if (random.chance(0.22)) continue
      const written = scribe.text(value, columnOf(i), baseline, { ...flow.style, bold: flag !== '' })
      scribe.state(sameRow(fact, first), written)
      if (flag !== '') scribe.text(flag, written.end + 2.5, baseline, flow.style)
    }
  }
}

/** All results of a row share the row's name, unit and range as printed. */
const sameRow = (fact: StatedFact, { fact: first }: { readonly fact: StatedFact }): StatedFact => {
  const { unitText: _, ...rest } = fact
  return {
    ...rest,
    nameText: first.nameText,
    units: first.units ?? [],
    ...(first.unitText === undefined ? {} : { unitText: first.unitText }),
  }
}

function drawByDay(scribe: Scribe, flow: Flow, { manner, shown, analytes }: Sheet, random: Random) {
  const bold: Style = { ...flow.style, bold: true }
  const heads = analytes.map((analyte) => inventResult(analyte, { ...manner, flags: 'none' }, random))
  const x = (i: number) => LEFT + 96 + i * 74
  const top = flow.down(14)
  scribe.text('Date / time', LEFT, top, bold)
  for (const [i, { name, unit, range }] of heads.entries()) {
    const lines = scribe.pen().wrap(name, 70, { ...bold, face: 'narrow' })
    for (const [row, line] of lines.entries()) scribe.text(line, x(i), top + row * 9, { ...bold, face: 'narrow' })
    if (unit !== '') scribe.text(unit, x(i), top + 27, { ...flow.style, face: 'narrow' })
    if (range !== '') scribe.text(range, x(i), top + 36, { ...flow.style, face: 'narrow' })
  }
  flow.gap(40)
  for (const on of shown) {
    const baseline = flow.down(12)
    scribe.text(`${scribe.calendar.write(dayOf(on))} ${on.slice(11)}`, LEFT, baseline, flow.style)
    for (const [i, head] of heads.entries()) {
      if (random.chance(0.15)) continue
      const { value, fact } = inventResult(analytes[i] as Analyte, { ...manner, flags: 'none' }, random, on)
      scribe.state(sameRow(fact, head), scribe.text(value, x(i), baseline, flow.style))
    }
  }
}
