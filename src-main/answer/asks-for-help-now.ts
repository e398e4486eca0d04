/**
 * Whether a question is about a danger to life that is there now, so that the fixed notice is shown before anything is looked
 * for. A question about the past or about what papers say is none. It ranks nothing, and no answer is kept back for it.
 */
import { ASKED_NOW, CALLS, SELF_HARM, STATED } from './asks-for-help-now/happening-now.ts'
import { plainClauses, plainSentences } from './asks-for-help-now/plain-clauses.ts'
import { SIGNS_TOGETHER } from './asks-for-help-now/signs-together.ts'
import { ENDS_IN_PAPER, withoutTopics } from './asks-for-help-now/without-topics.ts'

export function asksForHelpNow(question: string): boolean {
  const said = withoutTopics(question)
  return plainClauses(said).some(saysNow) || plainSentences(said).some(tellsSigns)
}

function saysNow(clause: string): boolean {
  if (OF_ANOTHER_TIME.test(clause)) return false
  const said = clause.replace(CALL_BEFORE, '')
  if (speaks(said, CALLS)) return true
  const isAsked = QUESTION.test(said)
  if ((PAPERS.test(said) || ENDS_IN_PAPER.test(said)) && (isAsked || !OF_SOMEBODY.test(said))) return false
  if (!ASKED_OF_THE_PAST.test(said) && speaks(said, SELF_HARM)) return true
  return speaks(said, isAsked ? ASKED_NOW : STATED)
}

/** What stands after the statement may ask of papers: `she cannot breathe is asthma in her record`. */
const speaks = (clause: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => {
    const match = pattern.exec(clause)
    return match !== null && !(match.index > 0 && NOT_ITSELF.test(clause.slice(0, match.index)))
  })

function tellsSigns(sentence: string): boolean {
  const said = sentence.replace(CALL_BEFORE, '')
  if (
    QUESTION.test(said) ||
    PAPERS.test(said) ||
    ENDS_IN_PAPER.test(said) ||
    OF_ANOTHER_TIME.test(said) ||
    OVER.test(said)
  )
    return false
  return SIGNS_TOGETHER.some((signs) => signs.test(said))
}

const CALL_BEFORE =
  /^(?:(?:ok|okay|oh|omg|hi|hello|please|help|so|and|sos|urgent|emergency|what (?:do|should|can) (?:i|we) do(?: now)?|i (?:think|believe|guess|feel like|am (?:afraid|scared|worried))(?: that)?) )+/

/** Begins as a question or as a wish to be shown something. */
const QUESTION =
  /^(?:when|what|which|who|whom|whose|where|how|why|did|was|were|had|do|does|could|would|should|can|will|might|(?:have|has|is|are|am) (?:i|we|you|he|she|they|my|our|his|her|the|there|this|that|any|a|an|it)\b|any|show|list|find|give|tell|explain|summari[sz]e|search|look|open|print|read|since when)\b/

const ASKED_OF_THE_PAST = /^(?:did|was|were|had|has|have|when|which|who)\b/

const OF_SOMEBODY =
  /^(?:i|we|he|she|they|my|our|his|her|mum|mom|dad|grand\w+|someone|somebody|(?:\w+ )?(?:baby|son|daughter))\b/

/** Papers, and who wrote them. */
const PAPERS =
  /\b(?:records?|recorded|reports?|reported|letters?|notes|noted|mention\w*|document\w*|history|according|results?|lists?|listed|diary|papers?|pages?|wrote|writes|say|says that|states?|stated|plan|directive|leaflet|label|card|summary|discharge|diagnos\w+|chart)\b/

/** What follows is a condition, is told by papers, or is over. */
const NOT_ITSELF = new RegExp(
  `${PAPERS.source}|\\b(?:if|in case|when|whether|denie[sd]|did(?! not)|used to|could not|risk|causes?|side effects?)\\b`,
)

/** Told of what was; what has just happened is told in the present too. */
const OVER =
  /\b(?:(?<!just )had a(?:n|ny)?|was|were|did|used to|if|when|died|gone(?! (?:\w+ )?(?:numb|dead|weak|limp|blue|gr[ae]y|floppy|black|blind|purple|stiff|pale|quiet))|resolved|went away|better now|clinic|appointment|tomorrow)\b(?! (?:just|stung|bitten|shot|stabbed))/

const OF_ANOTHER_TIME =
  /\b(?:(?:19|20)\d\d|(?:last|next|previous|that) time|(?:last|next|previous|every|each|that) (?:week|month|year|visit|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|since|until|during|of) (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn|past|childhood|nineties|eighties)|(?:days|weeks?|months?|years?) ago|as a (?:child|kid|baby|teenager)|(?:at|on|during|before|after) (?:the |his |her |my )?(?:admission|discharge)|at (?:age|birth)|at the age|when i was|years earlier|back then)\b/
