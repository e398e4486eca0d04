/** What is measured again and again: pages of one kind on several days, whose readings are anchors. */
import type { Random } from '../random.ts'
import { monthName } from '../word-banks.ts'
import { childLookAlikes, commonMedicines, lookAlikes } from './medicines.ts'
import { type Block, type Piece, plain } from './page.ts'
import { type Person, shuffle } from './people.ts'

/** `writtenOn`: YYYY-MM-DD. */
export type SeriesPage = { readonly title: string; readonly writtenOn: string; readonly body: readonly Block[] }

const reading = (text: string, subject: string): Piece => ({ text, about: { kind: 'reading', subject } })

/** What pressure and weight vary around. */
export interface Build {
  /** mmHg, the upper value. */
  readonly pressure: number
  /** kg in the given year: children grow. */
  weightIn(year: number): number
}

export function drawBuild(person: Person, random: Random): Build {
  const bornIn = Number(person.bornOn.slice(0, 4))
  if (person.is.includes('child')) return { pressure: 97, weightIn: (year) => 8 + 3 * (year - bornIn) }
  const weight = random.between(56, 98)
  return { pressure: random.between(118, 148), weightIn: () => weight }
}

/** Two sentences for a visit note, each an anchor. */
export function vitals({ pressure, weightIn }: Build, year: number, random: Random): Piece[] {
  const both = `${pressure + random.between(-9, 9)}/${Math.round(pressure * 0.6) + random.between(-6, 6)}`
  const weight = `${weightIn(year) + random.between(-2, 2)}.${random.between(0, 9)}`
  return [
    reading(`Blood pressure ${both} mmHg sitting, pulse ${random.between(58, 96)}.`, 'blood pressure'),
    reading(`Weight ${weight} kg in light clothes.`, 'weight'),
  ]
}

const analytes: readonly (readonly [name: string, unit: string, low: number, high: number, range: string])[] = [
  ['Haemoglobin', 'g/l', 108, 158, '120-160'],
  ['Creatinine', 'umol/l', 48, 118, '45-104'],
  ['Potassium', 'mmol/l', 3, 5, '3.5-5.1'],
  ['Sodium', 'mmol/l', 132, 145, '135-145'],
  ['Ferritin', 'ug/l', 9, 240, '30-300'],
  ['TSH', 'mU/l', 0, 6, '0.4-4.0'],
  ['Triglycerides', 'mmol/l', 0, 3, '<1.7'],
  ['Albumin', 'g/l', 31, 48, '35-50'],
  ['Vitamin B12', 'pmol/l', 110, 480, '145-569'],
  ['Magnesium', 'mmol/l', 0, 1, '0.7-1.0'],
  ['Urea', 'mmol/l', 2, 9, '2.8-8.1'],
  ['Phosphate', 'mmol/l', 0, 1, '0.8-1.5'],
]

export function labPages(days: readonly string[], random: Random): SeriesPage[] {
  const chosen = shuffle(analytes, random).slice(0, 9)
  return days.map((writtenOn) => ({
    title: random.pick(['Laboratory report', 'Results of the blood draw', 'Laboratory values']),
    writtenOn,
    body: [
      plain('Analyte\tResult\tUnit\tReference'),
      ...chosen.map(([name, unit, low, high, range]): Block => {
        const value =
          high > 20 ? String(random.between(low, high)) : `${random.between(low, high)}.${random.between(1, 9)}`
        return [reading(`${name}\t${value}\t${unit}\t${range}`, name.replace(/^[A-Z](?=[a-z])/, lower))]
      }),
      plain(random.pick(['Serum, fasting.', 'Sample slightly haemolysed.', 'Validated by the duty physician.'])),
    ],
  }))
}

export function eyeChecks(days: readonly string[], random: Random): SeriesPage[] {
  return days.map((writtenOn) => {
    const pressures = `${random.between(12, 19)} right and ${random.between(12, 19)} left`
    return {
      title: random.pick(['Optician report', 'Yearly eye check', 'Eye test record']),
      writtenOn,
      body: [
        plain(`Sphere right -${random.between(0, 3)}.25, left -${random.between(0, 3)}.75, addition as before.`),
        [
          { text: 'Colour plates read without mistakes.' },
          reading(`Eye test: tension ${pressures} by air puff.`, 'eye test tension'),
          { text: random.pick(['Fields full by confrontation.', 'Lids and lashes tidy.', 'New frame chosen.']) },
        ],
      ],
    }
  })
}

/** Two lists: the same medicines, the later with the later doses. */
export function medicineLists(days: readonly [string, string], person: Person, random: Random): SeriesPage[] {
  const pairs = shuffle(person.is.includes('child') ? childLookAlikes : lookAlikes, random).slice(0, 2)
  const others = shuffle(commonMedicines, random).slice(0, 3)
  return days.map((writtenOn, at) => ({
    title: random.pick(['Medication list', 'Plan of medicines', 'Current medicines']),
    writtenOn,
    body: [
      plain('Medicine\tDose\tWhen\tFor'),
      ...shuffle(pairs.flat(), random).map(({ name, doses, purpose }): Block => {
        const dose = doses[at] as string
        return [reading(`${name}\t${dose}\tonce daily\t${purpose}`, name.toLowerCase())]
      }),
      ...others.map((text) => plain(text)),
      plain('Please show this list at every visit.'),
    ],
  }))
}

export function vaccinationRecord(writtenOn: string, random: Random): SeriesPage {
  const years = [2021, 2022, 2023, 2024].filter((year) => year < Number(writtenOn.slice(0, 4)))
  return {
    title: 'Vaccination record',
    writtenOn,
    body: [
      plain('Vaccine\tGiven on\tLot'),
      ...years.map((year): Block => {
        const day = `${random.between(2, 27)} ${monthName(random.between(9, 12))} ${year}`
        return [reading(`Influenza vaccine\t${day}\tlot ${random.digits(5)}`, `influenza vaccine in ${year}`)]
      }),
      plain(
        `Tetanus and diphtheria\t${random.between(2, 27)} ${monthName(random.between(1, 8))} 2018\tlot ${random.digits(5)}`,
      ),
      plain('Next booster to be checked by the practice.'),
    ],
  }
}

const lower = (letter: string) => letter.toLowerCase()
