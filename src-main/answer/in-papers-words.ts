/** A question as it is looked for in papers: in the words under which they write what families ask for in their own. */
import type { TypedQuery } from '#contract/typed-query.ts'
import { CALLED, FORMAL } from './typed/question-words.ts'
import { writeOut } from './typed/shorthand.ts'

const STAY =
  /\bwhy (?:was|were|did|is|has|had) (?:\p{L}+ ){1,4}?(?:in (?:the )?(?:hospital|a&e|er\b|emergency(?: room)?)|(?:been )?(?:admitted|hospitali[sz]ed)|(?:go|going|gone|went|taken) (?:in)?to (?:the )?(?:hospital|a&e|er\b|emergency(?: room)?))/iu

/** Asked of what is there: `which hip did mum break`. Whether something is there may be asked of mum herself. */
const PRESUMES = /^\W*(?:what|which|when|where|who|why|how|show|list)\b/i
const OF_FAMILY = /\b(?:famil(?:y|ies)|relatives?|die[ds]?|passed|inherit\w*)\b/i

export function inPapersWords(question: string, query: TypedQuery | undefined): string {
  const whole = writeOut(question).replace(STAY, 'reason for admission')
  const isOfFamily = query?.kinds.includes('family-history') === true || OF_FAMILY.test(whole)
  if (isOfFamily) return whole.replace(/\p{L}+/gu, (word) => FORMAL[word.toLowerCase()] ?? word)
  if (query === undefined && !PRESUMES.test(whole)) return whole
  return whole.replace(/\b(?:(?:my|our) )?(\p{L}+)(['’]s)?\b/giu, (said, word: string) =>
    CALLED.test(word) ? 'the patient' : said,
  )
}
