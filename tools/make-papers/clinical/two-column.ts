/** H: two tables of results beside each other on one page, each panel under its own heading. */
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { createCalendar } from './calendar.ts'
import { choosePanels, inventManner, inventResult, type Result } from './results.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { fullName, inventSubject } from './subject.ts'

const LEFT = 34
const WIDTH = 262
const GUTTER = 20

export function drawTwoColumn(random: Random): Scribe {
  const scribe = createScribe(LETTER, createCalendar(random.pick(['us-slash', 'us-short', 'day-mon-dash', 'iso'])))
  const { calendar } = scribe
  const subject = inventSubject(random)
  const style: Style = { face: random.pick(['sans', 'serif']), size: 7.6 }
  const manner = inventManner(random, { flags: random.pick(['letters', 'arrows', 'star', 'words']) })
  scribe.text(`${subject.institution} Laboratory`, LEFT, 44, { ...style, size: 13, bold: true })
  scribe.text(
    `Patient: ${fullName(subject)}   Born: ${calendar.write(subject.bornOn)}   Sex: ${subject.sex}   ID ${subject.record}`,
    LEFT,
    58,
    style,
  )
  scribe.text(
    `Collection date: ${calendar.write(subject.seenAt)}   Report date: ${calendar.write(subject.reportedAt)}   Referred by Dr. ${subject.doctor}`,
    LEFT,
    69,
    style,
  )
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  const results = choosePanels(random, random.between(30, 52)).map((of) =>
    inventResult(of, manner, random, subject.seenAt),
  )
  const hasTitles = random.chance(0.75)
  const bottoms = [86, 86]
  for (const [panel, inPanel] of Map.groupBy(results, ({ analyte }) => analyte.panel)) {
    const side = (bottoms[0] ?? 0) <= (bottoms[1] ?? 0) ? 0 : 1
    bottoms[side] = drawPanel(
      scribe,
      { panel, results: inPanel, hasTitles },
      LEFT + side * (WIDTH + GUTTER),
      bottoms[side] ?? 0,
      style,
    )
  }
  scribe.text(
    `Reviewed by ${subject.otherDoctor}. Page 1 of 1. Report no. ${subject.accession}`,
    LEFT,
    Math.max(...bottoms) + 10,
    style,
  )
  return scribe
}

function drawPanel(
  scribe: Scribe,
  {
    panel,
    results,
    hasTitles,
  }: { readonly panel: string; readonly results: readonly Result[]; readonly hasTitles: boolean },
  x: number,
  top: number,
  style: Style,
): number {
  const narrow: Style = { ...style, face: 'narrow' }
  const at = [x + 2, x + 116, x + 148, x + 174, x + 222] as const
  scribe.pen().area(x, top, WIDTH, 12, '#dcdcdc')
  scribe.text(panel, x + 3, top + 9, { ...style, bold: true })
  let y = top + 22
  if (hasTitles) {
    for (const [i, title] of ['Test', 'Result', 'Flag', 'Units', 'Range'].entries())
      scribe.text(title, at[i] ?? x, y, { ...narrow, italic: true })
    y += 11
  }
  for (const { name, value, flag, unit, range, fact } of results) {
    const lines = scribe.pen().wrap(name, 108, narrow)
    for (const [row, line] of lines.entries()) scribe.text(line, at[0], y + row * 8.6, narrow)
    scribe.state(fact, scribe.text(value, at[1], y, { ...narrow, bold: flag !== '' }))
    if (flag !== '') scribe.text(flag, at[2], y, flag.length === 1 ? style : narrow)
    if (unit !== '') scribe.text(unit, at[3], y, { ...narrow, size: 6.8 })
    if (range !== '') scribe.text(range, at[4], y, { ...narrow, size: 6.8 })
    y += 11 + (lines.length - 1) * 8.6
  }
  return y + 4
}
