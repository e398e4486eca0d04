/**
 * Measures by the names that papers print. Only a whole name counts, never a part of one; words that say how it was
 * measured are ignored, words that make it another measure never are. Where two measures could be meant, none is found.
 */
import { type AnalyteName, readAnalyteRows } from './analyte-rows.ts'
import { createNameIndex } from './name-index.ts'
import { isQualifier, type NameToken, nameTokens } from './name-tokens.ts'
import { createNearAnalytes } from './near-analytes.ts'

export interface AnalyteUnit {
  readonly ucum: string
  /** Outside these bounds a value is nearly certainly misread; they are no reference range. */
  readonly low?: number
  readonly high?: number
  /** Where it is not the measure's: LOINC tells mass from amount. Empty: none is known. */
  readonly loinc?: string
  /** In this unit the name stands for that other measure: neutrophils in 10*9/L are an absolute count. */
  readonly measure?: string
}

export interface Analyte {
  readonly name: string
  readonly loinc?: string
  readonly category: 'laboratory' | 'vital-sign'
  /** Only where it is not blood and the name says so. */
  readonly specimen?: string
  /** g/mol, where mass and amount are converted. */
  readonly molarMass?: number
  /** Equivalents per mole. */
  readonly valence?: number
  /** A conversion that holds for this measure alone. */
  readonly rule?: 'enzyme' | 'u-is-iu' | 'hba1c' | 'per-creatinine'
  /** Empty for what has words for values, such as a blood group. */
  readonly units: readonly AnalyteUnit[]
}

export interface AnalyteMatch {
  readonly analyte: Analyte
  /** Set when a recognition slip was undone: the name as written. */
  readonly correctedFrom?: string
}

/** What stands around the name. */
export interface AnalyteContext {
  /** UCUM of the value beside it: it decides between measures that share a name. */
  readonly unit?: string
  /** Of the section: `urine`, `CSF`, `stool`. Only measures of that specimen are found then. */
  readonly specimen?: string
}

export type Analytes = ReturnType<typeof createAnalytes>

/** No name is longer; what is, is a sentence. */
const LONGEST = 160

export function createAnalytes(table: string) {
  const { analytes, names } = readAnalyteRows(table)
  const byName = new Map(analytes.map((analyte) => [analyte.name, analyte]))
  const asWritten = Map.groupBy(names, ({ text }) => text.toLowerCase())
  const index = createNameIndex(names)
  const nearNames = createNearAnalytes(names)

  function find(nameText: string, context: AnalyteContext = {}): AnalyteMatch | undefined {
    const written = nameText.trim()
    if (written === '' || written.length > LONGEST) return undefined
    const match = inSpecimen(written, context)
    const other = match?.analyte.units.find(({ ucum }) => ucum === context.unit)?.measure
    const analyte = other === undefined ? undefined : byName.get(other)
    return match === undefined || analyte === undefined ? match : { ...match, analyte }
  }

  function inSpecimen(written: string, context: AnalyteContext): AnalyteMatch | undefined {
    const { specimen } = context
    if (specimen === undefined || isBlood(specimen)) return match(written, context)
    const named = match(`${written} ${specimen}`, context)
    if (named !== undefined) return named
    const found = match(written, context)
    return found?.analyte.specimen === specimen ? found : undefined
  }

  function match(written: string, context: AnalyteContext): AnalyteMatch | undefined {
    const choose = (found: readonly AnalyteName[]) =>
      chooseByUnit(
        found.filter(({ text, needsCapitals }) => !needsCapitals || written.includes(text)),
        context.unit,
      )
    const isMisread = MISREAD_CAPITALS.test(written)
    const known = isMisread ? undefined : choose(asWritten.get(written.toLowerCase()) ?? [])
    if (known !== undefined) return { analyte: known }
    const readings = withoutMarks(written).map(readingOf)
    for (const reading of isMisread ? [] : readings) {
      const analyte = findWhole(reading, choose) ?? findByEnd(reading, choose) ?? findByParts(reading, choose)
      if (analyte !== undefined) return { analyte }
    }
    for (const { tokens, bare, hasGaps } of readings) {
      const analyte =
        choose(index.findSlipped(tokens, hasGaps)) ??
        (bare.length < tokens.length ? choose(index.findSlipped(bare, hasGaps)) : undefined)
      if (analyte !== undefined) return { analyte, correctedFrom: written }
    }
    return undefined
  }

  function findWhole({ text, tokens, bare, hasGaps }: Reading, choose: Choose): Analyte | undefined {
    const specimen = SPECIMEN_LETTER.exec(text)
    const found = choose(index.find(tokens, hasGaps))
    if (specimen !== null) {
      const letter = specimen[1] === 'U' ? ' urine' : ''
      const named = findWhole(readingOf(text.slice(0, specimen.index) + letter), choose)
      return found === undefined || found === named ? named : undefined
    }
    return found ?? (bare.length < tokens.length ? choose(index.find(bare, hasGaps)) : undefined)
  }

  /** `Hemoglobin A1c %`, `Glucose [mg/dL]`: a unit of the measure at the end. */
  function findByEnd({ text }: Reading, choose: Choose): Analyte | undefined {
    const [, name, inBrackets, last] = UNIT_AT_END.exec(text) ?? []
    if (name === undefined) return undefined
    const analyte = findWhole(readingOf(name), choose)
    return isUnitOf(inBrackets ?? last ?? '', analyte) ? analyte : undefined
  }

  /** `Alanine aminotransferase (ALT)`, `ALT/SGPT`: every part names it, or says nothing else. */
  function findByParts({ text }: Reading, choose: Choose): Analyte | undefined {
    const parts = text.split(PART_ENDS).filter((part) => /[\p{L}\p{N}%]/u.test(part))
    if (parts.length < 2) return undefined
    const readings = parts.map(readingOf)
    const found = readings.map((reading) => findWhole(reading, choose))
    const analyte = found.find((one) => one !== undefined)
    if (analyte === undefined) return undefined
    const isIt = readings.every(
      (reading, at) => found[at] === analyte || reading.bare.length === 0 || isUnitOf(reading.text, analyte),
    )
    return isIt ? analyte : undefined
  }

  return {
    find,
    /** Up to three names a letter or two away, for a person to choose from. */
    near: (nameText: string): string[] => (nameText.length > LONGEST ? [] : nearNames(nameText)),
    get: (name: string): Analyte | undefined => byName.get(name),
    all: analytes as readonly Analyte[],
    /** Every name of the table; those that count only beside a unit are marked. */
    names: names as readonly AnalyteName[],
  }
}

