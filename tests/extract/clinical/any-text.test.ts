/** Whatever a page holds, the readers neither fail nor point beside it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FactDetails } from '#contract/facts.ts'
import { extractAllergies } from '../../../src-main/extract/allergies/extract-allergies.ts'
import { extractConditions } from '../../../src-main/extract/conditions/extract-conditions.ts'
import { extractEncounters } from '../../../src-main/extract/encounters/extract-encounters.ts'
import { extractImmunizations } from '../../../src-main/extract/immunizations/extract-immunizations.ts'
import { extractMedications } from '../../../src-main/extract/medications/extract-medications.ts'
import { extractProcedures } from '../../../src-main/extract/procedures/extract-procedures.ts'
import { clinicalContext, misplaced, pagesOf } from './clinical-page.ts'

const readers = [
  ...[extractAllergies, extractConditions, extractEncounters],
  ...[extractImmunizations, extractMedications, extractProcedures],
]

const word = fc.constantFrom(
  ...[
    'Medications:',
    'Allergies:',
    'PMH:',
    'FAMILY HISTORY',
    'PSH:',
    'Vaccine',
    'Date',
    'Medication',
    'Dose',
    'Reaction',
  ],
  ...['lisinopril', 'Lipitor', 'insulin', 'penicillin', 'hypertension', 'gout', 'MMR', 'appendectomy', 'mother', 'no'],
  ...['10 mg', '5O mg', '.5', '1-0-1', 'daily', 'BID', '(rash)', '3 March 2021', '03/04/2021', 'denies', '?', 'left'],
  ...[
    'started',
    'stopped',
    'Dr. A. Brown',
    'GP:',
    'admitted on',
    'lot',
    '½ tablet',
    '-',
    ',',
    ';',
    '.',
    '(',
    ')',
    '\u00a0',
  ],
)
const separator = fc.constantFrom(' ', ' ', ' ', '\t', '\n', '\n\n', '\n- ', ', ', '')
const page = fc
  .array(fc.tuple(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), separator), {
    maxLength: 40,
  })
  .map((parts) => parts.map((part) => part.join('')).join(''))

test('every proposal of any page is on it, and is what the contract can hold', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 3 }), (texts) => {
      const pages = pagesOf(...texts)
      const found = readers.flatMap((read) => read(pages, clinicalContext))
      expect(misplaced(found, pages)).toEqual([])
      for (const { details } of found) FactDetails.parse(details)
    }),
    { numRuns: 300 },
  )
})

test('a written name is always letters of the page', () => {
  fc.assert(
    fc.property(page, (text) => {
      const pages = pagesOf(text)
      for (const proposal of extractMedications(pages, clinicalContext)) {
        expect(text).toContain(proposal.nameText)
        const isKnown = clinicalContext.drugs.find(proposal.nameText)?.name === proposal.name
        expect(isKnown || proposal.isNoneKnown || proposal.doubts.length > 0).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
