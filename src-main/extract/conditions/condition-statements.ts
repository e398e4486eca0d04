/** One sentence or list item → the conditions it states, with whose they are and how sure. */
import type { FactDetails } from '#contract/facts.ts'
import type { Span } from '../../ingest/read-page.ts'
import { type ClinicalContext, paperDate, statedOn } from '../clinical-context.ts'
import type { Proposal } from '../proposal.ts'
import type { Passage } from '../statements/read-passages.ts'
import { readScopes, type Scope } from '../statements/scopes.ts'
import type { Section } from '../statements/section-names.ts'
import { sideOf } from '../statements/side.ts'
import { datesBeside } from '../statements/stated-dates.ts'
import { isTicked } from '../statements/ticked-cells.ts'
import { type Named, unknownConditions } from './unknown-conditions.ts'

/** Sections that list what somebody has. */
const LISTS: ReadonlySet<Section> = new Set<Section>(['problems', 'history', 'diagnoses', 'impression'])

export function readStatement(passage: Passage, statement: Span, context: ClinicalContext): Proposal[] {
  const text = passage.page.text.slice(statement.start, statement.end)
  if (/\?\s*$/.test(text) && !LISTS.has(passage.section)) return []
  const known: Named[] = context.conditions
    .findIn(text)
    .filter((hit) => !isOtherThing(text, hit))
    .map((hit) => ({ ...wholeName(text, hit), doubts: [], suggestions: [] }))
  const unknown = known.length === 0 ? unknownConditions(passage.section, text, context) : []
  const named = [...known, ...unknown]
  const scopeOf = readScopes(text)
  return named.flatMap((hit, index) => {
    const scope = scopeOf(hit)
    const isCued = LISTS.has(passage.section) || passage.section === 'family-history' || isAsserted(text, hit, scope)
    if (!isCued) return []
    const next = named[index + 1]?.start ?? text.length
    return conditionProposal({ passage, statement, text, hit, scope, until: next }, context)
  })
}

/** `bone cancer`: the general word takes the kind before it. */
function wholeName<T extends Span & { readonly name: string }>(text: string, hit: T): T {
  const kind = hit.name === 'cancer' ? CANCER_KIND.exec(text.slice(0, hit.start))?.[1] : undefined
  if (kind === undefined) return hit
  const start = hit.start - kind.length - 1
  return { ...hit, start, name: text.slice(start, hit.end).toLowerCase() }
}
const CANCER_KIND =
  /(?<![\p{L}])((?!(?:and|or|of|has|had|have|with|the|a|any|no|his|her|their|from|for|to|metastatic|known|some|previous|recurrent|active|family|possible|suspected|developed|denies|having|without|not|treated|got|stage|other|type|types|kind|describes|reports?|mentions|notes|states|including|like|survived|beat|fear|was|is|been|than|about|comprehensive)\b)\p{L}{3,})\s$/iu

interface Reading {
  readonly passage: Passage
  readonly statement: Span
  readonly text: string
  readonly hit: Named
  readonly scope: Scope
  /** Where the next name begins. */
  readonly until: number
}

function conditionProposal(reading: Reading, context: ClinicalContext): Proposal[] {
  const { passage, statement, text, hit, scope } = reading
  const isFamily = passage.section === 'family-history' || scope.relation !== undefined
  if (scope.isOthers || scope.isHypothetical || scope.isNegated) return []
  if (isFamily && (scope.isRuledOut || scope.isUncertain)) return []
  const side = sideOf(text, hit)
  const details: FactDetails = isFamily
    ? { relation: scope.relation ?? relationBefore(passage, statement) ?? 'family' }
    : { ...certaintyOf(scope), ...statusOf(text, hit, scope), ...(side ? { side } : {}) }
  const span = { start: statement.start + hit.start, end: statement.start + hit.end }
  const date = isFamily ? undefined : dateOf(reading, context)
  return [
    {
      kind: isFamily ? 'family-history' : 'condition',
      name: hit.name,
      nameText: text.slice(hit.start, hit.end),
      valueText: text.slice(hit.start, hit.end),
      flag: 'unknown',
      isNoneKnown: false,
      ...(date ? statedOn(date) : paperDate(context)),
      details,
      doubts: [...hit.doubts, ...(date?.isAmbiguous ? (['ambiguous-date'] as const) : [])],
      suggestions: hit.suggestions,
      page: passage.page.number,
      spans: [span],
      valueSpan: span,
    },
  ]
}

function certaintyOf(scope: Scope): FactDetails {
  if (scope.isRuledOut) return { certainty: 'ruled-out' }
  return scope.isUncertain ? { certainty: 'suspected' } : {}
}

function statusOf(text: string, hit: Span, scope: Scope): FactDetails {
  if (
    /^(?:\s?[,(–-]\s?)?[^,;.]{0,30}\b(?:resolved|in remission|cured)(?=\s*(?:[,;.)\n]|$|in |on |\d))/i.test(
      text.slice(hit.end),
    ) ||
    /\bresolved\s$/i.test(text.slice(0, hit.start))
  )
    return { status: 'resolved' }
  return scope.isHistorical ? { status: 'history' } : {}
}

