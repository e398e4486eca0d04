/**
 * A question as typed in haste → its clauses in plain words: no apostrophes, short forms written out, slips in the few
 * words that matter undone. Nothing of it is shown or kept.
 */

/** In reading order, without punctuation. */
export const plainClauses = (question: string): readonly string[] =>
  plainParts(
    question,
    /(?:[?!;:,\n\u2026()]|\.(?!\d))+|\s[-\u2013]\s|\bbut\b|\band (?=(?:now|then|i|im|ive|he|hes|she|shes|we|they|my|it|its)\b)/u,
  )

/** The same, with the clauses of one sentence left together. */
export const plainSentences = (question: string): readonly string[] =>
  plainParts(question, /(?:[?!\n\u2026]|\.(?!\d))+/u)

const plainParts = (question: string, border: RegExp): readonly string[] =>
  question
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\bod[\u2018\u2019'`\u00b4]d\b/gu, 'overdosed')
    .replace(/[\u2018\u2019'`\u00b4]/gu, '')
    .split(border)
    .map((part) => plainWords(part).trim())
    .filter((part) => part !== '')

function plainWords(clause: string): string {
  const words = clause.match(/[\p{L}\p{N}]+/gu) ?? []
  const plain = words.map((word) => SHORT_FORMS.get(word) ?? withoutSlip(word)).join(' ')
  return plain.replace(/\bcan not\b/g, 'cannot').replace(/\bto (?=(?:many|much) )/g, 'too ')
}

/** `its` and `were` are left alone: they are words of their own. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['im', 'i am'],
  ['ive', 'i have'],
  ['hes', 'he is'],
  ['shes', 'she is'],
  ['theyre', 'they are'],
  ['theyve', 'they have'],
  ['weve', 'we have'],
  ['theres', 'there is'],
  ['whats', 'what is'],
  ['cant', 'cannot'],
  ['wont', 'will not'],
  ['isnt', 'is not'],
  ['arent', 'are not'],
  ['aint', 'is not'],
  ['dont', 'do not'],
  ['doesnt', 'does not'],
  ['didnt', 'did not'],
  ['hasnt', 'has not'],
  ['havent', 'have not'],
  ['wasnt', 'was not'],
  ['couldnt', 'could not'],
  ['gonna', 'going to'],
  ['wanna', 'want to'],
  ['u', 'you'],
  ['r', 'are'],
  ['ur', 'your'],
  ['rn', 'right now'],
  ['plz', 'please'],
  ['pls', 'please'],
  ['oded', 'overdosed'],
  ['2nite', 'tonight'],
  ['2night', 'tonight'],
  ['tonite', 'tonight'],
])

/** What is worth reading through a slip of the finger. */
const WATCHED =
  `allergic ambulance anaphylactic anaphylaxis attack bleeding breath breathe breathing chest choking collapsed convulsing
  difficulty drooping emergency overdose overdosed poison poisoned seizure severe stroke suicidal suicide swallowed swelling
  throat trouble unconscious unresponsive vomiting having`.split(/\s+/)

/** Words that are one letter away from a watched one and mean what they say. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  'breadth breather attach attacks breaths chests strokes seizures poisons suicides overdoses severed several heaving shaving saving'.split(
    ' ',
  ),
)

function withoutSlip(word: string): string {
  if (word === 'pian') return 'pain'
  if (word.length < 4 || OTHER_WORDS.has(word) || WATCHED.includes(word)) return word
  return WATCHED.find((watched) => isSlipOf(word, watched)) ?? word
}

/** One letter missing, one too many or two swapped; another letter only in a long word, where hardly any word is so near. */
function isSlipOf(word: string, watched: string): boolean {
  if (word[0] !== watched[0] || Math.abs(word.length - watched.length) > 1) return false
  let at = 0
  while (at < word.length && word[at] === watched[at]) at++
  const [rest, wanted] = [word.slice(at), watched.slice(at)]
  if (rest.slice(1) === wanted || rest === wanted.slice(1)) return true
  if (rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2)) return true
  return watched.length >= 9 && rest.slice(1) === wanted.slice(1)
}
