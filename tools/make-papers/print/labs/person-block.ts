/** The head of a report: who, when, which sample. All invented. */
import { inventDate, inventName } from '../../prose.ts'
import type { Random } from '../../random.ts'

const firstNames = [
  'Maren',
  'Tobin',
  'Alma',
  'Jonas',
  'Ruth',
  'Pavel',
  'Ines',
  'Hugh',
  'Nora',
  'Simon',
  'Greta',
  'Omar',
]

export interface Subject {
  readonly name: string
  readonly born: string
  readonly sex: string
  readonly number: string
  readonly collected: string
  readonly reported: string
  readonly doctor: string
  readonly laboratory: string
  readonly address: string
  readonly phone: string
}

export function inventSubject(random: Random): Subject {
  const date = () =>
    `${two(random.between(1, 12))}/${two(random.between(1, 28))}/${random.between(2019, 2024)} ${two(random.between(6, 18))}:${two(random.between(0, 59))}`
  return {
    name: `${inventName(random)}, ${random.pick(firstNames)}`,
    born: inventDate(random),
    sex: random.pick(['Female', 'Male', 'F', 'M']),
    number: `${random.digits(3)}-${random.digits(4)}-${random.digits(2)}`,
    collected: date(),
    reported: date(),
    doctor: `Dr. ${inventName(random)}`,
    laboratory: `${inventName(random)} Clinical Laboratory`,
    address: `${random.between(2, 480)} ${inventName(random)} Road, ${inventName(random)}`,
    phone: `555-01${random.digits(2)}`,
  }
}

const two = (number: number) => String(number).padStart(2, '0')
