/** What stands under a heading of allergies: names set apart by commas, lines or strokes, each with its reaction. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import { type Allergen, allergensIn, allergyProposal, nearAllergens } from './allergens.ts'

export function readAllergyList(passage: Passage, context: ClinicalContext): Proposal[] {
  const text = passage.page.text.slice(passage.start, passage.end)
  const allergens = listed(text, context)
  return allergens.flatMap((allergen, index) => {
    if (!isOwn(text, allergen, context)) return []
    const until = Math.min(endOfReach(text, allergen.end), allergens[index + 1]?.start ?? text.length)
    const shift = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + passage.start,
      end: span.end + passage.start,
    })
    return [
      allergyProposal(
        { page: passage.page, allergen: shift(allergen), reach: shift({ start: allergen.end, end: until }) },
        context,
      ),
    ]
  })
}

function listed(text: string, context: ClinicalContext): Allergen[] {
  const known = allergensIn(text, context).filter((allergen) => !isInReaction(text, allergen))
  const unknown = TOLD.test(text)
    ? []
    : [...text.matchAll(SEGMENT)]
        .filter(({ index }) => !isOfSender(lineAt(text, index)))
        .flatMap((match) => unknownAllergen(match[0], match.index, known, context))
  return [...known, ...unknown].sort((a, b) => a.start - b.start)
}

/** One entry of the list: from a line's start, a comma or a semicolon to the next; brackets stay whole. */
const SEGMENT = /(?:\([^)\n]*\)|[^,;\n(])+/gu

const lineAt = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end)
}

/** Who signed, where from, to whom: a line of a letter's foot. */
const isOfSender = (line: string) =>
  /\d{4}|\b(?:tel|telephone|phone|fax|e-?mail|www|https?|page|street|road|lane|avenue|ave|drive|square|suite|hospital|clinic|practice|surgery|medical (?:cent(?:er|re)|group)|health cent(?:er|re)|laboratory|university|department|dr|mr|mrs|ms|prof|professor|md|consultant|physician|surgeon|nurse|registrar|regards|sincerely|signed|cc|copy|enc|encl)\b|@/iu.test(
    line,
  )

/** Running text: not every word between two commas is a substance. */
const TOLD = /\b(?:has|have|had|is|are|was|were|does|did|reports|states|causes?|caused)\b/i

function unknownAllergen(segment: string, at: number, known: readonly Span[], context: ClinicalContext): Allergen[] {
  const match =
    /^[\s•*‣▪◦–·●○■□✓-]*(?:\(?\d{1,2}[.)]\s+)?(?:and\s+|allerg(?:ic|y) to\s+)?([\p{L}][\p{L}\p{N}'’ /-]{2,40}?)(?=\s*(?:$|\(|:|\s[–-]\s|→|=|\scauses))/u.exec(
      segment,
    )
  const name = match?.[1]
  if (!match || name === undefined || name.split(/\s+/).length > 4 || NO_ALLERGEN.test(name)) return []
  const start = at + match.index + match[0].length - name.length
  const span = { start, end: start + name.length }
  const isKnown = known.some((other) => other.start < at + segment.length && other.end > at)
  if (isKnown || context.reactions.reactionsIn(name).length > 0 || context.reactions.severityIn(name)) return []
  const suggestions = nearAllergens(name, context)
  return [{ ...span, name, doubts: [suggestions.length > 0 ? 'near-name' : 'unknown-name'], suggestions }]
}
const NO_ALLERGEN =
  /\b(?:no|none|nil|not|known|unknown|nkda|nka|nkfa|recorded|documented|reviewed?|confirmed|verified|updated|patient|reports?|denies|allerg\w*|drug|drugs|food|foods|medication|medications|medicines?|environmental|reaction|reactions|severity|intoleran\w*|see|date|page|per|as|is|are|was|has|have|he|she|the|type|status|active|other|others|section|list|checked|asked|available|yes|on|since|with|tolerat\w*|can|adverse|note|history|childhood|years?|months?|mild|hospital|mother|father|which|that|who|there|to|but|cause[sd]?)\b/i

/** `rash to latex gloves` aside: what stands in the brackets of another name is its reaction. */
function isInReaction(text: string, { start }: Span): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  return line.lastIndexOf('(') > line.lastIndexOf(')') && /\p{L}\s*\([^)]*$/u.test(line)
}

