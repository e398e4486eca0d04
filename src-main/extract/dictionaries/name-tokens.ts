/**
 * A name as it is compared: without regard to capitals, punctuation, word order, plural, American or British spelling,
 * accents and raised marks. It knows spelling only, never which measure is meant.
 */
export interface NameToken {
  /** As written, capitals kept. */
  readonly written: string
  /** As compared. */
  readonly key: string
}

export function nameTokens(text: string): NameToken[] {
  const flat = plainLetters(text)
    .replace(/'/g, '')
    .replace(/(?<=[A-Za-z0-9]):(?=[A-Za-z0-9])/g, '/')
  const tokens: NameToken[] = []
  for (const written of flat.match(ASCII.test(flat) ? ASCII_WORDS : WORDS) ?? []) {
    const key = keyOf(written)
    if (!LINKS.has(key) && (key !== '/' || tokens.length > 0)) tokens.push({ written, key })
  }
  while (tokens.at(-1)?.key === '/') tokens.pop()
  return tokens
}

const WORDS = /[\p{L}\p{N}]+|[/%#]/gu
const ASCII_WORDS = /[A-Za-z0-9]+|[/%#]/g

/** Most names hold nothing but ASCII, and are looked up by the thousand. */
const ASCII = /^[ -~]*$/

function plainLetters(text: string): string {
  if (ASCII.test(text)) return text
  return text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ªº™®©]/g, '')
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’`´]/g, "'")
    .replace(/[αβγδκλµμω]/gi, (letter) => ` ${GREEK[letter.toLowerCase()] ?? ''} `)
}

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  κ: 'kappa',
  λ: 'lambda',
  ω: 'omega',
}

/** Words that join other words and change nothing. */
const LINKS = new Set(['of', 'in', 'by', 'the', 'for', 'and', 'to'])

const SAME: Readonly<Record<string, string>> = { '#': 'absolute', abs: 'absolute', percent: '%', pct: '%' }

function keyOf(written: string): string {
  const lower = written.toLowerCase()
  return SAME[lower] ?? singular(american(lower))
}

const BRITISH = /haem|oestr|leuco|sulph|^(?:foet|faec|caer|tumour|colour)|is(?:ed|ing)$/

function american(word: string): string {
  if (word.length < 5 || !BRITISH.test(word)) return word
  return word
    .replace(/haem/, 'hem')
    .replace(/oestr/, 'estr')
    .replace(/leuco/, 'leuko')
    .replace(/^foet/, 'fet')
    .replace(/^faec/, 'fec')
    .replace(/^caer/, 'cer')
    .replace(/sulph/, 'sulf')
    .replace(/^(tum|col)our/, '$1or')
    .replace(/(?<=[lnt])is(?=ed$|ing$)/, 'iz')
}

/** Short forms that end in s without being plurals. */
const NO_PLURAL = new Set(['dheas'])

function singular(word: string): string {
  if (word.length < 5 || !word.endsWith('s') || NO_PLURAL.has(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /[siu]s$/.test(word) ? word : word.slice(0, -1)
}

/** One key for all orders of the words. Around a slash the order is part of the name: LDL/HDL is not HDL/LDL. */
export function orderlessKey(keys: readonly string[]): string {
  return keys.length < 2 || keys.includes('/') ? keys.join(' ') : [...keys].sort().join(' ')
}

/** Words that say how or in what a measure was taken, and never make it another measure. */
const QUALIFIERS = new Set(
  (
    'serum plasma blood ser plas serpl bld wb whole sp fasting random calculated calc calcd cal auto automated measured ' +
    'level levl result test value assay quant quantitative qn conc concentration content reflex rfx wrfx rflx method ' +
    'estimation standardised standardized aligned se sr or nuchtern p5p ' +
    'lc ms lcms msms gc hplc tandem mass spectrometry spectrophotometry eia elisa ifa eclia ecl clia cmia meia fia ria immunoassay ' +
    'enzymatic ise turbidimetric turbidimetry nephelometry nephelometric ifcc ngsp dcct roche abbott siemens beckman cobas architect ' +
    'centaur vitros tosoh diasorin immulite elecsys chromatography with w mcnc scnc ncnc ccnc vfr mfr'
  ).split(' '),
)

export const isQualifier = (key: string) => QUALIFIERS.has(key)
