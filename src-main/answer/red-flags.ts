/**
 * Values past a published threshold of resources/dictionaries/red-flags.csv. Nothing is estimated: a value counts only in the
 * unit of the row, or in one that converts exactly. It says where a threshold is published, never what it means for anybody.
 */
import type { RedFlag } from '#contract/answers.ts'
import type { Fact } from '#contract/facts.ts'
import type { Measures } from '../facts/measures.ts'
import { type Level, type Past, type RedFlagRule, readRedFlagRules } from './red-flags/red-flag-rules.ts'
import { type Passed, redFlagText } from './red-flags/red-flag-text.ts'

export interface RedFlagContext {
  /** Whether the paper of the fact says that its person is pregnant, or gave birth within six weeks. */
  readonly statesPregnancy: (fact: Fact) => boolean
  /** At the day of the fact. What is published for adults is not said of a child; where no age is known it is said. */
  readonly ageYears?: (fact: Fact) => number | undefined
}

/** The rules are read when first needed. */
export function createRedFlags(convert: Measures['convert'], readRules = readRedFlagRules) {
  let rules: ReadonlyMap<string, readonly RedFlagRule[]> | undefined
  const rulesFor = (name: string) => {
    rules ??= byMeasure(readRules())
    return rules.get(name) ?? []
  }

  /** In the order of the facts; for each fact the furthest threshold on either side. */
  function redFlagsOf(facts: readonly Fact[], context: RedFlagContext): readonly Omit<RedFlag, 'citations'>[] {
    return facts.filter(isMeasured).flatMap((fact) => {
      const passed = rulesFor(fact.name)
        .map((rule) => passedBy(fact, rule, convert))
        .filter((each) => each !== undefined)
      if (passed.length === 0) return []
      const isPregnant = context.statesPregnancy(fact)
      const age = context.ageYears?.(fact)
      const fitting = passed.filter(({ rule }) => isOfPopulation(rule, isPregnant, age))
      const sides = [fitting.filter(isHigh), fitting.filter((each) => !isHigh(each))]
      return sides.flatMap((side) => {
        const [first] = side.toSorted(furthestFirst)
        return first === undefined ? [] : [toRedFlag(fact, first)]
      })
    })
  }
  return { redFlagsOf }
}

function byMeasure(rules: readonly RedFlagRule[]): ReadonlyMap<string, readonly RedFlagRule[]> {
  const map = new Map<string, RedFlagRule[]>()
  for (const rule of rules) for (const measure of rule.measures) map.set(measure, [...(map.get(measure) ?? []), rule])
  return map
}

/** A value that nobody looked at and that is nearly certainly misread says nothing. */
function isMeasured({ kind, state, value, comparator, doubts, details }: Fact): boolean {
  if (kind !== 'observation' || state === 'rejected' || value === undefined || comparator === '~') return false
  if (state === 'proposed' && doubts.includes('implausible-value')) return false
  return details.specimen === undefined || /blood|serum|plasma/i.test(details.specimen)
}

function passedBy(fact: Fact, rule: RedFlagRule, convert: Measures['convert']): Passed | undefined {
  const { name, value, comparator } = fact
  const unit = fact.unit ?? unitOfNone(rule)
  if (unit === undefined || value === undefined) return undefined
  const into = (number: number, level: Level) =>
    level.unit === unit ? number : convert(number, unit, level.unit, name)
  const level =
    rule.levels.find((each) => each.unit === unit) ?? rule.levels.find((each) => into(value, each) !== undefined)
  if (level === undefined) return undefined
  const { secondValue } = fact.details
  const isFirstPast = isPast(into(value, level), comparator, rule.comparator, level.first)
  const second = secondValue === undefined ? undefined : into(secondValue, level)
  const isSecondPast = isPast(second, comparator, rule.comparator, level.second)
  return isFirstPast || isSecondPast ? { rule, level, isFirstPast, isSecondPast } : undefined
}

/** A number without any unit needs none: INR. */
const unitOfNone = ({ levels }: RedFlagRule): string | undefined =>
  levels.find(({ unit }) => unit === '{INR}' || unit === '{ratio}')?.unit

/** `>500` is surely past 400; `<5` may or may not be below 2.5, and is not said to be. */
function isPast(
  value: number | undefined,
  written: Fact['comparator'],
  past: Past,
  border: number | undefined,
): boolean {
  if (value === undefined || border === undefined) return false
  const isBeyond = past === '<' || past === '<=' ? value < border : value > border
  if (written === undefined) return isBeyond || (value === border && (past === '<=' || past === '>='))
  if (written[0] !== past[0]) return false
  return isBeyond || (value === border && (written.length === 1 || past.length === 2))
}

function isOfPopulation({ population }: RedFlagRule, isPregnant: boolean, age: number | undefined): boolean {
  if (population === 'any') return true
  if (population === 'pregnant-or-postpartum') return isPregnant
  if (age !== undefined && age < 18) return false
  return population === 'adult' || !isPregnant
}

const isHigh = ({ rule }: Passed): boolean => rule.comparator.startsWith('>')

/** What is published for pregnancy goes before what is published for all; then the threshold furthest out. */
function furthestFirst(one: Passed, other: Passed): number {
  const isNearer = (each: Passed) => (each.rule.population === 'pregnant-or-postpartum' ? 0 : 1)
  const sign = isHigh(one) ? -1 : 1
  return isNearer(one) - isNearer(other) || sign * (reach(one) - reach(other))
}

/** All rows of a measure name the same unit first, so the borders of one measure compare. */
const reach = ({ rule }: Passed): number => rule.levels[0]?.first ?? rule.levels[0]?.second ?? 0

const toRedFlag = (fact: Fact, passed: Passed): Omit<RedFlag, 'citations'> => ({
  rule: passed.rule.id,
  text: redFlagText(fact, passed),
  source: passed.rule.source,
  factId: fact.id,
  isUnreviewed: fact.state === 'proposed',
})