/** Up to the next entry; a comma before a further reaction does not end it. */
function endOfReach(text: string, from: number): number {
  const stop = /\n|;|\.\s/.exec(text.slice(from))
  return stop ? from + stop.index : text.length
}

function isOwn(text: string, allergen: Allergen, context: ClinicalContext): boolean {
  const from = Math.max(text.lastIndexOf('\n', allergen.start - 1) + 1, lastSentence(text, allergen.start))
  const end = endOfReach(text, allergen.end)
  const statement = text.slice(from, end)
  const scope = readScopes(statement)({ start: allergen.start - from, end: allergen.end - from })
  if (scope.relation !== undefined || scope.isOthers || scope.isHypothetical || scope.isRuledOut) return false
  const clause = clauseOf(statement, allergen.start - from, allergen.end - from)
  if (HARMLESS.test(withoutOthers(clause, text.slice(allergen.start, allergen.end), context)))
    return /\b(?:not|cannot|unable|poorly)\s+(?:be\s+)?tolerat/i.test(clause)
  if (DENIED_AFTER.test(text.slice(allergen.end))) return false
  if (isTaken(text.slice(from, allergen.start), text.slice(allergen.end, end), context)) return false
  const before = text.slice(from, allergen.start)
  return !(scope.isNegated && NEGATED.test(before) && !NONE_OF_OTHERS.test(before))
}

/**
 * How often it is taken, or a verb of treating, and no reaction: a line that strayed in among the allergies. A strength
 * alone is none: practices list an allergy by the product that caused it.
 */
function isTaken(before: string, after: string, { reactions, sig }: ClinicalContext): boolean {
  if (reactions.reactionsIn(after).length > 0) return false
  const isDosed = sig.directionsIn(after.slice(0, 50)).frequency !== undefined
  const isTreated =
    /\b(?:started(?: on)?|commenced(?: on)?|given|prescribed|treated with|switched to|changed to|continued?(?: on)?|increased?|added|discharged (?:on|with)|(?:is|was|am|are|currently|now|been|stays|remains) on|takes|taking|uses)\s(?:[\p{L}-]+,?\s){0,5}$/iu.test(
      before,
    ) || /^[^.;,]{0,30}\b(?:started|commenced|increased|decreased|reduced to|added|continued)\b/i.test(after)
  return isDosed || isTreated
}
/** `Penicillin - tolerated amoxicillin`: what is tolerated is another one, and says nothing of the first. */
const withoutOthers = (clause: string, own: string, context: ClinicalContext) =>
  clause.replace(/\b(?:tolerat(?:es|ed|ing)|can (?:take|have)|safe with)\s+([^.;\n]*)/giu, (whole, other: string) =>
    !other.includes(own) && allergensIn(other.slice(0, 40), context).length > 0 ? '' : whole,
  )

const HARMLESS =
  /\b(?:without (?:any |further |apparent )*(?:problems?|trouble|difficult(?:y|ies)|issues?|incidents?|ill effects?|(?:adverse |allergic )?(?:reactions?|effects?)|symptoms)|with no (?:problems?|trouble|issues?|reactions?|ill effects?)|tolerat(?:es|ed|ing)|can take|can have|safe with|de-?label+ed|disproved|outgrown|outgrew|resolved|no longer (?:allergic|a problem)|not allergic|no allergy|cross-?react)/i
const clauseOf = (statement: string, start: number, end: number) => {
  const before =
    statement
      .slice(0, start)
      .split(/\bbut\b|\bhowever\b|;/i)
      .at(-1) ?? ''
  return before + statement.slice(start, end) + (statement.slice(end).split(/\bbut\b|\bhowever\b|;/i)[0] ?? '')
}
const DENIED_AFTER =
  /^\s*(?:allerg(?:y|ies))?\s*[:–-]?\s*\(?(?:no|none|negative|denied|denies|n)\)?(?=\s*(?:[,;.)\n]|$))/i
const NEGATED = /\b(?:no|not|denies|without|never)\b/i
/** `No known drug allergies, latex (rash)`: that there is none of the one kind says nothing of the other. */
const NONE_OF_OTHERS = /\b(?:no known|nkda|denies)\b[^,.;:\n]*\b(?:allerg\w*|nkda)\s*[,.;:–-]/i

const lastSentence = (text: string, at: number) => {
  const index = text.slice(0, at).search(/[.;]\s+(?=[^.;]*$)/)
  return index < 0 ? 0 : index + 1
}
