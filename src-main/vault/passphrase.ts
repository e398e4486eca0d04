/**
 * Which passphrases may protect a vault: long ones, of any characters (NIST SP 800-63B-4: 15 characters, all of Unicode,
 * a blocklist, no composition rules, no truncation). How they become a key is left to keys.ts.
 */
import { AppError } from '#contract/errors.ts'
import { commonPhrases, runs } from './common-phrases.ts'

const MINIMUM_CHARACTERS = 15
const MINIMUM_WORDS = 6
const MAXIMUM_CHARACTERS = 4096
/** What must be left of a passphrase when common phrases and runs are taken out of it: so many letters, or characters. */
const MINIMUM_OWN_LETTERS = 4
const MINIMUM_OWN_CHARACTERS = 8

/** The same passphrase typed on another keyboard or system is the same bytes (NFKC). */
export const normalizePassphrase = (passphrase: string): string => passphrase.normalize('NFKC')

export function checkPassphrase(passphrase: string): void {
  const normal = normalizePassphrase(passphrase)
  const { length } = [...normal]
  if (length > MAXIMUM_CHARACTERS) throw new AppError('input/invalid', { maximum: MAXIMUM_CHARACTERS })
  const words = normal.match(/\p{L}{2,}/gu)?.length ?? 0
  const longEnough = length >= MINIMUM_CHARACTERS || words >= MINIMUM_WORDS
  if (!longEnough || isCommon(normal)) throw new AppError('passphrase/too-weak', { minimum: MINIMUM_CHARACTERS })
}

function isCommon(passphrase: string): boolean {
  const joined = passphrase.toLowerCase().replace(/[\s.,;'’\-_/]+/gu, '')
  if (new Set(joined).size < 5 || isRepetition(joined)) return true
  return [joined, withoutDisguise(joined)].some((text) => hasLittleOfItsOwn(ownPart(text)))
}

function hasLittleOfItsOwn(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters < MINIMUM_OWN_LETTERS && [...text].length < MINIMUM_OWN_CHARACTERS
}

/** One short piece over and over, the last time perhaps cut off. */
function isRepetition(text: string): boolean {
  for (let period = 1; period <= 8 && period * 2 <= text.length; period++)
    if (text.slice(period) === text.slice(0, -period)) return true
  return false
}

/** Digits and signs that stand for letters, as in `p4$$w0rd`. */
const withoutDisguise = (text: string) => text.replace(/[013457@$!]/g, (sign) => disguises[sign] ?? sign)
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

function ownPart(text: string): string {
  let rest = text
  for (const phrase of commonPhrases) rest = rest.replaceAll(phrase, '')
  return withoutRuns(rest.replace(/(.)\1{3,}/gu, ''))
}

/** Without the stretches of four or more that follow the alphabet, the digits or a keyboard row, either way round. */
function withoutRuns(text: string): string {
  const characters = [...text]
  let kept = ''
  for (let start = 0; start < characters.length; ) {
    const end = Math.max(...runs.map((run) => endOfRun(characters, start, run)))
    if (end - start < 4) kept += characters.slice(start, end).join('')
    start = end
  }
  return kept
}

function endOfRun(characters: readonly string[], start: number, run: string): number {
  let at = run.indexOf(characters[start] ?? '')
  let end = start + 1
  while (at >= 0 && end < characters.length && run[at + 1] === characters[end]) {
    at++
    end++
  }
  return end
}
