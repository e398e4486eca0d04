import { expect, test } from 'vitest'
import { linesOf, reviewApp, textsIn } from './review-app.ts'

test('the chart review says what is stated of each kind, the last value of each measure, and what is not stated', async () => {
  const { paper, run } = await reviewApp()
  await paper('letter.md', { kind: 'letter', on: '2025-01-10' }, [
    'condition: Asthma',
    'allergy: Penicillin',
    'medication: Metformin 500 mg @ 2025-01-10',
    'Potassium = 4.1 mmol/L [3.5-5.0] @ 2024-01-01',
    'Potassium = 5.6 mmol/L [3.5-5.0] H @ 2025-01-09',
    'Potassium = 4.0 arb @ 2023-01-09',
    'procedure: Appendectomy @ 2001-07-03',
    'procedure: encounter Outpatient visit @ 2025-01-10',
  ])
  const { review, steps } = await run('chart')
  expect(steps.map(({ name }) => name)).toEqual([
    ...['read-conditions', 'read-medicines', 'read-allergies', 'read-values', 'read-procedures', 'read-vaccines'],
    ...['read-visits', 'read-family', 'read-unread'],
  ])
  expect(textsIn(review, 'conditions')).toEqual(['Asthma.'])
  expect(textsIn(review, 'allergies')).toEqual(['Penicillin.'])
  expect(textsIn(review, 'medicines')).toEqual(['Metformin 500 mg: last stated on 10 January 2025.'])
  expect(textsIn(review, 'values')).toEqual([
    'Potassium 5.6 mmol/L on 9 January 2025 (high by its report, range 3.5-5.0).',
  ])
  expect(textsIn(review, 'procedures')).toEqual(['Appendectomy on 3 July 2001.'])
  expect(textsIn(review, 'visits')).toEqual(['Outpatient visit on 10 January 2025.'])
  expect(textsIn(review, 'vaccines')).toEqual(['Not stated in what could be read.'])
  expect(textsIn(review, 'unread')).toEqual(['Nothing is waiting or was left unread.'])
})

test('allergies that a paper states as none known are said so, with the words of the paper', async () => {
  const { paper, run } = await reviewApp()
  await paper('a.md', {}, ['allergy: none known'])
  const { review } = await run('chart')
  expect(textsIn(review, 'allergies')).toEqual(['Stated as none known: “allergy: none known”.'])
  expect(textsIn(review, 'conditions')).toEqual(['Not stated in what could be read.'])
})

test('the trend review says direction of numbers alone, the ends, the extremes and what its own report puts outside', async () => {
  const { paper, run } = await reviewApp()
  await paper('labs.md', {}, [
    'Potassium = 4.1 mmol/L [3.5-5.0] @ 2022-01-01',
    'Potassium = 5.6 mmol/L [3.5-5.0] H @ 2023-01-01',
    'Potassium = 3.9 mmol/L [3.5-5.0] @ 2024-01-01',
    'Potassium = 4.4 mmol/L [3.5-5.0] @ 2025-01-01',
    'Ferritin = 40 ug/L @ 2025-01-01',
    'Protein = 70 g/L @ 2022-01-01',
    'Protein = 72 g/L @ 2023-01-01',
    'Protein = 7.0 g/dL @ 2024-01-01',
  ])
  const { review } = await run('trends')
  const titles = review.steps.flatMap(({ sections }) => sections.map(({ title }) => title))
  expect(titles).toEqual(['Potassium, mmol/L', 'Protein, g/L', 'Fewer than three dated values in one unit'])
  expect(textsIn(review, 'trend-1')).toEqual([
    '4 values from 1 January 2022 to 1 January 2025. First 4.1 mmol/L on 1 January 2022; last 4.4 mmol/L on 1 January 2025: higher by 0.3.',
    'Lowest: 3.9 mmol/L on 1 January 2024. Highest: 5.6 mmol/L on 1 January 2023.',
    'Outside: 5.6 mmol/L on 1 January 2023 (high by its report, range 3.5-5.0).',
  ])
  // 7.0 g/dL is 70 g/L: the numbers are compared in one unit, each is shown as its paper has it
  expect(textsIn(review, 'trend-2')[0]).toContain('last 7.0 g/dL on 1 January 2024: the same.')
  expect(textsIn(review, 'short')).toEqual(['Ferritin: 1 value.'])
})

