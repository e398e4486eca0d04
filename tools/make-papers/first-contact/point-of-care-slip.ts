/** M: the narrow slip of an analyser at the bedside or in a clinic: blood gases, a cartridge, a urine strip, a finger prick. */
import { createCalendar } from '../clinical/calendar.ts'
import { createScribe, type Scribe } from '../clinical/scribe.ts'
import { dayOf, type Subject } from '../clinical/subject.ts'
import type { Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type DayFormat, writeOn } from './dates.ts'
import { inventOutcome, type Measure, measuresFrom, type Writing, worded } from './measure.ts'
import { inventPerson } from './person.ts'

const gases: Readonly<Record<string, readonly Measure[]>> = {
  'Blood Gas Values': measuresFrom(`
    blood-ph | pH | | 7.350 | 7.450 | 3
    pco2 | pCO2 | mmHg | 35.0 | 45.0 | 1
    po2 | pO2 | mmHg | 80.0 | 105.0 | 1`),
  'Oximetry Values': measuresFrom(`
    hemoglobin | ctHb | g/dL | 12.0 | 16.0 | 1
    arterial-saturation | sO2 | % | 95.0 | 99.0 | 1
    carboxyhemoglobin | FCOHb | % | 0.5 | 1.5 | 1
    methemoglobin | FMetHb | % | 0.0 | 1.5 | 1`),
  'Electrolyte Values': measuresFrom(`
    potassium | cK+ | mmol/L | 3.4 | 4.5 | 1
    sodium | cNa+ | mmol/L | 136 | 146 | 0
    ionized-calcium | cCa2+ | mmol/L | 1.15 | 1.29 | 2
    chloride | cCl- | mmol/L | 98 | 106 | 0`),
  'Metabolite Values': measuresFrom(`
    glucose | cGlu | mmol/L | 3.9 | 5.8 | 1
    lactate | cLac | mmol/L | 0.5 | 1.6 | 1`),
  'Acid Base Status': measuresFrom(`
    base-excess | cBase(B)c | mmol/L | -2.0 | 3.0 | 1
    bicarbonate | cHCO3-(P)c | mmol/L | 22.0 | 26.0 | 1`),
}
const cartridge = measuresFrom(`
  sodium | Na | mmol/L | 138 | 146 | 0
  potassium | K | mmol/L | 3.5 | 4.9 | 1
  chloride | Cl | mmol/L | 98 | 109 | 0
  ionized-calcium | iCa | mmol/L | 1.12 | 1.32 | 2
  bicarbonate | TCO2 | mmol/L | 24 | 29 | 0
  glucose | Glu | mg/dL | 70 | 105 | 0
  urea-nitrogen | BUN | mg/dL | 8 | 26 | 0
  creatinine | Crea | mg/dL | 0.6 | 1.3 | 1
  hematocrit | Hct | % | 38 | 51 | 0
  hemoglobin | Hb | g/dL | 12 | 17 | 1
  anion-gap | AnGap | mmol/L | 10 | 20 | 0`)
const fingerPrick = measuresFrom(`
  hba1c | HbA1c | % | 4.0 | 5.6 | 1
  cholesterol | Total Chol | mmol/L | ~2.6 | 5.0 | 2
  hdl | HDL | mmol/L | 1.0 | ~2.3 | 2
  triglycerides | TRG | mmol/L | ~0.5 | 1.7 | 2
  ldl | Calc. LDL | mmol/L | ~1.0 | 3.0 | 2
  crp | CRP | mg/L | | 10 | 0
  inr | INR | | 2.0 | 3.0 | 1`)

/** name, about, the usual answer, other answers; an unusual one is starred. */
const strip: readonly (readonly [name: string, about: string, usual: string, unusual: readonly string[]])[] = [
  ['GLU', 'urine-glucose', 'NEGATIVE', ['1+', '3+', 'TRACE']],
  ['BIL', 'urine-bilirubin', 'NEGATIVE', ['1+']],
  ['KET', 'urine-ketones', 'NEGATIVE', ['TRACE', '2+']],
  ['BLO', 'urine-blood', 'NEGATIVE', ['TRACE-INTACT', '2+', '3+']],
  ['PRO', 'urine-protein', 'NEGATIVE', ['TRACE', '1+', '2+']],
  ['NIT', 'urine-nitrite', 'NEGATIVE', ['POSITIVE']],
  ['LEU', 'urine-esterase', 'NEGATIVE', ['TRACE', '1+', '3+']],
]
const stripNumbers = measuresFrom(`
  urine-gravity | SG | | 1.005 | 1.030 | 3
  urine-ph | pH | | 5.0 | 8.0 | 1
  urobilinogen | URO | E.U./dL | 0.2 | 1.0 | 1`)

