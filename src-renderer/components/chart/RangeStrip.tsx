/** Where a value lies in the range that its own paper gives. A value far outside stands at the end, never beyond. */
import { scaleOf } from './scale.ts'

export interface RangeStripProps {
  readonly value: number
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly isOut: boolean
  /** Spoken. */
  readonly label: string
}

const [WIDTH, HEIGHT] = [76, 14]
const EDGE = 4

export function RangeStrip({ value, low, high, isOut, label }: RangeStripProps) {
  const span = low !== undefined && high !== undefined ? high - low : Math.abs(high ?? low ?? 1) || 1
  const min = low === undefined ? Math.min(0, (high ?? 0) - span) : low - span * 0.5
  const max = high === undefined ? (low ?? 0) + span : high + span * 0.5
  const x = scaleOf(min, max, EDGE, WIDTH - EDGE)
  const bandFrom = low === undefined ? 0 : x.at(low)
  const bandUntil = high === undefined ? WIDTH : x.at(high)
  const at = Math.min(WIDTH - EDGE, Math.max(EDGE, x.at(value)))
  return (
    <svg role="img" aria-label={label} width={WIDTH} height={HEIGHT} className="block">
      <title>{label}</title>
      <rect y={HEIGHT / 2 - 3} width={WIDTH} height={6} rx={3} className="fill-line-soft" />
      <rect
        x={bandFrom}
        y={HEIGHT / 2 - 3}
        width={Math.max(2, bandUntil - bandFrom)}
        height={6}
        rx={3}
        className="fill-band stroke-ok/45"
        strokeWidth={0.75}
      />
      <circle
        cx={at}
        cy={HEIGHT / 2}
        r={3.6}
        className={`${isOut ? 'fill-crit' : 'fill-ink'} stroke-surface`}
        strokeWidth={1.5}
      />
    </svg>
  )
}
