/**
 * One spelling for the many ways in which papers print the same unit: `x10³/µL`, `10*3 / mcL` and `10E3/cumm` are
 * `10^3/ul`. Capitals stay, since G/L and g/L differ. It knows spellings only, never which unit is meant.
 */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'
const LEVEL = '0123456789+-'

export function unitSpelling(written: string): string {
  const flat = written
    .slice(0, LONGEST)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/g, (raised) => `^${[...raised].map((sign) => LEVEL[RAISED.indexOf(sign)]).join('')}`)
    .normalize('NFKC')
    .replace(/[μµ]/g, 'u')
    .replace(/[⁄∕]/g, '/')
    .replace(/[‐-―−]/g, '-')
    .replace(/[×✕⋅·]/g, 'x')
    .replace(/\sper\s/gi, '/')
    .replace(/\s+/g, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
  return spellParts(spellPower(flat.replace(/(?<!\d)\.|\.(?!\d)/g, '')))
}

/** No unit is longer; what is, is a sentence. */
const LONGEST = 48

const spellPower = (unit: string) =>
  unit
    .replace(/^x?10(?:\^|\*\*?|e|exp)\+?\(?(\d{1,2})\)?/i, '10^$1')
    .replace(/^x?10\((\d{1,2})\)/i, '10^$1')
    .replace(/^e(\d{1,2})(?=\/)/i, '10^$1')
    .replace(/^x(?=\d)/i, '')

const spellParts = (unit: string) =>
  unit
    .replace(/(?<=^|\/)mc(?=g|l|mol|iu|u)/gi, 'u')
    .replace(/^(?:international)?units?(?=\/|$)/i, (word) => (/^i/i.test(word) ? 'IU' : 'U'))
    .replace(/\/(?:c(?:u|ub)?mm|mm\^?3)(?=$|\/)/i, '/ul')
    .replace(/\/(?:lit(?:er|re)|ltr|lit)s?(?=$|\/)/i, '/l')
    .replace(/\/(\d*)(?:hours?|hrs?|h)(?=$|\/)/i, '/$1h')
    .replace(/\/days?(?=$|\/)/i, '/d')
