/** Reads red-flags.csv (format: resources/dictionaries/README.md) into rules. A pair is a rule for each of its numbers too. */
import { readFileSync } from 'node:fs'
import { tableLines } from '../../extract/dictionaries/table-lines.ts'

type Population = 'adult' | 'adult-not-pregnant' | 'pregnant-or-postpartum' | 'any'
export type Past = '<' | '<=' | '>' | '>='

/** As published: each unit has its own numbers, since a publication rounds them. */
export interface Level {
  readonly first: number | undefined
  /** Of a pair; either number past its own is past the level. */
  readonly second: number | undefined
  /** UCUM. */
  readonly unit: string
}

export interface RedFlagRule {
  readonly id: string
  /** Names of analytes.csv. */
  readonly measures: readonly string[]
  readonly comparator: Past
  readonly levels: readonly Level[]
  readonly population: Population
  readonly source: string
  /** Ends the sentence that begins with value and level. */
  readonly note: string
}

export const readRedFlagRules = (
  file = new URL('../../../resources/dictionaries/red-flags.csv', import.meta.url),
): readonly RedFlagRule[] => tableLines(readFileSync(file, 'utf8')).flatMap(rulesOfRow)

function rulesOfRow(cells: readonly string[]): RedFlagRule[] {
  const [id = '', measures = '', parts = '', comparator = '', levels = '', population = '', source = '', note = ''] =
    cells
  if (cells.length !== 8 || !isPast(comparator) || !isPopulation(population)) throw new Error(`red-flags.csv: ${id}`)
  const rule = { id, comparator, population, source, note }
  const whole = { ...rule, measures: measures.split(' | '), levels: levels.split(' | ').map(levelOf) }
  const [firstPart, secondPart] = parts.split(' / ')
  if (firstPart === undefined || secondPart === undefined) return [whole]
  const alone = (measure: string, of: (level: Level) => number | undefined): RedFlagRule => ({
    ...rule,
    measures: [measure],
    levels: whole.levels.map((level) => ({ first: of(level), second: undefined, unit: level.unit })),
  })
  return [whole, alone(firstPart, ({ first }) => first), alone(secondPart, ({ second }) => second)]
}

/** `54 mg/dL`, `180/120 mm[Hg]`, `90/- mm[Hg]`. */
function levelOf(text: string): Level {
  const [numbers = '', unit = ''] = text.split(' ')
  const [first, second] = numbers.split('/').map((number) => (number === '-' ? undefined : Number(number)))
  if (unit === '' || [first, second].some(Number.isNaN)) throw new Error(`red-flags.csv: ${text}`)
  return { first, second, unit }
}

const isPast = (text: string): text is Past => ['<', '<=', '>', '>='].includes(text)
const isPopulation = (text: string): text is Population =>
  ['adult', 'adult-not-pregnant', 'pregnant-or-postpartum', 'any'].includes(text)
