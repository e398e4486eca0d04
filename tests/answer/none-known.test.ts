import { expect, test } from 'vitest'
import { isNoneKnown } from '../../src-main/answer/none-known.ts'

test('that no allergy is known is said of every substance, and of drugs only where drugs are meant', () => {
  expect(isNoneKnown('No known drug allergies', 'Allergies', ['penicillin'])).toBe(true)
  expect(isNoneKnown('Allergies: NKDA', 'Allergies', ['penicillin'])).toBe(true)
  expect(isNoneKnown('None known', 'Adverse reactions', ['peanut'])).toBe(true)
  expect(isNoneKnown('No known drug allergies', 'Allergies', ['peanuts'])).toBe(false)
  expect(isNoneKnown('Penicillin (rash)', 'Allergies', ['penicillin'])).toBe(false)
  expect(isNoneKnown('None known', 'Past operations', ['penicillin'])).toBe(false)
})
