/** When a date of a sentence is one of the evidence: the same, or the same less exactly. Never more exactly. */
import type { Part } from './statements.ts'

export function dateAgrees({ token: claimed }: Part, { token: written }: Part): boolean {
  if (claimed.kind !== 'date' || written.kind !== 'date') return false
  // What may be read two ways is itself only as it is written; its year is certain.
  if (claimed.isAmbiguous) return plain(claimed.written) === plain(written.written)
  if (claimed.on.startsWith('--')) return !written.isAmbiguous && written.on.slice(4, 10) === claimed.on.slice(1)
  return (
    written.on === claimed.on ||
    (written.on.startsWith(claimed.on) && /^[-T]/.test(written.on.slice(claimed.on.length)))
  )
}

const plain = (written: string) => written.replace(/\s/g, '').replace(/\b0/g, '')

const PAPER = /^(?:letter|report|list|paper|document|note|record|summary|page|results?|entry|printout|statement)$/i

/** `in the letter of 4 March 2021`: the date of the paper, not of what it tells. */
export function isOfPaper(parts: readonly Part[], date: Part): boolean {
  const at = parts.indexOf(date)
  const before = parts.slice(Math.max(0, at - 3), at).map(({ token }) => token.text.toLowerCase())
  return before.some((word) => PAPER.test(word)) && /^(?:of|from|dated)$/.test(before.at(-1) ?? '')
}
