/**
 * How a question of somebody who knows only the papers is written down, with what the papers answer to it. Papers are named
 * by their day: `+` between papers that are all needed, `|` between papers of which one is enough.
 */
import type { Expected, Finding, WantedValue, WhyNot } from '../questions/question.ts'

export const strangerKinds = [
  ...(['value', 'extreme', 'list', 'yes-no', 'dose', 'when', 'who-where', 'compare', 'count', 'in-range'] as const),
  ...(['follow-up', 'unanswerable'] as const),
] as const
export type StrangerKind = (typeof strangerKinds)[number]

type WithoutPlaces<E> = E extends unknown ? Omit<E, 'groups' | 'also'> : never

interface Told {
  readonly asks: StrangerKind
  readonly expected: WithoutPlaces<Expected>
  readonly papers: string
  /** What the papers hold, each in one of its spellings; of what nothing answers: words that no paper holds. */
  readonly words: readonly (readonly string[])[]
}

export interface Said extends Told {
  readonly voice: 'patient' | 'clinician'
  readonly turns: readonly string[]
}

export interface StrangerRecord {
  readonly person: string
  readonly questions: readonly Said[]
}

/** Several turns are one conversation, of which the last answer counts. */
export const lay = (turns: string | readonly string[], told: Told): Said => say('patient', turns, told)
export const pro = (turns: string | readonly string[], told: Told): Said => say('clinician', turns, told)

function say(voice: Said['voice'], turns: string | readonly string[], told: Told): Said {
  const all = typeof turns === 'string' ? [turns] : turns
  const isFollowUp = all.length > 1 && told.asks !== 'unanswerable'
  return { ...told, ...(isFollowUp ? { asks: 'follow-up' as const } : {}), voice, turns: all }
}

export function value(valueText: string, unit: string, on: string, papers: string, asks: StrangerKind = 'value'): Told {
  const wanted = wantedOf(valueText, unit, on)
  return { asks, expected: { is: 'value', wanted }, papers, words: [[valueText]] }
}

export const extreme = (valueText: string, unit: string, on: string, papers: string): Told =>
  value(valueText, unit, on, papers, 'extreme')

/** Values as `6.8 2017-06-26, 7.0 2019-10-28`. */
export function values(said: string, unit: string, papers: string): Told {
  const wanted = pairsOf(said, unit)
  return {
    ...{ asks: 'list', papers, words: wanted.map(({ valueText }) => [valueText]) },
    expected: { is: 'values', wanted },
  }
}

/** What lies between two values, which may be said themselves in its place. */
export function difference(by: number, said: string, unit: string, papers: string): Told {
  const from = pairsOf(said, unit)
  return {
    ...{ asks: 'compare', papers, words: from.map(({ valueText }) => [valueText]) },
    expected: { is: 'computed', value: by, tolerance: 0.011, from },
  }
}

export const mean = (number: number, papers: string): Told => ({
  ...{ asks: 'extreme', papers, words: [], expected: { is: 'computed', value: number, tolerance: 0.06 } },
})

export const count = (number: number, papers: string): Told => ({
  ...{ asks: 'count', papers, words: [], expected: { is: 'computed', value: number, tolerance: 0.001 } },
})

/** Things as `Prilosec/omeprazole, tamsulosin`: these and no others. */
export function items(said: string, papers: string): Told {
  const all = said.split(', ').map((one) => one.split('/'))
  return { asks: 'list', expected: { is: 'items', items: all }, papers, words: all }
}

export const day = (on: string, papers: string): Told => ({
  ...{ asks: 'when', papers, words: [[on]], expected: { is: 'date', on: [on] } },
})

export function text(anyOf: string, papers: string, asks: StrangerKind = 'who-where'): Told {
  const spellings = anyOf.split('/')
  return { asks, expected: { is: 'text', anyOf: spellings }, papers, words: [spellings] }
}

export const dose = (said: string, papers: string): Told => text(said, papers, 'dose')

export const yes = (about: string, papers: string): Told => finding(['stated', 'current', 'last-stated'], about, papers)
export const ruledOut = (about: string, papers: string): Told => finding(['stated-ruled-out'], about, papers)
export const noneKnown = (about: string, papers: string): Told => finding(['stated-none-known'], about, papers)
export const stopped = (about: string, papers: string): Told => finding(['stopped', 'not-on-last-list'], about, papers)

/** By the value that is judged. */
export const inRange = (valueText: string, papers: string): Told => finding(['in-range'], valueText, papers, 'in-range')
export const outOfRange = (valueText: string, papers: string): Told =>
  finding(['out-of-range'], valueText, papers, 'in-range')

export const nothing = (why: WhyNot, ...noPaperHolds: readonly string[]): Told => ({
  ...{ asks: 'unanswerable', expected: { is: 'unanswerable', why }, papers: '' },
  words: noPaperHolds.map((one) => [one]),
})

function finding(anyOf: readonly Finding[], said: string, papers: string, asks: StrangerKind = 'yes-no'): Told {
  const about = said.split('/').length > 1 && !/^\d/.test(said) ? said.split('/') : [said]
  return { asks, expected: { is: 'finding', anyOf, about }, papers, words: [about] }
}

function pairsOf(said: string, unit: string): WantedValue[] {
  return said.split(', ').map((one) => {
    const [valueText = '', on = ''] = one.split(' ')
    return wantedOf(valueText, unit, on)
  })
}

const wantedOf = (valueText: string, unit: string, on: string): WantedValue => ({
  ...{ valueText, unit, on: on.split('|'), value: Number.parseFloat(valueText) },
})
