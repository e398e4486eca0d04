/**
 * What recognition takes for each other in names: 1, l, I and i; 0, O and o; 5 and S; 8 and B; rn and m. Never the
 * capital L, which looks like none of these: `ALC` is not `A1C`.
 */
const SHAPES: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5', b: '8' }

/** Equal for all words that may be readings of each other, and for some that may not: slipsIn decides. */
export const slipShape = (word: string) =>
  word
    .toLowerCase()
    .replace(/rn/g, 'm')
    .replace(/[olisb]/g, (letter) => SHAPES[letter] ?? letter)

const ALIKE = ['0Oo', '1lIi', '5Ss', '8B']
const areAlike = (a: string, b: string) => ALIKE.some((letters) => letters.includes(a) && letters.includes(b))

/** Shorter words are told by their capitals too: `Alc` is `A1c`, `alc` is alcohol. */
const ANY_CASE_FROM = 6

/** How many letters of `meant` were taken for others to read `read`; undefined where it is no such reading. */
export function slipsIn(read: string, meant: string, paper: readonly string[]): number | undefined {
  const isInCapitals = paper.every((word) => word === word.toUpperCase() || isOneSmallL(word))
  const mayDifferInCase = isInCapitals || meant.length >= ANY_CASE_FROM
  let slips = 0
  let at = 0
  let of = 0
  while (at < read.length && of < meant.length) {
    const [letter, own] = [read.charAt(at), meant.charAt(of)]
    if (letter === own || (letter.toLowerCase() === own.toLowerCase() && mayDifferInCase)) {
      at += 1
      of += 1
    } else if (isRead(letter, own, isInCapitals)) {
      slips += 1
      at += 1
      of += 1
    } else {
      const [fromRead, fromMeant] = mAndRn(read, at, meant, of)
      if (fromRead === 0) return undefined
      slips += 1
      at += fromRead
      of += fromMeant
    }
  }
  return at === read.length && of === meant.length ? slips : undefined
}

/** A name in capitals shows its letters as capitals, whatever the table's are. */
function isRead(letter: string, own: string, isInCapitals: boolean): boolean {
  return areAlike(letter, isInCapitals ? own.toUpperCase() : own)
}

/** `lNR`, `HBAlC`: the small l among capitals is the slip itself. */
const isOneSmallL = (word: string) => word.replace('l', '') === word.replace('l', '').toUpperCase() && word.length > 1

/** How many letters of each side make the pair of m and rn that stands here; none: 0, 0. */
function mAndRn(read: string, at: number, meant: string, of: number): [number, number] {
  const isM = (word: string, index: number) => word.charAt(index).toLowerCase() === 'm'
  const isRn = (word: string, index: number) => word.slice(index, index + 2) === 'rn'
  if (isRn(read, at) && isM(meant, of)) return [2, 1]
  if (isM(read, at) && isRn(meant, of)) return [1, 2]
  return [0, 0]
}
