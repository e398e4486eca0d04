/**
 * The lines of a cited span as they are to be read: rows with the titles of their columns, sentences put together again
 * from broken lines, and the headings above each.
 */

export interface Row {
  readonly kind: 'row'
  readonly cells: readonly string[]
  /** As many as cells, or none. */
  readonly titles: readonly string[]
  readonly headings: readonly string[]
}

export interface Sentence {
  readonly kind: 'sentence'
  readonly text: string
  readonly headings: readonly string[]
}

export type Passage = Row | Sentence

const CELL = /\s*[\t|]\s*/
const BULLET = /^\s*(?:[-*•·▪◦–]|\d{1,2}[.)](?=\s))\s*/u
const isRow = (line: string) => /[\t|]/.test(line.trim())
const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(CELL)
    .map((cell) => cell.trim())

/** `context`: lines around the span; only headings and titles of columns are taken from it. */
export function passagesOf(text: string, context = ''): Passage[] {
  const above = context.split('\n').filter((line) => line.trim() !== '' && !text.includes(line.trim()))
  let headings = above.filter((line) => !isRow(line) && isHeading(line)).map((line) => line.trim())
  let titles: readonly string[] = above.filter(isRow).map(cellsOf).find(areTitles) ?? []
  const passages: Passage[] = []
  for (const line of joinBroken(continued(text, context).split('\n'))) {
    if (line.trim() === '') continue
    if (isRow(line)) {
      const cells = cellsOf(line)
      if (areTitles(cells)) titles = cells
      else passages.push({ kind: 'row', cells, titles: titles.length === cells.length ? titles : [], headings })
    } else if (isHeading(line)) headings = [...headings.filter((heading) => above.includes(heading)), line.trim()]
    else for (const sentence of sentencesOf(line)) passages.push({ kind: 'sentence', text: sentence, headings })
  }
  // A span may be nothing but a heading.
  if (passages.length === 0)
    return sentencesOf(text.trim()).map((sentence) => ({ kind: 'sentence', text: sentence, headings: [] }))
  return passages
}

/** A span that begins within a sentence is read with the line that it goes on from. */
function continued(text: string, context: string): string {
  if (!/^\s*\p{Ll}/u.test(text) || context.trim() === '') return text
  const at = context.indexOf(text.trim())
  const before = (at < 0 ? context : context.slice(0, at)).trimEnd()
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line === '' || /[.:;!?]$/.test(line) || isRow(line) ? text : `${line} ${text}`
}

function joinBroken(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const goesOn =
      last !== undefined &&
      last.trim() !== '' &&
      !isRow(last) &&
      !isRow(line) &&
      !BULLET.test(line) &&
      /^\s*(?:\p{Ll}|\d+(?:[.,]\d+)?\s?\p{L})/u.test(line) &&
      !/[.:;!?]\s*$/.test(last)
    if (goesOn) joined[joined.length - 1] = `${last.trimEnd()} ${line.trim()}`
    else joined.push(line)
  }
  return joined
}

const ABBREVIATED = '(?<!\\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|approx|ca|e\\.g|i\\.e|dept|tab|cap|temp|p\\.o|b\\.i|t\\.i|q))'
const SENTENCE_END = new RegExp(
  `${ABBREVIATED}[.!]\\s+(?=["'(]?\\p{Lu})|\\?\\s+(?=\\p{Lu}\\p{Ll}+ )(?<=\\p{L}\\p{L}\\?\\s+)`,
  'u',
)

export const sentencesOf = (line: string): string[] =>
  line
    .replace(BULLET, '')
    .split(SENTENCE_END)
    // Several labels on one line.
    .flatMap((sentence) => sentence.split(/ {2,}(?=\p{L}[\p{L} ]{0,30}:)/u))
    .map((sentence) => sentence.trim().replace(/[.!]$/, ''))
    .filter((sentence) => sentence !== '')

/** `Medications`, `FAMILY HISTORY:`, `Collected 04.03.2021`. */
function isHeading(line: string): boolean {
  const text = line.trim()
  if (/:$/.test(text) && text.length <= 80) return true
  const words = text.split(/\s+/)
  if (words.length > 6 || /[.,;!?]$/.test(text)) return false
  if (/^(?:date|collected|reported|report date|printed|visit date|seen|date of \w+)\b/i.test(text)) return true
  return !/\d/.test(text) && (text === text.toUpperCase() ? /\p{L}{3}/u.test(text) : isSectionName(text))
}

const SECTION =
  /^(?:(?:current|discharge|home|active|past|previous|discontinued|stopped|known|drug|family|medical|surgical|social|regular|repeat) )*(?:medications?|medicines|allergies|history|diagnos[ei]s|problems?|problem list|conditions|impression|findings|assessment|plan|results?|vitals|vital signs|immuni[sz]ations?|vaccinations?|procedures|laboratory(?: results)?|recommendations?|hospital course|examination|complaints?|symptoms|intolerances|prescriptions?)$/i
const isSectionName = (text: string) => SECTION.test(text.replace(/[:.]$/, ''))

const TITLE =
  /^(?:test(?: name)?|analyte|component|name|result|value|units?|ref(?:erence)?\.?(?: (?:range|interval|values?))?|range|normal(?: range| values?)?|flag|date|date given|given|drug|medication|medicine|dose|strength|route|frequency|directions|sig|status|vaccine|lot|lot no\.?|site|qty|quantity|refills?|previous(?: result| value)?|prior|current|comment|allergen|reaction|severity|type|relation|relative|condition|diagnosis|age(?: at onset)?|onset|procedure|time|bp|pulse|hr|temp(?:erature)?|weight|height|spo2|bmi|resp|rr|manufacturer|provider|specimen|method|collected|reason|indication|start(?:ed)?|stop(?:ped)?|end)(?: \([^)]*\))?$/i
const DATE = /^(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|\d{1,2} \p{L}+ \d{2,4}|\p{L}{3,9} \d{4})$/u

/** Cells that are all titles or dates, and at least one a title. */
const areTitles = (cells: readonly string[]) =>
  cells.length > 1 &&
  cells.some((cell) => TITLE.test(cell)) &&
  cells.every((cell) => cell === '' || TITLE.test(cell) || DATE.test(cell))