const WIDTH = 226
const LEFT = 12
const RIGHT = WIDTH - 12

interface Slip {
  readonly scribe: Scribe
  readonly subject: Subject
  readonly random: Random
  readonly style: Style
  readonly format: DayFormat
  /** The next baseline. */
  down(points?: number): number
  line(text: string, more?: Partial<Style>): void
}

export function drawPointOfCareSlip(random: Random): Scribe {
  const kind = random.pick(['gases', 'cartridge', 'strip', 'finger'] as const)
  const subject = inventPerson(random, random.pick(['british', 'american', 'australian', 'indian'] as const))
  const heights = { gases: 370, cartridge: 250, strip: 250, finger: 300 }
  const scribe = createScribe({ width: WIDTH, height: heights[kind] }, createCalendar('iso'))
  const style: Style = {
    face: random.pick(
      kind === 'gases' || kind === 'cartridge' ? ['terminal', 'narrow'] : ['terminal', 'typewriter', 'narrow'],
    ),
    size: 9,
  }
  let y = 14
  const slip: Slip = {
    ...{ scribe, subject, random, style, format: random.pick(['14-Mar-2024', '2024-03-14', '14 Mar 24'] as const) },
    down(points = 11.5) {
      y += points
      return y
    },
    line(text, more = {}) {
      scribe.text(text, LEFT, slip.down(), { ...style, ...more })
    },
  }
  if (kind === 'gases') drawGases(slip)
  else if (kind === 'cartridge') drawCartridge(slip)
  else if (kind === 'strip') drawStrip(slip)
  else drawFingerPrick(slip)
  return scribe
}

function drawHead({ scribe, subject, random, line, format, down }: Slip, title: string, device: string) {
  scribe.own({ collected: subject.seenAt })
  line(device, { bold: true, size: 11 })
  line(title)
  line(`${writeOn(scribe.calendar, dayOf(subject.seenAt), format)}   ${subject.seenAt.slice(11)}`)
  line(`Pt ID: ${random.digits(8)}`)
  line(`Name: ${subject.last.toUpperCase()} ${subject.first}`)
  line(`Operator ${random.digits(4)}   Ser. ${random.digits(5)}`)
  scribe.pen().line({ x: LEFT, y: down(5) }, { x: RIGHT, y: down(0) }, 0.5)
}

/** Limits in brackets at the right, an arrow before what is outside. */
function drawGases(slip: Slip) {
  const { scribe, subject, random, style, line, down } = slip
  drawHead(slip, `Sample type: ${random.pick(['Arterial', 'Venous'])}`, 'GASLINE 800 FLEX')
  const writing: Writing = {
    range: (low, high) => `[ ${low ?? ''} - ${high ?? ''} ]`,
    flag: (side) => ({ text: side === 'high' ? '↑' : '↓' }),
  }
  const top = down()
  scribe.text('T', LEFT + 10, top, style)
  const degrees = scribe.text('37.0', LEFT + 100, top, style, 'right')
  scribe.text('°C', LEFT + 103, top, { ...style, size: 8 })
  // the analyser's setting; whoever takes it for the person's is not wrong in the number
  scribe.state(
    {
      ...{ kind: 'observation', about: 'temperature', nameText: 'T', valueText: '37.0', value: 37, unitText: '°C' },
      ...{ units: ['Cel'], flags: ['unknown'], on: subject.seenAt, isOptional: true },
      details: { category: 'vital-sign' },
    },
    degrees,
  )
  for (const [title, measures] of Object.entries(gases)) {
    line(title, { bold: true })
    for (const measure of measures) {
      const { value, flag, range, fact } = inventOutcome(measure, writing, random, subject.seenAt)
      const y = down()
      if (flag !== '') scribe.text(flag, LEFT, y, style)
      scribe.text(measure.name, LEFT + 10, y, style)
      scribe.state(fact, scribe.text(value, LEFT + 100, y, style, 'right'))
      scribe.text(measure.unit, LEFT + 103, y, { ...style, size: 8 })
      scribe.text(range, RIGHT, y, { ...style, size: 7.2 }, 'right')
    }
  }
  line('Notes: c = calculated value')
}

