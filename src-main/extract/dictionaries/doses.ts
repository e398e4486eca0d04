/**
 * The grammar of a dose: a number with a unit, exactly as it stands. It becomes a value only where it can be read in one
 * way; letters among digits, `1,000`, a digit that stands alone before it keep their text and are unsure. The traps are
 * those of ISMP's list of error-prone abbreviations and dose designations (2021).
 */
import type { Span } from '../../ingest/read-page.ts'

export interface Dose extends Span {
  readonly text: string
  readonly unitText: string
  readonly value?: number
  /** UCUM. */
  readonly unit?: string
  /** `strength`: by weight, units or share; `amount`: how many tablets, puffs or millilitres. */
  readonly kind: 'strength' | 'amount'
  /** Every character is what a dose is made of, and the number can be read in one way. */
  readonly isSure: boolean
  readonly isKnownUnit: boolean
}

const STRENGTH_UNITS: Readonly<Record<string, string>> = {
  mg: 'mg',
  milligram: 'mg',
  milligrams: 'mg',
  mgs: 'mg',
  mcg: 'ug',
  mcgs: 'ug',
  µg: 'ug',
  μg: 'ug',
  ug: 'ug',
  microgram: 'ug',
  micrograms: 'ug',
  g: 'g',
  gm: 'g',
  gms: 'g',
  gram: 'g',
  grams: 'g',
  mmol: 'mmol',
  meq: 'meq',
  iu: '[iU]',
  'international units': '[iU]',
  '%': '%',
  // What `unit` means differs from product to product; its text stays.
  units: '',
  unit: '',
  u: '',
  mu: '',
  'million units': '',
}
const AMOUNT_UNITS: Readonly<Record<string, string>> = {
  ml: 'mL',
  mls: 'mL',
  millilitre: 'mL',
  millilitres: 'mL',
  milliliters: 'mL',
  cc: '',
  ...one(
    'tablet',
    'tablets',
    'tab',
    'tabs',
    'capsule',
    'capsules',
    'cap',
    'caps',
    'caplet',
    'caplets',
    'pill',
    'pills',
  ),
  ...one(
    'puff',
    'puffs',
    'inhalation',
    'inhalations',
    'spray',
    'sprays',
    'actuation',
    'actuations',
    'nebule',
    'nebules',
  ),
  ...one('drop', 'drops', 'gtt', 'gtts', 'patch', 'patches', 'sachet', 'sachets', 'packet', 'packets', 'scoop'),
  ...one('suppository', 'suppositories', 'pessary', 'pessaries', 'lozenge', 'lozenges', 'vial', 'vials', 'ampoule'),
  ...one(
    'ampoules',
    'teaspoon',
    'teaspoons',
    'tsp',
    'tablespoon',
    'tablespoons',
    'tbsp',
    'application',
    'softgel',
    'softgels',
  ),
  ...one('gummies', 'gummy', 'applicatorful', 'injection', 'injections', 'pen', 'syringe', 'unit dose'),
}
function one(...words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, '']))
}

/** What recognition makes of `mg`, `mcg` and `mL`: a unit that is not known, and the words stay as they are. */
const SLIPPED_UNIT = 'rng|mq|rnq|m g|mcq|rncg|mc g|nig|rnl|ing|mgm|ng'
const UNIT = [...Object.keys(STRENGTH_UNITS), ...Object.keys(AMOUNT_UNITS)]
  .sort((a, b) => b.length - a.length)
  .join('|')
const NUMBER_CHARS = '[0-9OoQlISZB|]{0,6}[0-9][0-9OoQlISZB|.,]{0,10}'
const PIECE = `(?:[.,](?=[0-9OolISZB]))?${NUMBER_CHARS}|[lIOSB|]{1,3}`
const WORD_NUMBER = 'half(?: a| of a)?|one and a half|one|two|three|four|five|six|eight|ten|a|an'
const PER =
  '(?:\\s?(?:/|per)\\s?(?:\\d+(?:[.,]\\d+)?\\s?)?(?:ml|l|dose|puff|actuation|inhalation|inh|spray|actuat|hour|hr|h|day|d|kg|kg\\/day|kg\\/d|kg\\/dose|m2|week|wk|tablet|tab|g|min|hours|hrs|24h|24 h|patch|drop|vial|pen|sachet|capsule))(?![\\p{L}])'
