/** A name or a dose is never changed silently, also where letters were lost or misread. */
import { expect, test } from 'vitest'
import { extractMedications } from '../../../src-main/extract/medications/extract-medications.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { clinicalContext, pagesOf } from './clinical-page.ts'
import { lookAlikePairs, trapDoses } from './look-alike-names.ts'

const SEED = 20_261
/** What recognition makes of a character. */
const MISREAD: Record<string, string> = {
  ...{
    '0': 'O',
    '1': 'l',
    '5': 'S',
    '8': 'B',
    o: '0',
    l: '1',
    i: 'l',
    e: 'c',
    a: 'o',
    u: 'v',
    n: 'u',
    h: 'b',
    m: 'rn',
  },
  ...{ t: 'f', y: 'v', g: 'q', z: 's', c: 'e', d: 'cl', '.': ',', p: 'o', r: 'n', s: '5', x: 'y' },
}

interface Line {
  readonly name: string
  readonly dose: string
  readonly written: { readonly name: string; readonly dose: string; readonly text: string }
}

function makeLines(share: number): Line[] {
  const random = createRandom(SEED + share * 1000)
  const noisy = (text: string) =>
    [...text]
      .map((character) => {
        if (random.between(0, 9999) >= share * 10_000) return character
        const kind = random.between(0, 9)
        if (kind === 0) return ''
        if (kind === 1) return `${character} `
        return MISREAD[character] ?? '.'
      })
      .join('')
  return lookAlikePairs.flat().flatMap((name, index) =>
    [0, 1, 2].map((step) => {
      const dose = trapDoses[(index * 3 + step) % trapDoses.length] ?? '5 mg'
      const written = { name: noisy(name), dose: noisy(dose) }
      return { name, dose, written: { ...written, text: `${written.name} ${written.dose} daily` } }
    }),
  )
}

/** What a reader of the list would believe, and what did not stand there. */
function silentChanges({ name, dose, written }: Line): string[] {
  const found = extractMedications(pagesOf(`Current medications:\n- ${written.text}\n`), clinicalContext)
  return found.flatMap((proposal) => {
    const complaints: string[] = []
    const isDoubtful = proposal.doubts.length > 0
    const meant = clinicalContext.drugs.find(name)?.name
    if (!written.text.includes(proposal.nameText)) complaints.push('a name that is not written')
    if (!written.text.includes(proposal.valueText)) complaints.push('a dose that is not written')
    if (proposal.name !== meant && proposal.name !== written.name && !isDoubtful) complaints.push('another medicine')
    const hasWholeDose = proposal.valueText === written.dose.trim()
    if (written.dose !== dose && !hasWholeDose && !isDoubtful) complaints.push('a part of the dose')
    if (proposal.value !== undefined && !isValueOf(proposal.value, proposal.valueText))
      complaints.push('another number')
    return complaints.map((complaint) => `${complaint}: ${written.text} → ${proposal.name} ${proposal.valueText}`)
  })
}

const isValueOf = (value: number, text: string) => {
  const number = /^[^\d.,]*(\d*[.,]?\d+)/.exec(text)?.[1] ?? ''
  return Number(number.replace(',', '.')) === value
}

test('there are two hundred pairs of names that are taken for each other', () => {
  expect(lookAlikePairs.length).toBeGreaterThanOrEqual(200)
  const unknown = lookAlikePairs.flat().filter((name) => clinicalContext.drugs.find(name) === undefined)
  expect(unknown).toEqual(['acetohexamide', 'folinic acid'].filter((name) => unknown.includes(name)))
})

test('two names of a pair never are one medicine', () => {
  const same = lookAlikePairs.filter(([one, other]) => {
    const [first, second] = [clinicalContext.drugs.find(one), clinicalContext.drugs.find(other)]
    return first !== undefined && first.name === second?.name
  })
  expect(same).toEqual([])
})

test.each([0, 0.02, 0.05])('with %d of the characters misread nothing is changed without a mark', (share) => {
  expect(makeLines(share).flatMap(silentChanges)).toEqual([])
})

test('without a misread character every name and dose is found as written', () => {
  const missed = makeLines(0).filter(({ name, dose, written }) => {
    const found = extractMedications(pagesOf(`Current medications:\n- ${written.text}\n`), clinicalContext)
    return found.length !== 1 || found[0]?.valueText !== dose || found[0]?.nameText !== name
  })
  expect(missed.map(({ written }) => written.text)).toEqual([])
})

test('a misspelled name keeps its letters and names what may be meant', () => {
  const [found] = extractMedications(pagesOf('Medications:\n- hydroxyzime 25 mg TID\n'), clinicalContext)
  expect(found).toMatchObject({ name: 'hydroxyzime', nameText: 'hydroxyzime', doubts: ['near-name'] })
  expect(found?.suggestions).toContain('hydroxyzine')
})

test('a dose in which a letter stands for a digit has no value', () => {
  const [found] = extractMedications(pagesOf('Medications:\n- warfarin 5O mg daily\n'), clinicalContext)
  expect(found).toMatchObject({ valueText: '5O mg', doubts: ['unsure-words'] })
  expect(found?.value).toBeUndefined()
})

test.each(['10U', '.5 mg', '1.0 mg', '1 0 mg', "2'5 mg", '5 rng'])('%s is kept as it stands and marked', (dose) => {
  const [found] = extractMedications(pagesOf(`Medications:\n- insulin glargine ${dose} daily\n`), clinicalContext)
  expect(found?.valueText).toBe(dose)
  expect(found?.doubts.length).toBeGreaterThan(0)
})
