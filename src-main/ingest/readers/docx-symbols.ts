/** What the symbol fonts of word processors draw, as characters of their own. Tables cover what medical papers use. */

/** Symbol, codes 0x41 to 0x5a and 0x61 to 0x7a: the Greek alphabet by its own key order. */
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'

const symbol: Readonly<Record<number, string>> = {
  45: '−',
  64: '≅',
  94: '⊥',
  126: '∼',
  162: '′',
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  181: '∝',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  198: '∅',
  214: '√',
  215: '⋅',
  222: '⇒',
  229: '∑',
}

const wingdings: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  108: '●',
  110: '■',
  111: '☐',
  113: '☐',
  114: '☐',
  120: '☒',
  159: '•',
  161: '○',
  167: '▪',
  168: '☐',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

const wingdings2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  151: '•',
  163: '☐',
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
