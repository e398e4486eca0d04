/**
 * A written name of a measure → the dictionary's, under the heading it stands under and with the unit it has. Without
 * certainty the written name stays and says so; a name is never bent to one that is near.
 */
import type { FactDoubt } from '#contract/facts.ts'
import type { Analyte, AnalyteMatch, Analytes } from '../dictionaries/analytes.ts'
import type { Units } from '../dictionaries/units.ts'
import { withoutMethod } from './method-of-name.ts'

export interface Named {
  readonly name: string
  readonly analyte?: Analyte
  readonly correctedFrom?: string
  readonly specimen?: string
  readonly doubts: readonly FactDoubt[]
  readonly suggestions: readonly string[]
}

/** What stands around a name: the specimen of the heading, the unit of the value, as printed. */
export interface NameContext {
  readonly specimen?: string | undefined
  readonly unitText?: string | undefined
}

export interface Names {
  readonly find: (nameText: string, at?: NameContext) => AnalyteMatch | undefined
  /** Whether some known name begins with this word; running text has too many words to look all of them up. */
  readonly mayBegin: (word: string) => boolean
  readonly resolve: (nameText: string, at: NameContext) => Named
  /** UCUM; the measure decides where a spelling stands for several units. */
  readonly unitOf: (unitText: string, analyte?: Analyte) => string | undefined
  readonly isUnit: (text: string) => boolean
  /** Whether a unit is one in which this measure can be given. */
  readonly fits: (analyte: Analyte, unit: string) => boolean
}

export function createNames(analytes: Analytes, units: Units): Names {
  const beginnings = new Set(analytes.names.map(({ text }) => beginningOf(text)))
  const known = new Map<string, AnalyteMatch | undefined>()
  const ucums = new Map<string, string | undefined>()
  const ucumOf = (unitText: string) => {
    if (!ucums.has(unitText)) ucums.set(unitText, units.find(unitText))
    return ucums.get(unitText)
  }
  const fits: Names['fits'] = (analyte, unit) =>
    analyte.units.some(({ ucum }) => ucum === unit || units.canConvert(unit, ucum, analyte))
  const find: Names['find'] = (nameText, at = {}) => {
    const key = `${nameText}\n${at.unitText ?? ''}\n${at.specimen ?? ''}`
    if (!known.has(key)) known.set(key, findOnce(nameText, at))
    return known.get(key)
  }
  const findOnce = (nameText: string, { specimen, unitText }: NameContext) => {
    const unit = unitText === undefined ? undefined : ucumOf(unitText)
    const context = { ...(unit !== undefined && { unit }), ...(specimen !== undefined && { specimen }) }
    const found = analytes.find(plainName(nameText), context)
    if (specimen === undefined || unit === undefined || !found || fits(found.analyte, unit)) return found
    // In no unit of that specimen: the heading is not of this row when it is one of the measure in blood.
    const { specimen: _, ...inBlood } = context
    const other = analytes.find(plainName(nameText), inBlood)
    return other && fits(other.analyte, unit) ? other : found
  }

  const resolve: Names['resolve'] = (nameText, at) => {
    const written = plainName(nameText)
    const specimen = at.specimen === undefined ? {} : { specimen: at.specimen }
    const found = find(written, at)
    if (!found) return unknownName(analytes, written, specimen)
    const { analyte, correctedFrom } = found
    const unit = at.unitText === undefined ? undefined : units.find(at.unitText, analyte)
    // A unit of another kind makes it another measure, and nobody knows which.
    if (unit !== undefined && !fits(analyte, unit))
      return { name: analyte.name, doubts: ['unknown-unit'], suggestions: [] }
    const slip = correctedFrom === undefined ? {} : { correctedFrom }
    return {
      name: analyte.name,
      analyte,
      ...slip,
      doubts: correctedFrom === undefined ? [] : ['slip-corrected'],
      suggestions: [],
    }
  }
  return {
    find,
    mayBegin: (word) => beginnings.has(beginningOf(word)),
    resolve,
    fits,
    unitOf: units.find,
    isUnit: (text) => ucumOf(text) !== undefined,
  }
}

const beginningOf = (text: string) => /[\p{L}\d]+/u.exec(text)?.[0].toLowerCase() ?? ''

function unknownName(analytes: Analytes, written: string, specimen: { readonly specimen?: string }): Named {
  const near = analytes.near(written)
  const doubts: FactDoubt[] = near.length > 0 ? ['unknown-name', 'near-name'] : ['unknown-name']
  return { name: written, ...specimen, doubts, suggestions: near }
}

/** Without bullets, the marks that lead to the value, and how it was measured. */
const plainName = (text: string) =>
  withoutMethod(text)
    .replace(/^[\s•·▪>]+|[\s:=.,;\u2013|]+$/gu, '')
    .replace(/\s+/gu, ' ')
