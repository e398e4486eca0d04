/** Allergies of running text: `allergic to …`, `… allergy`, `intolerant of …`, `anaphylaxis to …`, and only so. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import { statementsOf } from '../statements/statements-of.ts'
import { type Allergen, allergensIn, allergyProposal } from './allergens.ts'

export function readAllergyProse(passage: Passage, context: ClinicalContext): Proposal[] {
  return statementsOf(passage).flatMap((statement) => readSentence(passage, statement, context))
}

const NAMED_AFTER =
  /\b(?:allerg(?:ic|y|ies) (?:to|include[sd]?|are)|(?:allergic|adverse|hypersensitivity|anaphylactic) reactions? (?:to|with|after)|intoleran(?:t|ce|ces) (?:of|to|include[sd]?)|anaphyla(?:xis|ctic shock) (?:to|with|after|from)|hypersensitiv(?:e|ity) to|(?:unable to|cannot|could not|can't|did not|does not) tolerate)\s/gi
const NAMED_BEFORE =
  /^(?:[\s-](?:drug |food |antibiotic )?(?:allerg(?:y|ic|ies)|intoleran(?:ce|t)|hypersensitivity|anaphylaxis))\b/i

/** Shorthand: `DHx - allergies aspirin`; not what is taken for allergies. */
const LISTED_AFTER = /(?<!\b(?:for|with|of|from|and|seasonal|environmental|food|no|nil|his|her|the) )\ballergies\s$/i

function readSentence({ page }: Passage, statement: Span, context: ClinicalContext): Proposal[] {
  const text = page.text.slice(statement.start, statement.end)
  if (!/allerg|intoleran|anaphyla|hypersens|tolerate/i.test(text)) return []
  const allergens = allergensIn(text, context)
  const scopeOf = readScopes(text)
  return allergens.flatMap((allergen, index) => {
    if (!isNamed(text, allergen, allergens)) return []
    const scope = scopeOf(allergen)
    if (
      scope.relation !== undefined ||
      scope.isOthers ||
      scope.isRuledOut ||
      isDenied(text, allergen) ||
      isOnlySpokenOf(text, allergen)
    )
      return []
    const next = allergens[index + 1]?.start ?? text.length
    const turn = TURN.exec(text.slice(allergen.end, next))
    const until = turn ? allergen.end + turn.index : next
    const shift = <T extends Span>(span: T): T => ({
      ...span,
      start: span.start + statement.start,
      end: span.end + statement.start,
    })
    return [
      allergyProposal({ page, allergen: shift(allergen), reach: shift({ start: allergen.end, end: until }) }, context),
    ]
  })
}

/** What follows is not what it does. */
const TURN = /\b(?:but|although|never|denies|denied|without)\b/i

/** Its name follows `allergic to` in one list of names, or goes before `allergy`. */
function isNamed(text: string, allergen: Allergen, all: readonly Allergen[]): boolean {
  if (NAMED_BEFORE.test(text.slice(allergen.end)) || LISTED_AFTER.test(text.slice(0, allergen.start))) return true
  const cue = [...text.slice(0, allergen.start).matchAll(NAMED_AFTER)].at(-1)
  if (!cue) return false
  const between = text.slice(cue.index + cue[0].length, allergen.start)
  if (
    /[;]|\.\s|\b(?:but|and (?:he|she|is|was|takes)|so|which|who|treated|started|takes|was given|given|therefore|instead)\b/i.test(
      between,
    )
  )
    return false
  return (
    between.length < 40 ||
    all.some((other) => other.end <= allergen.start && allergen.start - other.end < 60 && other.start >= cue.index)
  )
}

function isDenied(text: string, allergen: Span): boolean {
  const before = clauseOfCue(text.slice(Math.max(0, allergen.start - 60), allergen.start))
  if (/\b(?:unable to|cannot|could not|can't|did not|does not) tolerate\s[^.;]*$/i.test(before)) return false
  return (
    /\b(?:no|not|denies|denied|never|without|isn't|nor|negative for)\b(?! longer)[^.;]*$/i.test(before) &&
    !/\bbut\b[^.;]*$/i.test(before)
  )
}

/** `Not on any medicine, allergic to peanuts`: what is denied before the comma is another thing. */
const clauseOfCue = (before: string) => /,\s((?:is |he is |she is )?allergic to\s[^.;]*)$/i.exec(before)?.[1] ?? before

/** Asked for, tested for, feared, outgrown. */
const isOnlySpokenOf = (text: string, allergen: Span) =>
  /\b(?:if|test(?:ed|ing)? for|screen\w* for|consider|in case of|avoid in|contraindicated in|people with|patients (?:with|who)|risk of|query|\?|possible|suspected|outgrew|previously thought)\b[^.;]*$/i.test(
    text.slice(Math.max(0, allergen.start - 60), allergen.start),
  ) ||
  /^[^.;]{0,40}\b(?:ruled out|excluded|de-?label+ed|testing|test (?:was )?negative|outgrown|clinic|leaflet|unlikely)\b/i.test(
    text.slice(allergen.end),
  )
