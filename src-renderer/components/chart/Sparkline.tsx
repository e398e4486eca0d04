/** How a measure went, in the height of a row. Says nothing by itself: the value stands beside it, all values in the labs. */
import { paddedExtent, type SparkPoint, scaleOf } from './scale.ts'

const [WIDTH, HEIGHT] = [72, 24]

export function Sparkline({ points }: { readonly points: readonly SparkPoint[] }) {
  const last = points.at(-1)
  if (last === undefined || points.length < 2) return null
  const times = points.map(({ at }) => at)
  const x = scaleOf(Math.min(...times), Math.max(...times), 3, WIDTH - 5)
  const y = scaleOf(...paddedExtent(points.map(({ value }) => value)), HEIGHT - 3, 3)
  const line = points.map(({ at, value }) => `${x.at(at).toFixed(1)},${y.at(value).toFixed(1)}`).join(' ')
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} className="block overflow-visible">
      <polyline points={line} fill="none" className="stroke-ink-3" strokeWidth={1.4} strokeLinejoin="round" />
      <circle cx={x.at(last.at)} cy={y.at(last.value)} r={2.6} className={last.isOut ? 'fill-crit' : 'fill-ink'} />
    </svg>
  )
}
