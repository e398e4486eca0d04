/** Plausible clinical sentences from the word banks. Nothing here is about anyone, and no question asks about it. */
import type { Random } from './random.ts'
import {
  advice,
  analytes,
  complaints,
  diagnoses,
  findings,
  frequencies,
  medicines,
  monthName,
  studies,
  syllables,
} from './word-banks.ts'

export const inventName = ({ pick }: Random) => pick(syllables.first) + pick(syllables.middle) + pick(syllables.last)

export const inventDate = (random: Random) =>
  `${random.between(1, 28)} ${monthName(random.between(1, 12))} ${random.between(2009, 2024)}`

const makers: readonly ((random: Random) => string)[] = [
  (r) =>
    `Seen on ${inventDate(r)} because of ${r.pick(complaints)} for ${r.between(2, 20)} ${r.pick(['days', 'weeks', 'months'])}.`,
  (r) => `The ${r.pick(studies)} of ${inventDate(r)} at ${inventName(r)} showed ${r.pick(findings)}.`,
  (r) => `Known ${r.pick(diagnoses)} since ${r.between(1988, 2023)}, followed by Dr. ${inventName(r)}.`,
  (r) =>
    `${capitalize(r.pick(medicines))} ${r.pick(frequencies)} was ${r.pick(['started', 'continued', 'stopped', 'increased', 'halved'])} on ${inventDate(r)}.`,
  (r) =>
    `Blood pressure ${r.between(104, 168)}/${r.between(58, 98)} mmHg, pulse ${r.between(54, 108)} per minute, weight ${r.between(48, 118)}.${r.between(0, 9)} kg.`,
  (r) =>
    `${capitalize(r.pick(complaints))} ${r.pick(['has improved', 'is unchanged', 'has become worse', 'has gone'])}; there is no ${r.pick(complaints)}.`,
  (r) => `${r.pick(advice)}, and come back in ${r.between(2, 12)} weeks.`,
  (r) => {
    const [name, unit, low, high] = r.pick(analytes)
    return `${name} was ${r.between(low * 10, high * 10) / 10} ${unit} on ${inventDate(r)}.`
  },
  (r) => `An appointment with the ${inventName(r)} clinic was arranged, reference ${r.digits(7)}.`,
  (r) => `Differential diagnosis: ${r.pick(diagnoses)} or ${r.pick(diagnoses)}; ${r.pick(studies)} requested.`,
]

const makeSentence = (random: Random) => random.pick(makers)(random)

export const makeParagraph = (random: Random, sentences: number) =>
  Array.from({ length: sentences }, () => makeSentence(random)).join(' ')

export const makeResultRows = (random: Random, count: number): string[][] =>
  Array.from({ length: count }, () => {
    const [name, unit, low, high] = random.pick(analytes)
    const value = random.between(low * 8, high * 12) / 10
    return [name, String(value), value < low ? 'L' : value > high ? 'H' : '', unit, `${low} - ${high}`]
  })

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
