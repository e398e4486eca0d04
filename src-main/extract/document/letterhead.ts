/** Who wrote a paper: the house in its letterhead, the hand at its end. */
import type { ExtractPage, NamedPerson } from '../proposal.ts'
import { type Line, linesOf } from './page-cells.ts'
import { readName } from './person-name.ts'

const HOUSE =
  /\b(?:hospitals?|clinics?|practice|laborator(?:y|ies)|labs?|medical (?:cent(?:er|re)|group|associates|college)|health ?(?:cent(?:er|re)|system|care|network|services?)|healthcare|surgery|institute|imaging|radiology|urgent care|partners|associates|pharmacy|diagnostics|infirmary|klinik(?:um)?|praxis|krankenhaus|spital|labor|apotheke|h[ôo]pital|clinique|cl[íi]nica|ospedale|ziekenhuis|medical cent(?:er|re)|family medicine|cardiology|dental|heart cent(?:er|re))\b/i

/** From the first lines, else from the foot of the first page. */
export function facilityOf(pages: readonly Pick<ExtractPage, 'text'>[]): string | undefined {
  const first = pages.find(({ text }) => text.trim() !== '')
  if (!first) return undefined
  const lines = linesOf(first.text)
  for (const line of [...lines.slice(0, 5), ...lines.slice(5).slice(-3)])
    for (const { text } of line.cells.slice(0, 2)) {
      const name = houseIn(text)
      if (name !== undefined) return name
    }
  return undefined
}

function houseIn(cell: string): string | undefined {
  if (cell.length > 140 || /^[\p{L} ]{2,24}:/u.test(cell) || /^(?:dear|to|cc|for|copy|from)\b/i.test(cell))
    return undefined
  const name = (cell.replace(/^#+ /, '').split(/,|\. |\.$| [-–·|] |\(|:/, 1)[0] ?? '').trim()
  const words = name.split(/\s+/)
  const isName = words.every((word) =>
    /^[\p{Lu}\d&'’]|^(?:of|and|for|the|de|der|für|du|la|le|di|at|in|st\.?)$/u.test(word),
  )
  if (!isName || words.length < 2 || words.length > 9 || /\d{3}/.test(name) || !HOUSE.test(name)) return undefined
  return /\b(?:report|results?|letter|summary|record|list|note|flowsheet|findings|form|department of|dr)\b/i.test(name)
    ? undefined
    : name
}

const SIGNED =
  /(?:^|[.\s])(?:(?:electronically|digitally) )?(?:signed|reviewed|verified|authored|dictated|reported|approved|validated|authenticated|author|written|interpreted|read)(?: (?:electronically|digitally))?(?: by)?[ ]?:?[ \t]*(?=\n|\p{Lu}|$)/giu
const CLOSING =
  /^(?:with )?(?:kind|best|warm)? ?(?:regards|wishes)\b|^(?:yours |most )?(?:sincerely|faithfully|truly|respectfully)|^with (?:many )?thanks|^mit freundlichen|^cordialement|^atentamente/i

/** The one who signs; a name by itself counts only under a closing formula. */
export function authorOf(
  pages: readonly Pick<ExtractPage, 'text'>[],
  people: readonly NamedPerson[],
): string | undefined {
  const patients = new Set(people.map(({ name }) => name.toLowerCase()))
  const isOwn = (name: string | undefined): name is string => name !== undefined && !patients.has(name.toLowerCase())
  const written = pages.filter(({ text }) => text.trim() !== '').map(({ text }) => ({ text, lines: linesOf(text) }))
  const found = [
    ...written.flatMap(({ text }) =>
      [...text.matchAll(SIGNED)].map((said) => signer(text, said.index + said[0].length)),
    ),
    ...written.flatMap(({ text, lines }) =>
      lines.map((line, at) => (CLOSING.test(line.text) ? underClosing(text, lines, at) : undefined)),
    ),
    ...written.flatMap(({ text, lines }) => lines.slice(0, 8).map((line) => fromLine(text, line))),
    ...written.slice(-1).flatMap(({ text, lines }) => lines.slice(-4).map((line) => professional(text, line.start))),
  ]
  return found.find(isOwn)
}

/** After `Signed`, on the same line or the next: with a title or letters, or at least two names. */
function signer(text: string, at: number): string | undefined {
  const start = at + (/^\s{0,3}/.exec(text.slice(at, at + 3))?.[0].length ?? 0)
  return professional(text, start) ?? plain(text, start)
}

function professional(text: string, at: number): string | undefined {
  const name = readName(text, at)
  return name?.address === 'doctor' ? text.slice(at, name.end).replace(/\s+/g, ' ') : undefined
}

function plain(text: string, at: number): string | undefined {
  const name = readName(text, at)
  return name && name.words >= 2 && /^(?:\s*$|[ ]?[\n,.;(]|\t)/.test(text.slice(name.end, name.end + 3))
    ? name.name
    : undefined
}

function underClosing(text: string, lines: readonly Line[], at: number): string | undefined {
  const beside = /,[ ]+(?=\p{Lu})/u.exec(lines[at]?.text ?? '')
  const line = lines[at]
  const inLine = line && beside ? signer(text, line.start + beside.index + beside[0].length) : undefined
  return (
    inLine ??
    lines
      .slice(at + 1, at + 4)
      .map(({ start }) => signer(text, start))
      .find((name) => name !== undefined)
  )
}

const fromLine = (text: string, line: Line): string | undefined =>
  /^from: /i.test(line.text) ? professional(text, line.start + 6) : undefined
