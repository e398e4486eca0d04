/** Medicines of running text: only with a dose, a verb of taking, or a word of change; never spoken of only. */
import type { Span } from '../../ingest/read-page.ts'
import { sentencesIn } from '../../retrieve/sentence-ends.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import { findDoses } from '../dictionaries/doses.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readScopes, type Scope } from '../statements/scopes.ts'
import { changeOf } from './changes.ts'
import { doseBefore } from './dose-before.ts'
import type { Reading } from './medication-proposal.ts'
import { type Mention, mentionsIn, unknownMentionsIn } from './mentions.ts'
import { withoutWraps } from './without-wraps.ts'

export function readMedicationProse(passage: Passage, context: ClinicalContext): Reading[] {
  return withDirections(passage, context).flatMap((sentence) => readSentence(passage, sentence, context))
}

/** `Take one tablet daily.` after the name of the medicine belongs to it. */
function withDirections({ page, start, end }: Passage, context: ClinicalContext): Span[] {
  const sentences: Span[] = []
  for (const sentence of sentencesIn(page.text, { start, end })) {
    const last = sentences.at(-1)
    const written = page.text.slice(sentence.start, sentence.end)
    const isDirection = DIRECTION.test(written) && context.drugs.findIn(written).length === 0
    if (last && isDirection) sentences[sentences.length - 1] = { start: last.start, end: sentence.end }
    else sentences.push(sentence)
  }
  return sentences
}
const DIRECTION =
  /^(?:take|inhale|apply|use|inject|instil+|place|chew|dissolve|swallow|insert|give|sig|directions?|dose)\b/i

function readSentence({ page }: Passage, sentence: Span, context: ClinicalContext): Reading[] {
  const text = withoutWraps(page.text, sentence, false)
  if (NEVER.test(text)) return []
  const known = mentionsIn(text, context.drugs)
  const mentions = [...known, ...unknownMentionsIn(text, context.drugs, known, false)].sort((a, b) => a.start - b.start)
  if (mentions.length === 0) return []
  const scopeOf = readScopes(text)
  return mentions.flatMap((mention, index) => {
    const previousEnd = mentions[index - 1]?.end ?? 0
    const next = mentions[index + 1]
    // `along with 50 mg of Benadryl`: the dose is of the name that follows it
    const ownOfNext = next && doseBefore(text, mention.end, next.start)
    const until = endOfClause(text, mention.end, (ownOfNext ?? next)?.start ?? text.length)
    const reach = { start: mention.end, end: until }
    const said = changeOf(text, mention, { start: previousEnd, end: until }, mentions, context.sig)
    const before = doseBefore(text, previousEnd, mention.start)
    const hasDose =
      before !== undefined || findDoses(text.slice(reach.start, reach.end)).some((dose) => dose.start < 60)
    if (!isStated(text, mention, mentions, scopeOf(mention), { hasDose, isChanged: said !== undefined })) return []
    const shift = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + sentence.start,
      end: span.end + sentence.start,
    })
    return {
      page,
      mention: shift(mention),
      reaches: [shift(reach)],
      ...(before ? { before: shift(before) } : {}),
      ...(said ? { change: said.change, changeSpan: shift(said.span) } : {}),
    }
  })
}

