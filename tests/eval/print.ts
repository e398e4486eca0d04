/** What `npm run eval` says: a line for each page as it is scored, and a table for each group. */
import { samePlace } from './boxes.ts'
import type { PageScore } from './score-page.ts'
import type { Figure, ScoredPage } from './summarize.ts'

export function printPage({ name, family, score, ms, passes, behindFlat, failed }: ScoredPage): void {
  const { figures, boxes, ledger } = score
  const parts = [
    `${name}, ${family}`.padEnd(40),
    `recall ${fraction(score.recall)}`,
    `precision ${fraction(score.precision)}`,
    `numeric ${figures.right}+${figures.doubtful}/${figures.total}`.padEnd(18),
    `boxes ${boxes.right}/${boxes.total}`.padEnd(15),
    ...(ledger.planted > 0 ? [`flagged ${fraction(ledger.flagged / ledger.planted)}`] : []),
    `falsely ${fraction(ledger.read === 0 ? 0 : ledger.falselyFlagged / ledger.read)}`,
    ...(behindFlat === undefined ? [] : [`behind flat ${fraction(behindFlat)}`]),
    `${(ms / 1000).toFixed(1)} s`,
    `${passes.toFixed(1)} passes`,
    ...(failed === undefined ? [] : [`FAILED ${failed}`]),
  ]
  console.log(parts.join('  '))
}

/** Lost words with what stands in their place, what was read where nothing was lost, and where the ledger is wrong. */
export function printErrors({ figures, lost, extra, ledger }: PageScore): void {
  const wrong = new Set(figures.wrong.map(({ box }) => box))
  for (const { truth, read, box } of lost)
    console.log(`    ${wrong.has(box) ? 'WRONG' : 'lost '}  ${quoted(truth)} → ${quoted(read)}  at ${placeOf(box)}`)
  for (const { text, box } of extra.filter((word) => !lost.some(({ box }) => samePlace(box, word.box))))
    console.log(`    extra  ${quoted(text)}  at ${placeOf(box)}`)
  for (const box of ledger.overlooked) console.log(`    not flagged: handwriting at ${placeOf(box)}`)
  for (const { text, box } of ledger.blamed) console.log(`    flagged: ${quoted(text)}  at ${placeOf(box)}`)
}

export function printSummary(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { name, value, limit, met, note } of figures) {
    const shown = name.startsWith('ms') ? value.toFixed(0) : fraction(value)
    const verdict = met === undefined ? '' : met ? `pass (${limit})` : `MISS (${limit})`
    console.log(`  ${name.padEnd(34)} ${shown.padStart(6)}  ${verdict.padEnd(13)} ${note ?? ''}`.trimEnd())
  }
}

const fraction = (value: number) => value.toFixed(3)
const quoted = (text: string) => (text === '' ? '(nothing)' : `“${text}”`)
const placeOf = (box: readonly number[]) => box.map((part) => part.toFixed(3)).join(' ')
