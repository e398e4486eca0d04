/** What the symbol fonts of word processors draw, as characters of their own. Tables cover what medical papers use. */

/** Symbol, codes 0x41 to 0x5a and 0x61 to 0x7a: the Greek alphabet by its own key order. */
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'

const symbol: Readonly<Record<number, string>> = {
  0x2d: '−',
  0x40: '≅',
  0x5e: '⊥',
  0x7e: '∼',
  0xa2: '′',
  0xa3: '≤',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb5: '∝',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xba: '≡',
  0xbb: '≈',
  0xbc: '…',
  0xc6: '∅',
  0xd6: '√',
  0xd7: '⋅',
  0xde: '⇒',
  0xe5: '∑',
}

const wingdings: Readonly<Record<number, string>> = {
  0x28: '☎',
  0x2a: '✉',
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x71: '☐',
  0x72: '☐',
  0x78: '☒',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '☐',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x97: '•',
  0xa3: '☐',
}

const tables: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol,
  wingdings,
  'wingdings 2': wingdings2,
}

export const isSymbolFont = (font: string): boolean => font.toLowerCase() in tables

/** Private codes that no table knows become the replacement character: something stood there. */
export function symbolCharacter(font: string, code: number): string {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const own = isPrivate ? code - 0xf000 : code
  const known = tables[font.toLowerCase()]
  if (known === undefined) return isPrivate ? '\ufffd' : characterOf(code)
  const drawn = known[own] ?? (known === symbol ? greek(own) : undefined)
  return drawn ?? (own > 0x20 && known !== symbol ? '\ufffd' : own < 0x7f ? characterOf(own) : '\ufffd')
}

const greek = (code: number): string | undefined => GREEK_CAPITALS[code - 0x41] ?? GREEK_SMALL[code - 0x61]

const characterOf = (code: number) => (code >= 0x20 && code <= 0xffff ? String.fromCharCode(code) : '')
