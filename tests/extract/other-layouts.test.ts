/** Papers of layouts that nobody showed: each page is written by hand, and what stands on it is said by hand. */
import { expect, test } from 'vitest'
import { extractFacts } from '../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../src-main/extract/dictionaries/read-drug-dictionaries.ts'
import type { Proposal } from '../../src-main/extract/proposal.ts'
import { otherLetters } from './other-letters.ts'
import { otherResults } from './other-results.ts'
import { otherTables } from './other-tables.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }

/** `observation Sodium 140 mmol/L low 2021-03-04`, `medication aspirin 75 mg stopped`, `condition gout left`. */
function short({ kind, name, valueText, unit, flag, happenedOn, details, isNoneKnown }: Proposal): string {
  if (isNoneKnown) return `${kind} none known`
  if (kind === 'observation') {
    const judged = flag === 'unknown' || flag === 'normal' ? [] : [flag]
    return [name, valueText, ...(unit ? [unit] : []), ...judged, happenedOn ?? 'undated'].join(' ')
  }
  const { dose, change, side, relation, certainty } = details
  const said = [dose?.replace(/\s/gu, ''), change === 'continued' ? undefined : change, side, relation, certainty]
  const dated = kind === 'immunization' || kind === 'procedure' ? [happenedOn ?? 'undated'] : []
  return [kind, name.toLowerCase(), ...said.filter((each) => each !== undefined), ...dated].join(' ')
}

test.each([...otherTables, ...otherResults, ...otherLetters])('$title', ({ page, is, not = [] }) => {
  const { proposals } = extractFacts([{ number: 1, text: page, words: [], method: 'text' }], dictionaries)
  const found = proposals.filter(({ kind }) => kind !== 'encounter').map(short)
  expect(found.filter((each) => is.includes(each)).sort()).toEqual([...is].sort())
  expect(found.filter((each) => !is.includes(each))).toEqual([])
  for (const never of not) expect(found.join('\n')).not.toMatch(never)
})
