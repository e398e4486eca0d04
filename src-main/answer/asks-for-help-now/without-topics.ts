/**
 * `turning blue: which visit` names a topic and asks papers about it: the topic is no call for help. What speaks of now stays,
 * whatever is asked behind it.
 */
import { plainClauses } from './plain-clauses.ts'
import { RECENTLY } from './wording.ts'

export const withoutTopics = (question: string): string =>
  (question.match(/(?:[^.?!\n]|\.(?=\d))+[.?!\n]*/g) ?? []).map(withoutTopic).join(' ')

function withoutTopic(sentence: string): string {
  const [, head = '', mark = '', tail = ''] = /^([^:;,]+)([:;,]|\s[-\u2013]\s)(.+)$/s.exec(sentence) ?? []
  const topic = plainClauses(head).join(' ')
  const asked = plainClauses(tail)[0] ?? ''
  if (topic === '' || !ASKS_PAPERS.test(asked) || ASKS_WHAT_TO_DO.test(tail) || IS_NOW.test(topic)) return sentence
  return mark !== ':' && OF_SOMEBODY.test(topic) && !IS_OVER.test(topic) ? sentence : tail
}

/** Names that papers go by, and what is written in them. */
export const ENDS_IN_PAPER =
  /\b(?:visits?|scans?|ct|mri|x ?rays?|ecgs?|ekgs?|eegs?|echo|biops\w+|tests?|clinic|findings?|results?|levels?|values?|doses?|dates?|year|study|score|surgery|vaccine|jabs?|documented|prescribed|mentioned|noted|recorded|count)$/

const ASKS_PAPERS = new RegExp(
  `^(?:(?:at|in|on|since|from|for|until) )?(?:which|when|whose|who|what (?:did|was|were|week|year|age|date|dose|drug|side)|how (?:many|long|often)|where was|is it in|was|were|did)\\b|${ENDS_IN_PAPER.source}`,
)
const ASKS_WHAT_TO_DO = /\b(?:do (?:i|we)|should|call|help|now|hospital do|er|999|911|112)\b/i
const IS_NOW = new RegExp(
  `\\b(?:am|is|are|has|have|cannot|will not|does not|do not|keeps?|help|just|now|please|my|${RECENTLY})\\b`,
)
const OF_SOMEBODY = /\b(?:i|we|he|she|they|his|her|mum|mom|dad|baby|son|daughter|husband|wife)\b/
const IS_OVER = /\b(?:hung|hanged|died|killed|jumped|drowned)\b/
