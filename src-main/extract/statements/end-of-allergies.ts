/**
 * Where a list of allergies ends without a title that is known. What stands below it must never become an allergy: a
 * medicine, a measure, a label of something else.
 */
import type { ExtractPage } from '../proposal.ts'
import { type Column, columnsOf } from './column-titles.ts'
import type { Piece } from './pieces.ts'
import type { Section } from './section-names.ts'

export interface Knowing {
  readonly isContent: (line: string) => boolean
  readonly isReaction: (words: string) => boolean
}

interface Within {
  readonly section: Section
}

/**
 * A label that is neither an allergen nor a part of an allergy's entry (`Medication changes:`, `Given in the ward:`): a
 * medicine after it must never become an allergy.
 */
export function endsAllergies(
  page: ExtractPage,
  piece: Piece,
  { section }: Within,
  { isContent, isReaction }: Knowing,
) {
  if (section !== 'allergies' || piece.opens || piece.title === undefined) return false
  const isAllergen = isContent(piece.title) && !OF_TREATMENT.test(piece.title)
  if (PART_OF_ALLERGY.test(piece.title) || isAllergen) return false
  const written = page.text.slice(piece.start, piece.end)
  return !isReaction(written.slice(written.indexOf(':') + 1))
}

/**
 * Below allergies that stood in the line of their title, or below their table: columns of medicines, or a title of
 * which the next row is a measure. What these rows name must never become an allergy.
 */
export function isOtherTable(
  page: ExtractPage,
  [piece, next]: readonly [Piece | undefined, Piece | undefined],
  { section }: Within,
  knowing: Knowing,
): boolean {
  if (section !== 'allergies' || !piece || piece.opens) return false
  const written = page.text.slice(piece.start, piece.end)
  if (piece.kind === 'row')
    return (
      isMedicineHeader(written) || (isMeasure(written) && !knowing.isContent(written) && !knowing.isReaction(written))
    )
  return next !== undefined && isTitleOfMeasures(page, piece, next, knowing)
}

const isMeasure = (written: string) =>
  /\t[^\t]*\d\s?(?:mm ?Hg|kg(?:\/m.?)?|cm|bpm|%|[mµu]?mol\/\w+|m?g\/d?L|U\/L|mL\/min)/iu.test(written)

const isTitleOfMeasures = (page: ExtractPage, piece: Piece, next: Piece, { isContent, isReaction }: Knowing) => {
  const written = page.text.slice(piece.start, piece.end)
  const isShort = (piece.kind === 'prose' || piece.kind === 'heading') && written.length <= 40
  return (
    isShort &&
    !isContent(written) &&
    !isReaction(written) &&
    next.kind === 'row' &&
    isMeasure(page.text.slice(next.start, next.end))
  )
}

/** `Drug  Dose  Route  Freq`: two columns or more that only medicines have, and none of an allergy's. */
function isMedicineHeader(written: string): boolean {
  const columns = written.split(/\t|\s{3,}/).map((cell) => columnsOf(cell.trim()))
  const has = (wanted: readonly Column[]) =>
    columns.filter((cell) => cell.some((column) => wanted.includes(column))).length
  return has(['allergen', 'reaction', 'severity']) === 0 && has(['strength', 'route', 'frequency', 'directions']) >= 2
}

const OF_TREATMENT =
  /\b(?:antibiotics?|anticoagula\w+|analgesi\w+|inhalers?|insulins?|vaccines?|prophyla\w+|pre-?op\w*|post-?op\w*|peri-?op\w*|given|started|stopped|current|regular|course|treatment|cover|therapy|home|new)\b/i
const PART_OF_ALLERGY =
  /^\s*(?:(?:adverse |allergic |type of |nature of )?reactions?(?: type| details?)?|severity|severe|moderate|mild|critical(?:ity)?|type|kind|category|class|allergens?|substance|agent|causative agent|drugs?|medications?|medicines?|foods?|environment(?:al)?|latex|contrast(?: media)?|insects?(?: stings?)?|animals?|pollens?|inhalants?|seasonal|dust|other|others|active|current|known|confirmed|suspected|entered|severe allergies|status|clinical status|verification|verified|certainty|onset|date|dates|noted|recorded|reported|since|first noted|source|comments?|notes?|details|description|manifestations?|symptoms?|effects?|what happens|signs|tolerates|intoleran(?:ce|ces|t)|sensitivit(?:y|ies))\s*$/i