/** No limits at all; an arrow behind what is outside the ones in the device. */
function drawCartridge(slip: Slip) {
  const { scribe, subject, random, style, line, down } = slip
  drawHead(slip, 'CHEM8+   Sample: VEN', 'HANDY-STAT')
  const writing: Writing = { range: () => '', flag: (side) => ({ text: side === 'high' ? '↑' : '↓' }) }
  for (const measure of cartridge) {
    const { value, flag, fact } = inventOutcome(measure, writing, random, subject.seenAt)
    const y = down()
    scribe.text(measure.name, LEFT, y, style)
    scribe.state(
      { ...fact, flags: flag === '' ? ['unknown', 'normal'] : (fact.flags ?? []) },
      scribe.text(value, LEFT + 96, y, style, 'right'),
    )
    if (flag !== '') scribe.text(flag, LEFT + 100, y, { ...style, bold: true })
    scribe.text(measure.unit, LEFT + 116, y, style)
  }
  line(`Cartridge lot ${random.pick(['K', 'R'])}${random.digits(5)}`)
}

function drawStrip(slip: Slip) {
  const { scribe, subject, random, style, line, down } = slip
  drawHead(slip, 'URINALYSIS', 'STRIP READER')
  drawLook(slip)
  line('* = abnormal')
  const at = { on: subject.seenAt }
  for (const [name, about, usual, unusual] of strip) {
    const isUsual = random.chance(0.65)
    const value = isUsual ? usual : random.pick(unusual)
    const y = down()
    const more = isUsual ? at : { ...at, flagText: '*', flags: ['abnormal', 'high'] as const }
    if (!isUsual) scribe.text('*', LEFT, y, style)
    scribe.text(name, LEFT + 10, y, style)
    scribe.state(worded({ id: about, name }, value, more), scribe.text(value, LEFT + 70, y, style))
  }
  const writing: Writing = { range: () => '', flag: () => ({ text: '' }) }
  for (const measure of stripNumbers) {
    const { value, fact } = inventOutcome(measure, writing, random, subject.seenAt)
    const y = down()
    scribe.text(measure.name, LEFT + 10, y, style)
    const written = scribe.text(value, LEFT + 70, y, style)
    scribe.state({ ...fact, flags: ['unknown', 'normal'] }, written)
    scribe.text(measure.unit, written.end + 4, y, style)
  }
}

/** What the urine looks like is a result to some readers and none to others. */
function drawLook({ scribe, subject, style, down }: Slip) {
  const { page, words, end } = scribe.text('Color: Yellow   Clarity: Clear', LEFT, down(), style)
  const look = (id: string, name: string, value: string, word: number) =>
    scribe.state(worded({ id, name }, value, { on: subject.seenAt, isOptional: true }), {
      ...{ page, end },
      words: words.slice(word, word + 1),
    })
  look('urine-color', 'Color', 'Yellow', 1)
  look('urine-clarity', 'Clarity', 'Clear', 3)
}

/** Printed by an app: the measure over its value. */
function drawFingerPrick(slip: Slip) {
  const { scribe, subject, random, style, line, down } = slip
  drawHead(slip, 'Finger-prick test results', 'WalkIn Clinic App')
  const writing: Writing = {
    range: (low, high) =>
      low === undefined ? `under ${high}` : high === undefined ? `over ${low}` : `${low} to ${high}`,
    flag: (side) => ({ text: side === 'high' ? 'HIGH' : 'LOW' }),
  }
  for (const measure of cartridgeChoice(random)) {
    const { value, flag, range, fact } = inventOutcome(measure, writing, random, subject.seenAt)
    line(measure.name, { bold: true })
    const y = down(12)
    const written = scribe.text(value, LEFT + 8, y, { ...style, size: 11, bold: flag !== '' })
    // a target is no reference range; whoever takes it for one is not wrong
    const flags = flag === '' ? [...(fact.flags ?? []), 'unknown' as const] : (fact.flags ?? [])
    scribe.state({ ...fact, flags }, written)
    const unit = scribe.text(measure.unit, written.end + 4, y, style)
    if (flag !== '') scribe.text(flag, unit.end + 10, y, { ...style, bold: true })
    scribe.text(`target ${range}`, RIGHT, y, { ...style, size: 7.6 }, 'right')
    down(3)
  }
}

const cartridgeChoice = (random: Random) => fingerPrick.filter((_, i) => i === 0 || random.chance(0.6))
