/**
 * A measure over time: its line, the band that each report itself gives, and each value as a button. One stop of Tab;
 * ← and → go from value to value. A date that is known only in part is drawn as wide as it is unsure.
 */
import { useRef, useState } from 'react'
import { useSize } from '../page/useSize.ts'
import { paddedExtent, roundSteps, type Scale, scaleOf, timeSteps } from './scale.ts'

export interface TrendPoint {
  readonly id: string
  /** What the date covers, in milliseconds. */
  readonly from: number
  readonly until: number
  readonly value: number
  /** The second number of a pair. */
  readonly second?: number | undefined
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly isOut: boolean
  readonly isUnchecked: boolean
  /** Spoken, and shown beside the point that has the focus. */
  readonly label: string
  readonly lines: readonly string[]
}

export interface TrendChartProps {
  /** The oldest first. */
  readonly points: readonly TrendPoint[]
  readonly label: string
  readonly monthText: (at: number) => string
  readonly onOpen: (id: string) => void
}

const HEIGHT = 260
const MARGIN = { left: 52, right: 20, top: 14, bottom: 28 }
const DAY_MS = 86_400_000

const middle = ({ from, until }: TrendPoint) => (from + until) / 2

export function TrendChart({ points, label, monthText, onOpen }: TrendChartProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  const { width } = useSize(box)
  const [chosen, setChosen] = useState<number>()
  const current = Math.min(chosen ?? points.length - 1, points.length - 1)
  const values = points.flatMap(({ value, second, low, high }) =>
    [value, second, low, high].filter((each) => each !== undefined),
  )
  const times = points.flatMap(({ from, until }) => [from, until])
  const pad = Math.max(DAY_MS * 5, (Math.max(...times) - Math.min(...times)) * 0.04)
  const x = scaleOf(Math.min(...times) - pad, Math.max(...times) + pad, MARGIN.left, width - MARGIN.right)
  const [least, most] = paddedExtent(values)
  const y = scaleOf(Math.min(...values) >= 0 ? Math.max(0, least) : least, most, HEIGHT - MARGIN.bottom, MARGIN.top)
  const move = (event: React.KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -points.length, End: points.length }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.max(0, Math.min(points.length - 1, current + step))
    setChosen(next)
    box.current?.querySelector<HTMLElement>(`[data-point="${next}"]`)?.focus()
  }
  return (
    <fieldset
      ref={box}
      aria-label={label}
      className="relative w-full min-w-0"
      style={{ height: HEIGHT }}
      onKeyDown={move}
    >
      {width > 0 && (
        <>
          <svg aria-hidden width={width} height={HEIGHT} className="absolute inset-0 block">
            <Bands points={points} x={x} y={y} />
            <Axes x={x} y={y} width={width} monthText={monthText} />
            <Line points={points} x={x} y={y} />
          </svg>
          {points.map((point, at) => (
            <PointButton
              key={point.id}
              point={point}
              left={x.at(middle(point))}
              top={y.at(point.value)}
              at={at}
              isStop={at === current}
              isFarRight={x.at(middle(point)) > width * 0.7}
              onFocus={() => setChosen(at)}
              onOpen={() => onOpen(point.id)}
            />
          ))}
        </>
      )}
    </fieldset>
  )
}

interface Scales {
  readonly points: readonly TrendPoint[]
  readonly x: Scale
  readonly y: Scale
}

/** Each report's band reaches half way to its neighbours; where two differ, there is a step. */
function Bands({ points, x, y }: Scales) {
  const right = x.at(x.max)
  return points.map((point, at) => {
    const { low, high } = point
    if (low === undefined && high === undefined) return null
    const [before, after] = [points[at - 1], points[at + 1]]
    const here = x.at(middle(point))
    const from = before === undefined ? MARGIN.left : (x.at(middle(before)) + here) / 2
    const until = after === undefined ? right : (x.at(middle(after)) + here) / 2
    const top = high === undefined ? MARGIN.top : Math.max(MARGIN.top, y.at(high))
    const bottom = low === undefined ? HEIGHT - MARGIN.bottom : Math.min(HEIGHT - MARGIN.bottom, y.at(low))
    return (
      <g key={point.id}>
        <rect
          x={from}
          y={top}
          width={Math.max(1, until - from)}
          height={Math.max(1, bottom - top)}
          className="fill-band/75"
          shapeRendering="crispEdges"
        />
        {high !== undefined && <path d={`M${from} ${top}H${until}`} className="stroke-ok/50" strokeWidth={1} />}
        {low !== undefined && <path d={`M${from} ${bottom}H${until}`} className="stroke-ok/50" strokeWidth={1} />}
      </g>
    )
  })
}