/** `Diagnosed 2015`, `(2012)`, `since May 2010`: right after the name, before another. */
function dateOf({ text, hit, until }: Reading, { order }: ClinicalContext) {
  const after = text.slice(hit.end, until)
  const [found] = datesBeside(after, order)
  if (!found || found.start > 40 || /[;]|\.\s/.test(after.slice(0, found.start))) return undefined
  return /^[\s,(–:-]*(?:\w+\s){0,3}(?:since|in|on|from|diagnosed|dx|onset|noted|date|first)?[\s:.,(–-]*$/i.test(
    after.slice(0, found.start),
  )
    ? found.date
    : undefined
}

/** In a family history a relative may head the line before: `Mother:` and then a list. */
function relationBefore(passage: Passage, statement: Span): string | undefined {
  const before = passage.page.text.slice(Math.max(0, statement.start - 60), statement.start)
  return /\b((?:maternal |paternal )?(?:grand)?(?:mother|father)|brother|sister|son|daughter|aunt|uncle|cousin)\s*:\s*$/i
    .exec(before)?.[1]
    ?.toLowerCase()
}

/** `ST depression`, `on RA`: the same letters, another thing. */
const isOtherThing = (text: string, { start, end }: Span) => {
  const [before, written, after] = [text.slice(0, start), text.slice(start, end), text.slice(end, end + 70)]
  if (/^depression$/i.test(written) && /\b(?:ST|respiratory|PR|marrow)[- ]$/i.test(before)) return true
  if (written === 'RA' && /(?:\bon|%)\s$|\d\s$/i.test(before)) return true
  if (/^(?:PE|MS|CAD|OA)$/.test(written) && /^\s?:/.test(after)) return true
  if (/^covid/i.test(written) && (TIME_OF_COVID.test(before) || COVID_OF_ALL.test(after))) return true
  return NAMED_AFTER.test(after) || PLACE_AFTER.test(after)
}
/** The pandemic, which everybody had. */
const TIME_OF_COVID = /\b(?:(?:start|height|time|era|days) of|during|since|before|throughout|pre)[ -]$/i
const COVID_OF_ALL = /^\s(?:pandemic|restrictions?|lockdowns?|times|era|protocols?|guidelines)\b/i
/** `Diabetes and Hypertension Clinic`: a place. */
const PLACE_AFTER =
  /^(?:\s?(?:,|and|&|\/)\s?\p{L}+){1,3}\s(?:clinic|service|centre|center|department|unit|team|nurse)s?\b/iu
/** What is only named after a disease: a test for it, what is done about it, who cares for those who have it. */
const NAMED_AFTER =
  /^(?:'s?)?\s(?:associations?|foundation|society|network|institute|registry|council|alliance|profiles?|tit(?:er|re)s?|RNA|DNA|PCR|genotype|viral load|action plan|pathway|questionnaires?)\b/i

const CUE_BEFORE =
  /\b(?:has|have|had|having|with|history of|hx of|h\/o|known|diagnos(?:ed|is)|dx|suffer(?:s|ed|ing)?|treated for|treatment (?:of|for)|managed for|admitted (?:with|for)|presented with|presents with|due to|secondary to|s\/p|status post|developed|develops|underlying|complicated by|consistent with|suggest\w*|suspected|suspicio\w+|possible|probable|likely|because of|background of|positive for|showed?|shows|revealed|confirmed|demonstrat\w+|c\/w|recover\w+ from|recurrent|worsening|follow[- ]?up (?:of|for)|exacerbation of|(?:his|her|their|your|my) (?:known |chronic |long-standing )?|evidence of|for (?:his|her|their|your|known|treatment of)|rule out|r\/o|query|imp(?:ression)?|diagnosis|concern\w* for|denies|ruled out|in view of|given (?:his|her)|survivor of|is (?:a|an)|for|of|and|or|,)\s?(?:[\p{L}’'-]+\s){0,4}$|\?\s?$/iu
const CUE_AFTER =
  /^(?:\s\([^)]*\))?\s(?:is|was|remains|has been|well|since|diagnosed|stable|controlled|confirmed|in remission|resolved|cannot|could not|ruled out|excluded|suspected|likely|possible|that|which|on (?:treatment|medication)|managed|treated)\b/i
/** Whose it is, or how it goes: enough by themselves. */
const OWN_BEFORE = /\b(?:his|her|their|your|my|patient's|patient’s)\s(?:[\p{L}-]+\s){0,2}$/iu
const COURSE_AFTER =
  /^\s(?:is|was|remains|has been|continues to be|seems)\s(?:\w+\s){0,2}?(?:controlled|stable|resolved|improving|improved|worse|worsening|quiescent|in remission|cured|ruled out|excluded|diagnosed|confirmed|suspected|asymptomatic)\b/i
/** Words that make the sentence say that somebody has it; a bare name in running text is only a topic. */
const SUBJECT =
  /\b(?:patient|he|she|i|you|mr|mrs|ms|who|man|woman|male|female|boy|girl|gentleman|lady|year[- ]old|yo|y\/o|has|had|have|history|hx|diagnos\w+|known|admitted|present\w*|suffer\w*|treated|impression|assessment|suspected|possible|probable|likely|confirmed|ruled|excluded|due|secondary|with|\?)(?!\p{L})|\?/iu

function isAsserted(text: string, hit: Span, scope: Scope): boolean {
  const before = text.slice(Math.max(0, hit.start - 80), hit.start)
  const after = text.slice(hit.end, hit.end + 50)
  const isCued = CUE_BEFORE.test(before) || CUE_AFTER.test(after)
  const isOwn = OWN_BEFORE.test(before) || COURSE_AFTER.test(after)
  return (
    isOwn ||
    isTicked(text, hit) ||
    (isCued && SUBJECT.test(text)) ||
    scope.relation !== undefined ||
    scope.isUncertain ||
    scope.isRuledOut
  )
}
