/** Lists of medicines and prescriptions: each name with the directions up to the next name. */
import type { Span } from '../../ingest/read-page.ts'
import type { ClinicalContext } from '../clinical-context.ts'
import type { Change } from '../dictionaries/sig.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readScopes } from '../statements/scopes.ts'
import type { Section } from '../statements/section-names.ts'
import { changeOf } from './changes.ts'
import { doseBefore } from './dose-before.ts'
import type { Reading } from './medication-proposal.ts'
import { type Mention, mentionsIn, unknownMention, unknownMentionsIn } from './mentions.ts'
import { withoutWraps } from './without-wraps.ts'

const CHANGE_OF_SECTION: Partial<Record<Section, Change>> = {
  'medications-started': 'started',
  'medications-stopped': 'stopped',
  'medications-changed': 'changed',
  'medications-continued': 'continued',
}

export function readMedicationList(passage: Passage, context: ClinicalContext): Reading[] {
  const { page } = passage
  const text = withoutWraps(page.text, passage, true)
  const mentions = listMentions(text, passage, context)
  const stated = CHANGE_OF_SECTION[passage.section]
  return mentions.flatMap((mention, index) => {
    const lineStart = startOfStatement(text, mention.start)
    const until = startOfNext(text, mention, mentions[index + 1])
    const from = Math.max(lineStart, mentions[index - 1]?.end ?? 0)
    const around = text.slice(from, until)
    if (!isTaken(around, { start: mention.start - from, end: mention.end - from })) return []
    const reach = { start: mention.end, end: endOfReach(text, mention.end, until) }
    const said = changeOf(text, mention, { start: from, end: reach.end }, mentions, context.sig)
    const change = said?.change ?? stated
    const before = doseBefore(text, from, mention.start)
    return {
      page,
      mention: shifted(mention, passage.start),
      reaches: [
        reach,
        ...formBefore(text, Math.max(lineStartOf(text, mention.start), mentions[index - 1]?.end ?? 0), mention.start),
      ].map((span) => shifted(span, passage.start)),
      ...(before ? { before: shifted(before, passage.start) } : {}),
      ...(change ? { change } : {}),
      ...(said ? { changeSpan: shifted(said.span, passage.start) } : {}),
    }
  })
}

const shifted = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start + by, end: span.end + by })

function listMentions(text: string, passage: Passage, context: ClinicalContext): Mention[] {
  const known = mentionsIn(text, context.drugs).filter(
    (mention, index, all) => !isReason(text, mention) && !isOtherName(text, mention, all[index - 1]),
  )
  const unknown = unknownMentionsIn(text, context.drugs, known, true)
  const all = [...known, ...unknown]
  const bare = all.length === 0 && passage.kind === 'item' ? bareName(text, context) : []
  return [...all, ...bare].sort((a, b) => a.start - b.start)
}

const lineStartOf = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1

/** `Tab. ramipril`, `Inj. heparin`: a form before the name. */
function formBefore(text: string, from: number, nameStart: number): Span[] {
  const before = text.slice(from, nameStart)
  const form =
    /(?:^|[\s.)•-])((?:tab|cap|inj|syr|susp|oint|supp)s?|tablets?|capsules?|injection|syrup|cream|inhaler)\.?\s$/i.exec(
      before,
    )?.[1]
  if (form === undefined) return []
  const start = from + before.lastIndexOf(form)
  return [{ start, end: start + form.length }]
}

/** `Tab. ramipril` on a line of its own: what stands before the next name is the next one's. */
function startOfNext(text: string, mention: Span, next: Span | undefined): number {
  if (!next) return text.length
  const line = text.lastIndexOf('\n', next.start - 1) + 1
  return line > mention.end ? line : next.start
}

