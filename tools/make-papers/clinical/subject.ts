/** Who a paper is about and who else is named on it, with the numbers that papers carry. Nobody here exists. */
import { inventName } from '../prose.ts'
import type { Random } from '../random.ts'
import { addDays } from './calendar.ts'

export interface Subject {
  readonly first: string
  readonly last: string
  readonly bornOn: string
  readonly sex: 'Female' | 'Male'
  readonly age: number
  readonly record: string
  readonly accession: string
  readonly doctor: string
  readonly otherDoctor: string
  readonly institution: string
  readonly address: string
  readonly phone: string
  /** When a sample was taken or the person was seen, to the minute. */
  readonly seenAt: string
  readonly reportedAt: string
}

const firstNames = {
  Female: [
    'Adele',
    'Brenda',
    'Carla',
    'Deirdre',
    'Elsa',
    'Fiona',
    'Greta',
    'Hazel',
    'Imke',
    'Judith',
    'Karin',
    'Lydia',
  ],
  Male: [
    'Arthur',
    'Boris',
    'Colin',
    'Dieter',
    'Edgar',
    'Felix',
    'Gerard',
    'Henrik',
    'Ivo',
    'Jasper',
    'Kurt',
    'Leonard',
  ],
} as const

export function inventSubject(random: Random): Subject {
  const sex = random.pick(['Female', 'Male'] as const)
  const year = random.between(1935, 2004)
  const seenOn = `${random.between(2019, 2025)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  const reportedOn = addDays(seenOn, random.between(0, 3))
  return {
    first: random.pick(firstNames[sex]),
    last: inventName(random),
    bornOn: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    sex,
    age: Number(seenOn.slice(0, 4)) - year - 1,
    record: random.digits(8),
    accession: `${random.digits(3)}-${random.digits(3)}-${random.digits(4)}-0`,
    doctor: `${random.pick(['A', 'E', 'M', 'R'])}. ${inventName(random)}`,
    otherDoctor: `${random.pick(['C', 'J', 'P', 'S'])}. ${inventName(random)}`,
    institution: inventName(random),
    address: `${random.between(2, 4800)} ${inventName(random)} ${random.pick(['Street', 'Road', 'Ave'])}, ${inventName(random)}, ${random.digits(5)}`,
    phone: `(555) ${random.digits(3)}-${random.digits(4)}`,
    seenAt: `${seenOn}T${two(random.between(6, 16))}:${two(random.between(0, 59))}`,
    reportedAt: `${reportedOn}T${two(random.between(17, 22))}:${two(random.between(0, 59))}`,
  }
}

export const fullName = ({ first, last }: Subject) => `${first} ${last}`
export const lastFirst = ({ first, last }: Subject) => `${last}, ${first}`
export const dayOf = (at: string) => at.slice(0, 10)
const two = (number: number) => String(number).padStart(2, '0')
