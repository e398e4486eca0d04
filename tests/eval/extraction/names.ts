/**
 * Whether a name that was found means what the paper names. What is printed and every name that the catalogue knows for
 * the same thing are right; a name that the catalogue knows for another thing is wrong, whatever stands on the page.
 */
import type { FactKind } from '#contract/facts.ts'
import type { Proposal } from '../../../src-main/extract/proposal.ts'
import { analytes } from '../../../tools/make-papers/clinical/analytes.ts'
import type { StatedFact } from '../../../tools/make-papers/clinical/clinical-document.ts'
import { conditions, procedures, reactants, vaccines } from '../../../tools/make-papers/clinical/conditions.ts'
import { findings } from '../../../tools/make-papers/clinical/findings.ts'
import { medicines } from '../../../tools/make-papers/clinical/medicines.ts'

type Named = readonly (readonly [about: string, names: readonly string[]])[]
type Found = Pick<Proposal, 'kind' | 'name' | 'nameText' | 'code'>

/** Names that no paper here prints and that say the same. */
const alsoCalled: Named = [
  ['urine-glucose', ['Urine glucose']],
  ['urine-protein', ['Urine protein']],
  ['urine-ketones', ['Urine ketones', 'Ketones, urine']],
  ['urine-nitrite', ['Urine nitrite']],
  ['urine-esterase', ['Urine leukocyte esterase', 'Leukocyte esterase, urine']],
  ['urine-blood', ['Urine blood', 'Hemoglobin, urine']],
  ['urine-gravity', ['Urine specific gravity']],
]

const measures: Named = [
  ...alsoCalled,
  ...analytes.map(({ id, names, europeanNames }) => [id, [...names, ...europeanNames]] as const),
  ...findings.map(({ id, names }) => [id, names] as const),
]
const ills: Named = conditions.map(({ id, names }) => [id, names])
const drugs: Named = medicines.map(({ substance, brands }) => [substance, [substance, ...brands]])

const catalogue: Readonly<Partial<Record<FactKind, Named>>> = {
  observation: measures,
  condition: ills,
  'family-history': ills,
  medication: drugs,
  // what people react to is named as a medicine as often as not
  allergy: [...reactants.map(({ id, names }) => [id, names] as const), ...drugs],
  immunization: [...vaccines.map(({ id, names }) => [id, names] as const), ['HPV9', ['Human papillomavirus', 'HPV']]],
  procedure: procedures.map(({ id, names }) => [id, names]),
}

const aboutsByName = new Map(
  Object.entries(catalogue).map(([kind, named]) => {
    const abouts = new Map<string, Set<string>>()
    for (const [about, names] of named)
      for (const name of names) {
        const key = bare(name)
        abouts.set(key, (abouts.get(key) ?? new Set()).add(about))
      }
    return [kind, abouts] as const
  }),
)
const aboutByCode = new Map(analytes.flatMap(({ id, loinc }) => loinc.map((code) => [code, id] as const)))

/** `mayBeMisread`: the page was recognised from an image, and a name may have lost or gained a letter. */
export function isSameName(
  truth: Pick<StatedFact, 'kind' | 'about' | 'nameText' | 'alsoNamed'>,
  found: Found,
  mayBeMisread = false,
): boolean {
  const [name, text, printed] = [bare(found.name), bare(found.nameText), bare(truth.nameText)]
  const abouts = aboutsOf(truth.kind, name)
  if (truth.alsoNamed?.some((label) => bare(label) === text) === true) return true
  if (abouts.has(truth.about) || name === printed) return !saysOtherCode(truth.about, found)
  if (abouts.size > 0 || saysOtherCode(truth.about, found)) return false
  if (text === printed || aboutsOf(truth.kind, text).has(truth.about)) return true
  if (mayBeMisread && editsBetween(text, printed) <= Math.max(1, printed.length * 0.2)) return true
  return isMostOf(text, printed) || isMostOf(printed, text)
}

/** What the catalogue does not know is about what it is called. */
export const isAbout = (about: string, kind: FactKind, found: Found): boolean =>
  [found.name, found.nameText].map(bare).some((name) => aboutsOf(kind, name).has(about) || name === about)

const aboutsOf = (kind: FactKind, name: string): ReadonlySet<string> => aboutsByName.get(kind)?.get(name) ?? new Set()

function saysOtherCode(about: string, { code }: Found): boolean {
  const coded = code?.system === 'loinc' ? aboutByCode.get(code.code) : undefined
  return coded !== undefined && coded !== about
}

/** Lower case, no punctuation; the side of a condition is a detail and no part of its name. */
function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/\b(left|right|bilateral|both)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const isMostOf = (part: string, whole: string) =>
  part.length >= 0.55 * whole.length && ` ${whole} `.includes(` ${part} `)

/** Levenshtein's distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === b[j] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