function Axes({ x, y, width, monthText }: { x: Scale; y: Scale; width: number; monthText: (at: number) => string }) {
  return (
    <g className="num fill-ink-3 text-meta">
      {roundSteps(y.min, y.max, 5).map(({ value, text }) => (
        <g key={text}>
          <path
            d={`M${MARGIN.left} ${y.at(value)}H${width - MARGIN.right}`}
            className="stroke-line"
            strokeWidth={1}
            strokeDasharray="1 3"
          />
          <text x={MARGIN.left - 8} y={y.at(value)} dy="0.32em" textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <path
        d={`M${MARGIN.left} ${HEIGHT - MARGIN.bottom}H${width - MARGIN.right}`}
        className="stroke-line"
        strokeWidth={1}
      />
      {timeSteps(x.min, x.max, Math.max(2, Math.floor(width / 110))).map(({ at, isYear }) => (
        <text key={at} x={x.at(at)} y={HEIGHT - 8} textAnchor="middle">
          {isYear ? new Date(at).getUTCFullYear() : monthText(at)}
        </text>
      ))}
    </g>
  )
}

function Line({ points, x, y }: Scales) {
  const line = points.map((point) => `${x.at(middle(point))},${y.at(point.value)}`).join(' ')
  return (
    <>
      <polyline points={line} fill="none" className="stroke-accent" strokeWidth={1.75} strokeLinejoin="round" />
      {points.map((point) => (
        <g key={point.id} className="stroke-accent">
          {x.at(point.until) - x.at(point.from) > 6 && (
            <path
              d={`M${x.at(point.from)} ${y.at(point.value)}H${x.at(point.until)}`}
              strokeWidth={5}
              strokeOpacity={0.28}
              strokeLinecap="round"
            />
          )}
          {point.second !== undefined && (
            <path
              d={`M${x.at(middle(point))} ${y.at(point.value)}V${y.at(point.second)}`}
              strokeWidth={1.5}
              strokeOpacity={0.6}
            />
          )}
          {point.second !== undefined && (
            <circle
              cx={x.at(middle(point))}
              cy={y.at(point.second)}
              r={3}
              className={point.isUnchecked ? 'fill-surface' : 'fill-accent'}
              strokeWidth={1.5}
            />
          )}
        </g>
      ))}
    </>
  )
}

interface PointButtonProps {
  readonly point: TrendPoint
  readonly left: number
  readonly top: number
  readonly at: number
  readonly isStop: boolean
  readonly isFarRight: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
}

/** Large enough to be hit; the dot in it is small. */
function PointButton({ point, left, top, at, isStop, isFarRight, onFocus, onOpen }: PointButtonProps) {
  // hollow: nobody has compared it with its page yet
  const colour = point.isOut ? 'border-crit' : 'border-accent'
  const dot = `${colour} ${point.isUnchecked ? 'bg-surface' : point.isOut ? 'bg-crit' : 'bg-accent'}`
  return (
    <div className="group absolute z-1 -translate-1/2 focus-within:z-10 hover:z-10" style={{ left, top }}>
      <button
        type="button"
        data-point={at}
        tabIndex={isStop ? 0 : -1}
        aria-label={point.label}
        onClick={onOpen}
        onFocus={onFocus}
        className="grid size-6 cursor-pointer place-items-center rounded-full"
      >
        <span className={`size-2.5 border-2 ${point.isOut ? 'rotate-45 rounded-[1px]' : 'rounded-full'} ${dot}`} />
      </button>
      <span
        aria-hidden
        className={`pointer-events-none absolute top-7 hidden w-max max-w-72 flex-col rounded-md border border-line bg-raised px-2.5 py-1.5 text-meta text-ink shadow-high group-hover:flex group-has-[:focus-visible]:flex ${isFarRight ? 'end-0' : 'start-0'}`}
      >
        {point.lines.map((text, line) => (
          <span key={text} className={line === 0 ? 'num font-[600]' : 'num text-ink-2'}>
            {text}
          </span>
        ))}
      </span>
    </div>
  )
}
