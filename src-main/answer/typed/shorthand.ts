/** What clinicians shorten in a question and papers write out: read before anything else of it. */

/** Written in any case, or only in these capitals where the short form is a word otherwise. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\babx\b/gi, 'antibiotics'],
  [/\b(?:vaxx?|vaxx?es|imms|immz)\b/gi, 'vaccines'],
  [/\bvaxx?ed\b/gi, 'vaccinated'],
  [/\bh\/o\b/gi, 'history of'],
  [/\bf(?:am)?\.? ?hx\b(?: of\b)?/gi, 'family history'],
  [/\bnkd?a\b/gi, 'allergies'],
  [/\brxns?\b/gi, 'reactions'],
  [/\bdx(?:'?d)\b/gi, 'diagnosed'],
  [/\bd\/?c['’]?e?d\b/gi, 'stopped'],
  [/\bd\/c\b/gi, 'discharge'],
  [/\bw\//gi, 'with '],
  [/\bpts?['’]s\b/gi, 'the patient'],
  [/\bCr\b/g, 'creatinine'],
  // elsewhere it says how a tablet releases what it holds
  [/^(\W*(?:(?:last|latest|recent|peak|baseline|the|my|his|her) )*)cr\b(?! ?\d)/gi, '$1creatinine'],
]

export const writeOut = (question: string): string =>
  SHORT.reduce((text, [short, whole]) => text.replace(short, whole), question)