/**
 * The code of a measure in the unit it was written in: LOINC tells mass from amount. Without a unit, or in one that the
 * table does not have, only a measure with one code for all its units has it.
 */
export function loincOf(analyte: Analyte, ucum: string | undefined): string | undefined {
  const unit = analyte.units.find((one) => one.ucum === ucum)
  if (unit === undefined) return analyte.units.every(({ loinc }) => loinc === undefined) ? analyte.loinc : undefined
  return unit.loinc === undefined ? analyte.loinc : unit.loinc || undefined
}

type Choose = (found: readonly AnalyteName[]) => Analyte | undefined

const PART_ENDS = /[()[\]{},;=/]|\s[-‐–—]\s/

const isBlood = (specimen: string) => /^(?:whole |venous |capillary )?(?:blood|serum|plasma)$/i.test(specimen)

/** `Bilirubin, Total, S`: serum, plasma, blood, urine. */
const SPECIMEN_LETTER = /,\s*(S|P|B|WB|U)$/
const UNIT_AT_END = /^(.*\S)(?:\s*[([]([^()[\]]{1,20})[)\]]|\s+(\S{1,20}))$/

/** `AlAT`, `TBIl`: the small l among capitals is a 1 or an I, and the word as it stands is no name. */
const MISREAD_CAPITALS = /\b(?=[A-Z0-9]*l[A-Z0-9]*\b)[0-9l]*[A-Z][0-9l]*[A-Z][A-Z0-9l]*\b/

interface Reading {
  readonly text: string
  readonly tokens: readonly NameToken[]
  /** Without the words that only say how it was measured. */
  readonly bare: readonly NameToken[]
  readonly hasGaps: boolean
}

function readingOf(text: string): Reading {
  const tokens = nameTokens(text)
  return { text, tokens, bare: tokens.filter(({ key }) => !isQualifier(key)), hasGaps: /\S\s+\S/.test(text) }
}

function chooseByUnit(found: readonly AnalyteName[], unit: string | undefined): Analyte | undefined {
  const fitting = found.filter(({ analyte }) => unit !== undefined && analyte.units.some(({ ucum }) => ucum === unit))
  return onlyOne(fitting) ?? onlyOne(found.filter(({ needsUnit }) => !needsUnit))
}

function onlyOne(found: readonly AnalyteName[]): Analyte | undefined {
  const analyte = found[0]?.analyte
  return found.every((one) => one.analyte === analyte) ? analyte : undefined
}

/** The name as it stands, and without footnote marks and the codes of a laboratory at its end. */
function withoutMarks(written: string): string[] {
  const bare = written
    .replace(/(?:\s*[([]\d{1,2}[)\]])+$/, '')
    .replace(/\s+(?:[A-Z],)?0\d$/, '')
    .replace(/[\s*†‡§¶#^~!:.]+$/u, '')
  return bare === written || bare === '' ? [written] : [written, bare]
}

/** `mg/dL` after a name; brackets and annotations of UCUM are not printed. */
function isUnitOf(part: string, analyte: Analyte | undefined): boolean {
  const flat = (text: string) => text.toLowerCase().replace(/[^a-z0-9%/]/g, '')
  return analyte?.units.some(({ ucum }) => flat(ucum) === flat(part)) ?? false
}
