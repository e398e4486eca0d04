/**
 * A hint while a passphrase is typed. Counts characters and words, as main's rule does (15 characters or six words, NIST SP
 * 800-63B-4); main knows the blocklist and has the last word.
 */
export type Strength = 0 | 1 | 2 | 3 | 4

const ENOUGH_CHARACTERS = 15
const ENOUGH_WORDS = 6

export function strengthOf(passphrase: string): Strength {
  const normal = passphrase.normalize('NFKC')
  const { length } = [...normal]
  if (length === 0) return 0
  const words = normal.match(/\p{L}{2,}/gu)?.length ?? 0
  const variety = new Set(normal.toLowerCase()).size
  if ((length < ENOUGH_CHARACTERS && words < ENOUGH_WORDS) || variety < 5) return 1
  if (variety < 8) return 2
  if (length >= 28 || words >= ENOUGH_WORDS) return 4
  return length >= 20 ? 3 : 2
}

/** How many more characters are needed; 0 when there are enough. */
export const missingCharacters = (passphrase: string): number =>
  strengthOf(passphrase) > 1 ? 0 : Math.max(1, ENOUGH_CHARACTERS - [...passphrase.normalize('NFKC')].length)
