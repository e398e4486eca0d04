/**
 * Pages → the laboratory results on them. A row is a result when its name is a known measure or its table says so;
 * a table in which no name is known is not one of laboratory results.
 */
import type { Fact } from '#contract/facts.ts'
import type { Analyte, Analytes } from '../dictionaries/analytes.ts'
import type { Units } from '../dictionaries/units.ts'
import type { ExtractPage, Proposal, StatedDate } from '../proposal.ts'
import { calciumOf } from './calcium.ts'
import { microMeant } from './micro-misread.ts'
import { createNames, type Named, type Names } from './names.ts'
import { withNeighbours } from './neighbours.ts'
import type { Dated, Reading } from './reading.ts'
import { toProposal } from './to-proposal.ts'
import type { WalkedReading } from './walk.ts'
import { walkPages } from './walk-pages.ts'

export interface LabContext {
  readonly analytes: Analytes
  readonly units: Units
  /** The day the document's results are of, when the document says so once. */
  readonly date?: StatedDate & { readonly dateKind: Fact['dateKind'] }
  readonly order?: 'day-first' | 'month-first'
}

export function extractLabs(pages: readonly ExtractPage[], context: LabContext): Proposal[] {
  const { analytes, units } = context
  const names = createNames(analytes, units)
  const walked = withNeighbours(walkPages(pages, { names, order: context.order }), names)
  const tables = laboratoryTables(walked, names)
  const recognised = new Set(pages.filter(({ method }) => method === 'ocr').map(({ number }) => number))
  return walked.flatMap((each) => {
    const { table, text, headingDate } = each
    const isRecognised = recognised.has(each.reading.page)
    const asRead = inItsSpecimen(each.reading, names, units)
    const micro = isRecognised ? microMeant(asRead, findAnalyte(names, asRead), units) : undefined
    const reading = micro === undefined ? asRead : { ...asRead, unitText: micro }
    const analyte = findAnalyte(names, reading)
    if (analyte && analyte.category === 'vital-sign') return []
    if (!analyte && table !== undefined && !tables.has(table)) return []
    const unit = reading.unitText === undefined ? undefined : units.find(reading.unitText, analyte)
    const resolved = reading.isOfCulture
      ? ofCulture(reading)
      : (calciumOf(reading, names) ?? names.resolve(writtenName(reading), reading))
    const isOpen = resolved.analyte?.name === 'Blood pH' && !OF_BLOOD_GAS.test(text)
    const named: Named = isOpen
      ? { name: reading.nameText, doubts: ['unknown-name'], suggestions: [resolved.name] }
      : resolved
    const date = dateFor(headingDate, context.date)
    const proposal = toProposal(reading, { text, named, unit, date, category: 'laboratory', convert: units.convert })
    if (micro !== undefined && asRead.unitText !== undefined) return [withSlip(proposal, asRead.unitText)]
    const isUnitLost = isRecognised && lacksUnit(reading, named.analyte)
    return [isUnitLost ? { ...proposal, doubts: [...proposal.doubts, 'unknown-unit' as const] } : proposal]
  })
}

function withSlip(proposal: Proposal, written: string): Proposal {
  const doubts = new Set([...proposal.doubts, 'slip-corrected' as const])
  return { ...proposal, doubts: [...doubts], correctedFrom: proposal.correctedFrom ?? written }
}

/** A number of a measure that always has a unit: on a page read from its image the unit may have been lost. */
const lacksUnit = ({ quantity, unitText }: Reading, analyte: Analyte | undefined) =>
  quantity.form === 'number' &&
  unitText === undefined &&
  analyte !== undefined &&
  analyte.units.length > 0 &&
  analyte.units.every(({ ucum }) => !/^(?:\{|\[pH\]|1$)/u.test(ucum))

/** A measure is known in it, or two of its rows are in units of concentration or count. */
function laboratoryTables(walked: readonly WalkedReading[], names: Names): ReadonlySet<number | undefined> {
  const weights = new Map<number | undefined, number>()
  for (const { reading, table } of walked) {
    const unit = reading.unitText === undefined ? undefined : names.unitOf(reading.unitText)
    const weight = findAnalyte(names, reading) ? 2 : unit !== undefined && CONCENTRATION.test(unit) ? 1 : 0
    weights.set(table, (weights.get(table) ?? 0) + weight)
  }
  return new Set([...weights].flatMap(([table, weight]) => (weight >= 2 ? [table] : [])))
}

/** Where no value like it is found in the specimen of the heading, and it is usual in blood, the heading is of others. */
function inItsSpecimen(reading: Reading, names: Names, units: Units): Reading {
  const { specimen, nameText, unitText, quantity } = reading
  const { value } = quantity
  if (specimen === undefined && isOfStrip(reading, names)) return { ...reading, specimen: 'urine' }
  if (specimen === undefined || value === undefined || unitText === undefined) return reading
  const own = names.find(nameText, reading)?.analyte
  const inBlood = names.find(nameText, { unitText })?.analyte
  if (!own || !inBlood || own === inBlood) return reading
  const isPossible = (analyte: Analyte) => {
    const from = units.find(unitText, analyte)
    return analyte.units.some(({ ucum, low, high }) => {
      const converted = from === undefined ? undefined : units.convert(value, from, ucum, analyte)
      return converted !== undefined && converted >= (low ?? converted) && converted <= (high ?? converted)
    })
  }
  if (isPossible(own) || !isPossible(inBlood)) return reading
  const { specimen: _, ...rest } = reading
  return rest
}

/** In blood these are always a number; on a urine test strip they are none, a trace or so many plus (CLSI GP16-A3). */
function isOfStrip({ nameText, unitText, quantity }: Reading, names: Names): boolean {
  if (unitText !== undefined || (quantity.form !== 'words' && quantity.form !== 'ordinal')) return false
  const name = names.find(nameText)?.analyte.name
  return name === 'Total protein' || name === 'Glucose' || name === 'Hemoglobin'
}

/** A bare pH is that of blood only beside what a blood gas measures: semen, urine and effusions have one too. */
const OF_BLOOD_GAS =
  /p\s?a?C?O[2₂]|HCO3|bicarb|base (?:excess|deficit)|lactate|\bgas(?:es)?\b|\b[AV]BG\b|arterial|venous|blutgas|gaz du sang|gasometr/iu

const CONCENTRATION = /\/[dmu]?L(?:$|\{)|\/\[[HL]PF\]|\/mL/u

const findAnalyte = (names: Names, reading: Reading) =>
  reading.isOfCulture ? undefined : names.find(writtenName(reading), reading)?.analyte

const writtenName = ({ meant, nameText }: Reading) => meant ?? nameText

const ofCulture = ({ nameText }: Reading): Named => ({ name: nameText, doubts: [], suggestions: [] })

/** The nearest heading that says when it was collected, then what the document says once, then any heading. */
function dateFor(heading: Dated | undefined, document: Dated | undefined): Dated | undefined {
  if (heading?.dateKind === 'collected') return heading
  return document?.dateKind === 'collected' ? document : (heading ?? document)
}