test('two lists are compared by substance: in both, otherwise, in one alone; and what is stated elsewhere is told apart', async () => {
  const { paper, run } = await reviewApp()
  const list = (on: string) => ({ kind: 'medicine-list' as const, on })
  await paper('oldest.md', list('2023-01-01'), ['medication: Digoxin 1 mg @ 2023-01-01'])
  await paper('earlier.md', list('2024-01-01'), [
    'medication: Metformin 500 mg twice daily @ 2024-01-01',
    'medication: Ramipril 5 mg @ 2024-01-01',
    'medication: Ramipril @ 2024-01-01',
    'medication: Simvastatin 20 mg @ 2024-01-01',
  ])
  await paper('later.md', list('2025-01-01'), [
    'medication: Metformin 850 mg twice daily @ 2025-01-01',
    'medication: Ramipril 5 mg @ 2025-01-01',
    'medication: Amlodipine 5 mg @ 2025-01-01',
  ])
  await paper('letter.md', { kind: 'letter', on: '2025-03-01' }, [
    'medication: Ramipril 5 mg (stopped) @ 2025-03-01',
    'medication: Aspirin 75 mg @ 2020-03-01',
  ])
  const { review, steps } = await run('medicines')
  expect(steps[0]?.inputs.dates).toEqual({ earlierList: '2024-01-01', laterList: '2025-01-01' })
  expect(textsIn(review, 'lists')).toEqual([
    'The earlier list: “earlier”, dated 1 January 2024, names 3.',
    'The later list: “later”, dated 1 January 2025, names 3.',
  ])
  expect(textsIn(review, 'differs')).toEqual([
    'Metformin 500 mg twice daily on the list of 1 January 2024; Metformin 850 mg twice daily on that of 1 January 2025.',
  ])
  expect(textsIn(review, 'both')).toEqual(['Ramipril 5 mg.'])
  expect(textsIn(review, 'only-earlier')).toEqual(['Simvastatin 20 mg.'])
  expect(textsIn(review, 'only-later')).toEqual(['Amlodipine 5 mg.'])
  expect(textsIn(review, 'outside')).toEqual([
    'Aspirin 75 mg on 1 March 2020.',
    'Digoxin 1 mg on 1 January 2023.',
    'Ramipril 5 mg (stopped) on 1 March 2025.',
  ])
})

test('one list, or none, is compared with nothing, and that is said', async () => {
  const { paper, run } = await reviewApp()
  const none = await run('medicines')
  expect(textsIn(none.review, 'lists')).toEqual(['No dated list of medicines was found in what could be read.'])
  await paper('list.md', { kind: 'medicine-list', on: '2025-01-01' }, ['medication: Metformin 500 mg @ 2025-01-01'])
  const one = await run('medicines')
  expect(textsIn(one.review, 'lists')).toEqual([
    'The later list: “list”, dated 1 January 2025, names 1.',
    'There is no second dated list to compare it with.',
  ])
  expect(one.steps[1]?.sections).toEqual([])
})

test('an allergy and a medicine of one substance or class are both in the record, with the source of the class; a stopped one is not', async () => {
  const { paper, run } = await reviewApp()
  await paper('a.md', {}, [
    'allergy: ampicillin',
    'allergy: ibuprofen',
    'allergy: cephalosporins',
    'allergy: sulfa drugs',
    'allergy: penicillin',
    'medication: Bactrim is sulfamethoxazole + trimethoprim 800 mg @ 2025-01-01',
    'medication: amoxicillin + clavulanate 500 mg @ 2025-01-01',
    'medication: ibuprofen 400 mg @ 2025-01-01',
    'medication: cephalexin 500 mg (stopped) @ 2025-01-01',
    'medication: metformin 500 mg @ 2025-01-01',
  ])
  const texts = textsIn((await run('quality')).review, 'allergies')
  expect(texts).toHaveLength(4)
  expect(texts[0]).toMatch(
    /^Allergy: ampicillin\. Medicine: amoxicillin \+ clavulanate on 1 January 2025\. Both are in the record, and both are of the class penicillin; .*drugs\.csv.*DrugBank/,
  )
  expect(texts[1]).toBe(
    'Allergy: ibuprofen. Medicine: ibuprofen on 1 January 2025. Both are in the record, and both name ibuprofen.',
  )
  expect(texts[2]).toMatch(/^Allergy: penicillin\. Medicine: amoxicillin \+ clavulanate .* of the class penicillin;/)
  expect(texts[3]).toMatch(/^Allergy: sulfa drugs\. .* sulfamethoxazole .* of the class sulfonamide antibiotic;/)
})

test('two trade names of one substance are told, and two spellings of one product are not', async () => {
  const { paper, run } = await reviewApp()
  await paper('list.md', { kind: 'medicine-list', on: '2025-01-01' }, [
    'medication: Lasix is furosemide 40 mg @ 2025-01-01',
    'medication: furosemide 20 mg @ 2025-01-01',
    'medication: amoxicillin 500 mg @ 2025-01-01',
    'medication: amoxicillin + clavulanate 500 mg @ 2025-01-01',
    'medication: Metformin 500 mg @ 2025-01-01',
    'medication: metformin 850 mg @ 2025-01-01',
  ])
  expect(textsIn((await run('quality')).review, 'same-substance')).toEqual([
    'Amoxicillin; Amoxicillin + clavulanate: both are in the record, and both hold amoxicillin.',
    'Furosemide; Lasix: both are in the record, and both hold furosemide.',
  ])
})

