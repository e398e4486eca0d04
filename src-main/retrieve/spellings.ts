/**
 * American and British spellings of the same word, by the parts that differ, so that no table has to hold every word
 * twice. A spelling that no page uses finds nothing and harms nothing.
 */
const PAIRS: readonly (readonly [american: string, british: string])[] = [
  ['hem', 'haem'],
  ['nemia', 'naemia'],
  ['nemic', 'naemic'],
  ['chemi', 'chaemi'],
  ['kemi', 'kaemi'],
  ['cemi', 'caemi'],
  ['edema', 'oedema'],
  ['esoph', 'oesoph'],
  ['celiac', 'coeliac'],
  ['pedi', 'paedi'],
  ['gynec', 'gynaec'],
  ['anesth', 'anaesth'],
  ['rrhea', 'rrhoea'],
  ['estro', 'oestro'],
  ['cecum', 'caecum'],
  ['feces', 'faeces'],
  ['fecal', 'faecal'],
  ['fetal', 'foetal'],
  ['tumor', 'tumour'],
  ['color', 'colour'],
  ['fiber', 'fibre'],
  ['sulf', 'sulph'],
  ['leukoc', 'leucoc'],
  ['ization', 'isation'],
  ['ized', 'ised'],
  ['pnea', 'pnoea'],
]

/** Other spellings of a lower-case word, the word itself left out. */
export function spellingsOf(word: string): string[] {
  const found = new Set<string>()
  for (const [american, british] of PAIRS) {
    if (word.includes(british)) found.add(word.replace(british, american))
    else if (word.includes(american)) found.add(word.replace(american, british))
  }
  found.delete(word)
  return [...found]
}