/** `Commonly known as: Zestril`, `(Motrin)`: the same medicine once more. */
const isOtherName = (text: string, mention: Mention, before: Mention | undefined) =>
  before !== undefined &&
  before.ingredients.join() === mention.ingredients.join() &&
  /(?:\(|\[|\b(?:known as|brand(?: names?)?|generic(?: name)?|trade names?):?)\s*(?:[\p{L}-]+(?:,| or)\s)*$/iu.test(
    text.slice(Math.max(0, mention.start - 60), mention.start),
  )

/** `for iron deficiency`, `take with calcium`, `instead of warfarin`: named, not listed. */
function isReason(text: string, { start, end }: Mention): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  if (
    /(?:\bfor|\bwith(?: your)?|\bavoid|\binstead of|\breplaces?|\breplacing|\bbefore|\bafter|\bsame as|\bgeneric (?:for|of)|\bequivalent to|\bwas|\bnot with|\baway from|\bswitched from|\blike|\bthan|\bbrand(?: name)?:?)\s$/i.test(
      before,
    )
  )
    return true
  return /^[ -](?:deficien|level|toxicity|allerg|intolerance|stor|supplementation for|resistance|related|test)/i.test(
    text.slice(end, end + 24),
  )
}

/** A list item that is a name alone, near to a known one or with times to take it. */
function bareName(text: string, context: ClinicalContext): Mention[] {
  const match =
    /^[\s•*‣▪◦–·●○■□✓-]*(?:\(?\d{1,2}[.)]\s+)?([\p{L}][\p{L}\d'’-]{4,}(?: [\p{L}\d'’-]{2,})?)(?=\s*(?:$|[,(–:-]|\n))/u.exec(
      text,
    )
  const name = match?.[1]
  if (!match || name === undefined) return []
  const suggestions = context.drugs.near(name)
  if (suggestions.length === 0) return []
  const start = match.index + match[0].length - name.length
  return [unknownMention(name, start, start + name.length, suggestions)]
}

/** The line, or the sentence in it, that the name stands in. */
function startOfStatement(text: string, at: number): number {
  const before = text.slice(0, at)
  return Math.max(before.lastIndexOf('\n') + 1, (/[.;]\s+(?=[^.;]*$)/.exec(before)?.index ?? -1) + 1)
}

/** Directions do not run on over an empty line, nor into a sentence that is about something else. */
function endOfReach(text: string, from: number, until: number): number {
  const reach = text.slice(from, until)
  const stop =
    /\n\s*\n|\n(?=\s*(?:note|please|if you|call|contact|allerg|this list|prescriber|pharmacy|dr\.?\s|(?:previous|past|other|history|background|social|smoking|plan|results?|exam\w*)[^:\n]{0,24}(?=:))(?!\p{L}))/iu.exec(
      reach,
    )
  return from + (stop ? stop.index : reach.trimEnd().length)
}

function isTaken(around: string, mention: Span): boolean {
  const scope = readScopes(around)(mention)
  if (scope.relation !== undefined || scope.isOthers) return false
  if (/\b(?:allerg(?:y|ies|ic)|intoleran(?:t|ce)|anaphyla)/i.test(around.slice(0, mention.end + 30))) return false
  if (
    /\b(?:avoid|do not take|don't take|never take|not to take|contraindicated)\b[^.;\n]{0,40}$/i.test(
      around.slice(0, mention.start),
    )
  )
    return false
  if (SPOKEN_OF.test(around.slice(0, mention.start)) || NEVER_TAKEN.test(around.slice(mention.end))) return false
  if (/\bno longer (?:on|takes?|taking|taken|uses|using|needs|has)\b[^.;\n]*$/i.test(around.slice(0, mention.start)))
    return true
  return !(
    scope.isNegated &&
    /\b(?:not|no|never|denies|without|isn't|nil)\b[^.;\n]{0,30}$/i.test(around.slice(0, mention.start))
  )
}

/** `Aspirin 75 mg - declined`. */
const NEVER_TAKEN =
  /^[^\n.;]{0,40}?[–(,-]\s*(?:patient |pt\.? )?(?:declined|refused|never (?:taken|started|took)|not (?:started|prescribed))\b/i

/** A thought or a plan with a condition: not taken now. */
const SPOKEN_OF =
  /\b(?:would|could|might|consider(?:ed|ing)?|discuss(?:ed|ing)?|if (?:bp|blood pressure|no (?:response|better|improvement)|not (?:better|improv\w*|tolerat\w*|control\w*)|symptoms? (?:persists?|worsens?|continues?|returns?)))\b[^.;\n]{0,60}$/i