test('dates that cannot be, bare numbers, values that contradict each other and unknown names are each told', async () => {
  const { paper, run } = await reviewApp()
  await paper('a.md', {}, [
    'condition: Asthma @ 2031-01-01',
    'condition: Measles @ 2025-06-02',
    'condition: Eczema @ 1950-01-01',
    'medication: Digoxin from 2024-05-01 to 2024-03-01 @ 2024-06-01',
    'medication: Xyzomab unknown @ 2024-06-01',
    'Sodium = 140 mmol/L @ 2024-01-01',
    'Sodium = 131 mmol/L @ 2024-01-01',
  ])
  const { review } = await run('quality')
  expect(textsIn(review, 'dates')).toEqual([
    'Eczema is dated before the day of birth that is entered, 30 April 1961: on 1 January 1950.',
    'Digoxin stops on 1 March 2024, before it starts on 1 May 2024.',
    'Asthma is dated in the future on 1 January 2031.',
  ])
  expect(textsIn(review, 'conflicts')).toEqual([
    'Sodium on 1 January 2024: 131 mmol/L and 140 mmol/L; both are in the record.',
  ])
  expect(textsIn(review, 'names')).toEqual(['“Xyzomab” on 1 June 2024 is in no list that this program knows.'])
  expect(textsIn(review, 'unreviewed')).toEqual(['7 of 7 facts were not looked at by a person yet.'])
})

test('a number without a unit is told of a measure that has one, and not of a ratio', async () => {
  const { note, run, extractor } = await reviewApp()
  extractor.rules = {
    read: (proposal) => {
      const { unit: _, unitText: __, ...bare } = proposal
      return bare
    },
  }
  await note('a.md', [
    'Potassium = 4.1 mmol/L @ 2024-01-01',
    'INR = 2.5 x @ 2024-01-01',
    'Sodium = 140 mmol/L @ 2024-01-01',
    'Sodium = 141 mmol/L @ 2024-01-02',
  ])
  const { review } = await run('quality')
  expect(textsIn(review, 'units')).toEqual([
    'Potassium 4.1 on 1 January 2024 is written without a unit.',
    'Sodium: 2 values are written without a unit.',
  ])
})

test('a visit is prepared from what is new since the last one: papers, values outside, medicines, doubts, and room for questions', async () => {
  const { paper, run } = await reviewApp()
  await paper('old.md', { kind: 'letter', on: '2024-02-01' }, [
    'procedure: encounter Outpatient visit @ 2024-02-01',
    'procedure: encounter Planned visit @ 2025-09-01',
    'medication: Metformin 500 mg @ 2024-02-01',
    'medication: Ramipril 5 mg @ 2024-02-01',
    'Potassium = 5.9 mmol/L [3.5-5.0] H @ 2024-01-30',
  ])
  await paper('new.md', { kind: 'letter', on: '2025-02-01' }, [
    'medication: Metformin 850 mg @ 2025-02-01',
    'medication: Ramipril 5 mg @ 2025-02-01',
    'medication: Xyzomab unknown @ 2025-02-01',
    'Potassium = 5.6 mmol/L [3.5-5.0] H @ 2025-02-01',
    'Sodium = 140 mmol/L [135-145] @ 2025-02-01',
  ])
  const { review, steps } = await run('visit')
  expect(textsIn(review, 'since')).toEqual(['Since the last visit stated: Outpatient visit on 1 February 2024.'])
  expect(steps[1]?.inputs.dates).toEqual({ since: '2024-02-01' })
  expect(textsIn(review, 'papers')).toEqual(['“new”, dated 1 February 2025.'])
  expect(textsIn(review, 'values')).toEqual([
    'Potassium 5.6 mmol/L on 1 February 2025 (high by its report, range 3.5-5.0).',
  ])
  expect(textsIn(review, 'medicines')).toEqual([
    'Metformin 850 mg on 1 February 2025; before that Metformin 500 mg on 1 February 2024.',
    'Newly stated: Xyzomab on 1 February 2025.',
  ])
  expect(textsIn(review, 'open')).toEqual([
    'Xyzomab on 1 February 2025: This name is in no list that this program knows.',
  ])
  expect(textsIn(review, 'questions')).toEqual([])

  const given = await run('visit', '2025-03')
  expect(given.review.inputs.since).toBe('2025-03')
  expect(textsIn(given.review, 'papers')).toEqual(['None is found.'])
  expect(linesOf(given.review).some(({ text }) => text.includes('850'))).toBe(false)
})