/** A sentence about allergies, or one that tells what to do in some case. */
const NEVER =
  /\ballerg(?:y|ies|ic)\b|\bintoleran(?:t|ce)\b|\banaphyla|^\s*(?:if|should|in case|when|avoid|do not|don't|never)\b|\b(?:if (?:pain|symptoms?|needed you|you|the pain|fever|this|he|she|they|it)\b[^.]{0,60}\b(?:take|use|give|try)|can (?:take|use)|may (?:take|use)|could (?:take|use|try)|you (?:can|may|could) )|\bside effects? (?:of|include)|\badverse reaction|\bguidelines?\b|\bstud(?:y|ies)\b|\btrials?\b|\boverdose\b|\bmaximum\b/i

/** The directions of one medicine do not reach into the next clause. */
function endOfClause(text: string, from: number, until: number): number {
  const reach = text.slice(from, until)
  const stop =
    /;|\b(?:but|however|although|which|who|because|whereas|while)\b|\.\s+(?=\p{Lu})|,\s+(?:and\s+)?(?=(?!Take|Use|Apply|Inject|Inhale|Give)\p{Lu}\p{Ll}{3,})/u.exec(
      reach,
    )
  return from + (stop?.index ?? reach.length)
}

const TAKING =
  /\b(?:takes?|taking|took|is on|was on|remains? on|maintained on|currently on|been on|are on|he's on|she's on|i'm on|am on|on (?:regular|daily|long[- ]term|low[- ]dose|high[- ]dose)|prescribed|prescription for|treated with|treatment with|managed with|controlled (?:with|on|by)|therapy with|using|uses|inhales|injects|course of|discharged (?:home )?(?:on|with)|sent home (?:on|with)|current(?:ly)? (?:medications?|takes)|home (?:medications?|meds)|medications? (?:are|is|include[sd]?|consists? of)|meds (?:are|include)|self[- ]?medicat\w+ with|refill(?:ed)? (?:of|for|her|his)|switched (?:to|from)|changed (?:to|from))\b/gi
const GIVEN_ONCE =
  /\b(?:given|gave|received|administered|loaded with|bolus|pre-?medicat\w+|infiltrat\w+|anaesthe\w+|anesthe\w+|induction|local with|injected with|intraoperative\w*|in the (?:ed|er|emergency|ambulance|or|theatre)|stat)\b/i

function isStated(
  text: string,
  mention: Mention,
  mentions: readonly Mention[],
  scope: Scope,
  { hasDose, isChanged }: { readonly hasDose: boolean; readonly isChanged: boolean },
): boolean {
  if (scope.relation !== undefined || scope.isOthers || isHypothetical(text, mention, scope)) return false
  if (isNotTaken(text, mention, scope)) return false
  if (
    MEASURED.test(text.slice(mention.end, mention.end + 24)) ||
    OF_OTHER.test(text.slice(Math.max(0, mention.start - 28), mention.start))
  )
    return false
  if (isChanged) return !mention.isOrdinary || hasDose || TAKES.test(text.slice(0, mention.start))
  const isGiven = GIVEN_ONCE.test(text.slice(0, mention.end + 30))
  if (isTakenHere(text, mention, mentions)) return !isGiven
  return hasDose && !isGiven && !mention.isOrdinary
}
const TAKES = /\b(?:start|take|taking|takes|on|continue|stop|add|prescribe)/i

/** `digoxin level`, `calcium 2.3 mmol/L`, `iron deficiency`, `warfarin clinic`. */
const MEASURED =
  /^[ -](?:levels?|concentrations?|clinic|toxicity|deficien|sensitiv|resist|suscept|challenge|test|screen|metabol|antibod|induced|allerg|intoleran|withdrawal|dependence|abuse|use disorder|overload|storage|stores|saturation|studies|binding)|^\s?(?:is|was|of|=|:)?\s?\d+(?:\.\d+)?\s?(?:mmol\/|mg\/d|µmol|umol|g\/d|ng\/|pmol|nmol|ug\/d|mcg\/d|mEq\/L|U\/L|IU\/L|%)/i
const OF_OTHER =
  /\b(?:levels? of|serum|plasma|blood|urine|allergic to|reaction to|level for|generic for|instead of|rather than|resistant to|sensitive to|susceptible to|intolerant of|intolerant to|interacts? with|contains?)\s$/i

/** The verb and the name are of one clause; names between them are of the same list. */
function isTakenHere(text: string, mention: Span, mentions: readonly Span[]): boolean {
  const verbs = [...text.slice(0, mention.start).matchAll(TAKING)]
  const last = verbs.at(-1)
  if (!last) return false
  const end = last.index + last[0].length
  const between = text.slice(end, mention.start)
  if (/;|\bbut\b|\bhowever\b|\bbecause\b|\bwithout\b|\bexcept\b/.test(between)) return false
  const hasNames = mentions.some((other) => other.start >= end && other.end <= mention.start)
  return hasNames || between.length < 60
}

const UNSURE_BEFORE =
  /\b(?:avoid\w*|consider\w*|recommend\w*|suggest\w*|advi[sc]e\w*|would|should|could|might|may (?:need|benefit|take|require|try)|discuss\w*|option\w*|if|unless|until|trial of|try|tried|candidate for|refus\w+|declin\w+|ask\w* about|such as|e\.g\.|like|including drugs|plan\w* to|wants?|wishes|hopes? to|thinking (?:of|about)|instead of|rather than|than|had been (?:on|taking)|contraindicat\w*|risk of|benefits? of|side effects? of|effects? of|role of|use of|in view of|interact\w*|before (?:starting|taking)|prior to (?:starting|taking)|need for|indication for|in case|can take|over-the-counter|otc)\b[^.;]{0,80}$/i

const isHypothetical = (text: string, mention: Span, scope: Scope) =>
  UNSURE_BEFORE.test(text.slice(Math.max(0, mention.start - 100), mention.start)) ||
  (scope.isUncertain && /\?\s?$/.test(text.slice(0, mention.start))) ||
  /^[^.;,]{0,30}\b(?:was (?:considered|discussed|declined|offered|refused|recommended)|is (?:contraindicated|an option|recommended)|would|should be|could be|can be|may be)\b/i.test(
    text.slice(mention.end, mention.end + 60),
  )

/** Denied; what is no longer taken is a change, and said so. */
function isNotTaken(text: string, mention: Span, scope: Scope): boolean {
  const before = text.slice(Math.max(0, mention.start - 60), mention.start)
  if (/\bno longer (?:on|takes|taking)\b[^.;]*$/i.test(before)) return false
  if (/\b(?:not|never|denies|isn't|wasn't|hasn't|no|without|n't)\b[^.;,]{0,50}$/i.test(before)) return true
  return (
    scope.isRuledOut ||
    /^[^.;,]{0,20}\b(?:was not|is not|were not|has not been|not (?:taken|started|tolerated|given))\b/i.test(
      text.slice(mention.end, mention.end + 50),
    )
  )
}
