/** One line of the bench's table, and how the lines are printed. Numbers that two rounds disagree on are called noisy. */
import { median, spread } from './stats.ts'

export interface Row {
  readonly metric: string
  readonly ours: string
  /** What ours is held against: another program's time for the same work, or a limit. */
  readonly peer: string
  /** One ratio a round. */
  readonly ratios: readonly number[]
  readonly target: string
  /** Absent where a number is only reported. */
  readonly met?: boolean
}

const NOISY = 0.2

/** A row whose median ratio must be at most, or at least, a number. */
export function ratioRow(
  row: Omit<Row, 'met' | 'target'>,
  limit: { readonly most: number } | { readonly least: number },
): Row {
  const ratio = median(row.ratios)
  return 'most' in limit
    ? { ...row, target: `≤ ${limit.most}`, met: ratio <= limit.most }
    : { ...row, target: `≥ ${limit.least}`, met: ratio >= limit.least }
}

export function printRows(rows: readonly Row[]): void {
  const cells = rows.map((row) => [row.metric, row.ours, row.peer, ratioText(row.ratios), row.target, verdict(row)])
  const lines = [['metric', 'ours', 'peer or limit', 'ratio (min–max)', 'target', ''], ...cells]
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}

export const milliseconds = (ms: number): string => `${ms < 100 ? ms.toFixed(2) : ms.toFixed(0)} ms`

function ratioText(ratios: readonly number[]): string {
  if (ratios.length === 0) return ''
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)]
  return `${median(ratios).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
}

function verdict({ met, ratios }: Row): string {
  const noisy = ratios.length > 1 && spread(ratios) > NOISY ? 'noisy' : ''
  return [met === undefined ? 'reported' : met ? 'ok' : 'MISSED', noisy].filter(Boolean).join(', ')
}