const DOSE = new RegExp(
  `(?<![\\p{N}.,])(?:(?<!\\p{L})|(?=[\\d.,½¼¾]))(?<number>(?:${PIECE})(?:\\s?(?:-|–|to|/|\\+)\\s?(?:${PIECE})){0,3}|(?:½|¼|¾|\\d+\\s?[½¼¾]|\\d\\s?/\\s?\\d)|(?:${WORD_NUMBER})(?:\\s(?:to|or)\\s(?:${WORD_NUMBER}))?(?=\\s))(?<gap>[ \\n-]{0,3})(?<unit>${UNIT}|${SLIPPED_UNIT})(?:\\(s\\))?(?<per>${PER}(?:\\s?/\\s?(?:day|d|dose|h|hr|hour))?)?(?![\\p{L}\\p{N}])`,
  'giu',
)
/** A concentration of a laboratory, a pressure: never a dose. */
const LABORATORY = /^\s?(?:\/|per)\s?(?:d[lL]|L\b|l\b|mmol|mol|24|mm|cm|100)|^\s?Hg|^\s?\/\s?1\.73/
/** A digit that stands alone before the number: `1 0 mg` may be 10, or one of 0. */
const STRAY_DIGIT = /(?<![\p{L}\p{N}.,/-])\d{1,4}(?:[.,]\d*)? $/u
const GLUED = /[^\s()[\]{}"“”•*]*$/

export function findDoses(text: string): Dose[] {
  const doses: Dose[] = []
  for (const match of text.matchAll(DOSE)) {
    const { number = '', unit: unitWritten = '', per = '' } = match.groups ?? {}
    const end = match.index + match[0].length
    if (LABORATORY.test(text.slice(end, end + 8))) continue
    if (!isNumberLike(number, unitWritten.toLowerCase() in AMOUNT_UNITS)) continue
    const glued = gluedBefore(text, match.index, number)
    if (glued === undefined) continue
    const start = match.index - glued.length
    const torn = tornAfter(text, end, unitWritten)
    const written = { start, end: end + torn.length, text: text.slice(start, end + torn.length) }
    const dose = doseOf(written, number, `${unitWritten}${per}`, unitWritten, glued !== '' || torn !== '')
    const before = doses.at(-1)
    if (before && isPair(text, before, dose)) doses.splice(-1, 1, joined(text, before, dose))
    else doses.push(dose)
  }
  return doses
}

/** `875 mg/125 mg`: the two parts of one product have one dose, and no single value. */
const isPair = (text: string, before: Dose, dose: Dose) =>
  before.kind === 'strength' && dose.kind === 'strength' && /^\s?[/+–-]\s?$/.test(text.slice(before.end, dose.start))

function joined(text: string, before: Dose, dose: Dose): Dose {
  const { start } = before
  const { end, unitText, kind } = dose
  const [isSure, isKnownUnit] = [before.isSure && dose.isSure, before.isKnownUnit && dose.isKnownUnit]
  return { start, end, text: text.slice(start, end), unitText, kind, isSure, isKnownUnit }
}

/**
 * What stands before the number without a gap and may be a part of it (`2'5 mg`, `q25 mg`), a digit that stands alone
 * included. Undefined: the number is the tail of a word, and no dose.
 */
function gluedBefore(text: string, start: number, number: string): string | undefined {
  const before = text.slice(Math.max(0, start - 12), start)
  const glued = GLUED.exec(before)?.[0] ?? ''
  // A minus, or the rest of a range whose first number was lost.
  if (/^[-–]$/.test(glued) && /\s[-–]$/.test(before)) return glued
  if (/\d/.test(glued) && !/\d\s?(?:mg|mcg|g|ml|%|x|×|=|:00)\s?[-/+×x=:–,;]*$/i.test(glued)) return glued
  if (glued !== '' && !/[-/:=–(,;~<>x×+@|.]$/.test(glued))
    return /\d/.test(number) ? (glued.length < 3 ? glued : '') : undefined
  if (glued !== '' || !/^\d{1,3}(?:[.,]\d+)?$/.test(number)) return ''
  return STRAY_DIGIT.exec(before)?.[0] ?? ''
}

/** What follows without being read and may belong to the unit: `250 mg/5 m L`, `100 u nits`, `5 mg'`. */
function tornAfter(text: string, end: number, unit: string): string {
  const after = text.slice(end, end + 12)
  const glued = /^(?:\s?\/\s?[\dOlISZB][^\s,;)]*(?:\s\p{L}{1,2}(?!\p{L}))?|['|°"][\p{L}\p{N}]*)/u.exec(after)?.[0]
  if (glued !== undefined) return glued
  const fragment = /^\s(\p{L}{1,4})(?!\p{L})/u.exec(after)
  const whole = `${unit}${fragment?.[1] ?? ''}`.toLowerCase()
  return fragment && (whole in STRENGTH_UNITS || whole in AMOUNT_UNITS) ? fragment[0] : ''
}

/** Letters for digits count only in the case in which they look like them; words for numbers only before an amount. */
const isNumberLike = (number: string, isAmount: boolean) =>
  /\d/.test(number)
    ? !/[a-zA-Z]/.test(number.replace(/[OoQlISZB]|to|or/g, ''))
    : /[½¼¾]/.test(number) || (isAmount ? isWordOnly(number) : /^[lIOSB|]+$/.test(number))
const isWordOnly = (number: string) => /^[a-z]/i.test(number) && !/[lIOSB|\d]{1,3}$/.test(number)

const CLEAN =
  /^(?:\d*[.,]?\d+(?:,\d{3})*|\d*\s?[½¼¾])(?:\s?(?:-|–|to|or|\/|\+)\s?(?:\d*[.,]?\d+(?:,\d{3})*|\d*\s?[½¼¾]))*$/u

type Written = Span & { readonly text: string }

function doseOf(written: Written, number: string, unitText: string, bareUnit: string, isStray: boolean): Dose {
  const key = bareUnit.toLowerCase()
  const isKnownUnit = key in STRENGTH_UNITS || key in AMOUNT_UNITS
  const kind = key in AMOUNT_UNITS ? 'amount' : 'strength'
  const isClean = CLEAN.test(number) || isWordOnly(number)
  const value = isStray ? undefined : numberOf(number)
  const unit = value === undefined ? undefined : ucumOf(key, unitText.slice(bareUnit.length))
  return {
    ...written,
    unitText,
    ...(value === undefined ? {} : { value }),
    ...(unit === undefined || unit === '' ? {} : { unit }),
    kind,
    isSure: isClean && isKnownUnit && !isStray && !isErrorProne(number, key, written.text),
    isKnownUnit,
  }
}

/**
 * One number, read in one way: `1,000` and `1.000` could be a thousand or one, `½` and `1-2` are not one number.
 */
function numberOf(number: string): number | undefined {
  const plain = number.trim()
  if (/^\d{1,7}$/.test(plain)) return Number(plain)
  if (/^\d{0,7}[.,]\d{1,4}$/.test(plain)) {
    const isThousandLike = /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain)
    return isThousandLike ? undefined : Number(plain.replace(',', '.'))
  }
  return undefined
}

function ucumOf(key: string, per: string): string | undefined {
  const unit = STRENGTH_UNITS[key] ?? AMOUNT_UNITS[key]
  if (unit === undefined || unit === '') return undefined
  if (per === '') return unit
  const volume = /^\s?(?:\/|per)\s?(\d+)?\s?ml$/i.exec(per)
  if (volume) return volume[1] === undefined || volume[1] === '1' ? `${unit}/mL` : `${unit}/(${volume[1]}.mL)`
  const time = /^\s?(?:\/|per)\s?(hour|hr|h|day|d)$/i.exec(per)?.[1]?.toLowerCase()
  if (time !== undefined) return `${unit}/${time.startsWith('h') ? 'h' : 'd'}`
  return undefined
}

/** `10U` reads as 100, `.5` as 5, `1.0` as 10: they stand as written, and somebody should look. */
const isErrorProne = (number: string, unit: string, text: string) =>
  (unit === 'u' && /\du$/i.test(text)) || /^[.,]\d/.test(number) || /^\d+[.,]0{1,2}$/.test(number) || unit === 'cc'
