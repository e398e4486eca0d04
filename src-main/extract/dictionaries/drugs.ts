/**
 * The names of medicines: substances, their salts and spellings, trade names, combined products. A written name is
 * looked up and never corrected; what is near to a known name is only ever a suggestion.
 */
import type { Span } from '../../ingest/read-page.ts'
import { nearNames } from './near-names.ts'
import { createPhraseIndex, type Found } from './phrase-index.ts'

export interface Drug {
  readonly name: string
  /** Empty where a trade name stands for different substances. */
  readonly ingredients: readonly string[]
  /** `penicillin`, `NSAID` …, where that matters for allergies. */
  readonly className?: string
  /** The word is also a measured value, a food or the like: alone it states no medicine. */
  readonly isOrdinary: boolean
}

/** The span takes in the salt and the release form (`metoprolol succinate ER`). */
export interface FoundDrug extends Span, Drug {}

export interface Drugs {
  readonly find: (name: string) => Drug | undefined
  readonly findIn: (text: string) => FoundDrug[]
  /** At most three known names, the nearest first. */
  readonly near: (name: string) => string[]
}

/** `table`: drugs.csv. */
export function createDrugs(table: string): Drugs {
  const rows = rowsOf(table)
  const index = createPhraseIndex(rows.flatMap(({ drug, names }) => names.map((name) => [name, drug] as const)))
  const combined = new Map(
    rows.filter(({ drug }) => drug.ingredients.length > 1).map(({ drug }) => [keyOf(drug.ingredients), drug]),
  )
  const names = [...new Set(rows.flatMap((row) => row.names))].filter((name) => !name.includes(' + '))
  return {
    find: (name) => index.find(name) ?? single(name, findIn(name, index.findIn(name), combined)),
    findIn: (text) => findIn(text, index.findIn(text), combined),
    near: (name) => nearNames(name, names),
  }
}

interface Row {
  readonly drug: Drug
  readonly names: readonly string[]
}

function rowsOf(table: string): Row[] {
  const lines = table.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const cells = lines.map((line) => line.split(','))
  const brandsOnly = (row: readonly string[]) =>
    row.slice(1).every((cell) => cell === '') && /^\p{Lu}\p{Ll}/u.test(row[0] ?? '')
  return cells.map((row) => {
    const [name = '', otherNames = '', brands = '', className = '', note = ''] = row
    const drug: Drug = {
      name,
      ingredients: brandsOnly(row) ? [] : name.split(' + '),
      ...(className === '' ? {} : { className }),
      isOrdinary: note === 'ordinary',
    }
    const listed = [otherNames, brands].flatMap((cell) => cell.split(' = ')).filter((each) => each !== '')
    return { drug, names: [name, ...listed] }
  })
}

const keyOf = (ingredients: readonly string[]) => [...ingredients].sort().join('+')

/** `Metoprolol succinate`: the one name and nothing else but its salt. */
function single(name: string, found: readonly FoundDrug[]): Drug | undefined {
  const [only] = found
  if (!only || found.length > 1 || only.start !== 0 || only.end !== name.trimEnd().length) return undefined
  const { start: _start, end: _end, ...drug } = only
  return drug
}

/** What may follow a substance and belongs to its name: salts and esters, then the way it is released. */
const SALT =
  /^(?:[ -]+(?:hydrochloride|hcl|hydrobromide|sodium|potassium|calcium|magnesium|me[sz]ylate|mesilate|be[sz]ylate|besilate|maleate|tartrate|bitartrate|succinate|fumarate|phosphate|sulfate|sulphate|acetate|citrate|bromide|chloride|nitrate|gluconate|dipropionate|propionate|furoate|valerate|xinafoate|etexilate|medoxomil|cilexetil|arginine|erbumine|tosylate|axetil|proxetil|pamoate|embonate|decanoate|palmitate|enanthate|cypionate|undecanoate|trihydrate|monohydrate|anhydrous|dihydrate|hemihydrate|disoproxil|alafenamide|marboxil|estolate|stearate|ethylsuccinate|trometamol|tromethamine|lysine|carbonate|aspartate|glycinate|malate|mofetil))+(?![\p{L}\p{N}])/iu
const RELEASE =
  /^[ -]+(?:ER|XR|SR|CR|LA|XL|DR|EC|MR|ODT|CD|IR|HFA|XT|Retard|PR|Flex(?:Pen|Touch)|Kwik[Pp]en|Solo[Ss]tar|Diskus|Respimat|Turbuhaler|Ellipta|HandiHaler|Accuhaler|Evohaler|extended[- ]release|sustained[- ]release|modified[- ]release|immediate[- ]release|delayed[- ]release|slow[- ]release|prolonged[- ]release|(?:gastro-?|enteric[- ])(?:resistant|coated))(?![\p{L}\p{N}])/u
const JOIN = /^(?:\s?[/+]\s?|-|\s(?:and|with|plus)\s)(?=\p{L})/iu
const SURE_JOIN = /^(?:\s?[/+]\s?|-)$/
/** `aspirin-free`, `penicillin-allergic`: the name only says what something else is like. */
const COMPOUND_AFTER =
  /^-(?:free|related|induced|allergic|sensitive|resistant|dependent|like|based|naive|na[iï]ve|associated|exacerbated|treated|eluting|containing|producing|intolerant|binding|stimulating|releasing)/i
const COMPOUND_BEFORE = /(?:non|anti|pre|pro|un)-$/i

function findIn(text: string, hits: readonly Found<Drug>[], combined: ReadonlyMap<string, Drug>): FoundDrug[] {
  const found: FoundDrug[] = []
  for (let at = 0; at < hits.length; ) {
    const run = runFrom(text, hits, at, combined)
    const [first] = run.parts
    at += run.parts.length
    if (!first || isCompound(text, first.start, run.end)) continue
    const drug = run.parts.length === 1 ? first.value : combine(run.parts, combined)
    found.push({ ...drug, start: first.start, end: run.end })
  }
  return found
}

/** Substances joined by a stroke are one product; joined by `and` only where there is such a product. */
function runFrom(text: string, hits: readonly Found<Drug>[], at: number, combined: ReadonlyMap<string, Drug>) {
  const parts: Found<Drug>[] = []
  let end = 0
  for (let index = at; index < hits.length; index += 1) {
    const hit = hits[index]
    if (!hit) break
    if (parts.length > 0) {
      const between = text.slice(end, hit.start)
      const isSure = SURE_JOIN.test(between)
      const key = keyOf([...parts, hit].flatMap((part) => part.value.ingredients))
      if (!isSure && !(JOIN.test(`${between}x`) && combined.has(key))) break
    }
    parts.push(hit)
    end = hit.end + (SALT.exec(text.slice(hit.end, hit.end + 60))?.[0].length ?? 0)
  }
  end += RELEASE.exec(text.slice(end, end + 40))?.[0].length ?? 0
  return { parts, end }
}

function combine(parts: readonly Found<Drug>[], combined: ReadonlyMap<string, Drug>): Drug {
  const ingredients = [...new Set(parts.flatMap((part) => part.value.ingredients))]
  return combined.get(keyOf(ingredients)) ?? { name: ingredients.join(' + '), ingredients, isOrdinary: false }
}

const isCompound = (text: string, start: number, end: number) =>
  COMPOUND_AFTER.test(text.slice(end, end + 20)) || COMPOUND_BEFORE.test(text.slice(Math.max(0, start - 5), start))
