/** What a true sentence is, and what makes false ones of it. */
import type { Evidence } from '../../../src-main/answer/verify.ts'

export interface Honest {
  readonly id: string
  readonly text: string
  readonly evidence: Omit<Evidence, 'n'>
}

export type Random = () => number

export type Change = (honest: Honest, random: Random) => readonly string[]

export const allOf = ({ text, context = '', documentDate = '' }: Omit<Evidence, 'n'>) =>
  `${text}\n${context}\n${documentDate}`
