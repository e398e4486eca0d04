/** All entries at a glance: a lane for each kind, time from left to right. What is known only by its month or year is drawn that wide. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { scaleOf, timeSteps } from '../../components/chart/scale.ts'
import { useSize } from '../../components/page/useSize.ts'
import { formatFactDate, stretchOf } from '../../facts/fact-dates.ts'
import { type Entry, type Lane, lanes } from './entries.ts'
import { laneColour } from './lane-look.tsx'

export interface LanesProps {
  readonly entries: readonly Entry[]
  readonly onYear: (year: string) => void
}

const LANE_HEIGHT = 17
const [LEFT, RIGHT, BOTTOM] = [116, 14, 26]
const DAY_MS = 86_400_000
/** A whole day is narrower than can be seen. */
const LEAST_WIDTH = 5

export function Lanes({ entries, onYear }: LanesProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const dated = entries.flatMap((entry) => {
    const stretch = stretchOf(entry.on)
    return stretch === undefined ? [] : [{ entry, stretch }]
  })
  if (dated.length === 0) return null
  const from = Math.min(...dated.map(({ stretch }) => stretch.from))
  const until = Math.max(...dated.map(({ stretch }) => stretch.until))
  const pad = Math.max(30 * DAY_MS, (until - from) * 0.015)
  const x = scaleOf(from - pad, until + pad, LEFT, Math.max(LEFT + 1, width - RIGHT))
  const shown = lanes.filter((lane) => dated.some(({ entry }) => entry.lane === lane))
  const height = shown.length * LANE_HEIGHT
  const steps = timeSteps(x.min, x.max, Math.max(2, Math.floor((width - LEFT) / 70))).filter(({ isYear }) => isYear)
  return (
    <section aria-label={t('timeline.lanes')} className="card px-4 pt-3 pb-1">
      <div ref={box} className="relative" style={{ height: height + BOTTOM }}>
        {width > 0 && (
          <>
            <svg aria-hidden width={width} height={height + 4} className="absolute inset-0 block">
              {steps.map(({ at }) => (
                <path key={at} d={`M${x.at(at)} 0V${height + 4}`} className="stroke-line" strokeWidth={1} />
              ))}
              {shown.map((lane, row) => (
                <g key={lane}>
                  <path
                    d={`M${LEFT} ${(row + 0.5) * LANE_HEIGHT}H${width - RIGHT}`}
                    className="stroke-line-soft"
                    strokeWidth={1}
                  />
                  <text x={0} y={(row + 0.5) * LANE_HEIGHT} dy="0.34em" className="fill-ink-2 text-meta">
                    {t(`timeline.lane.${lane}`)}
                  </text>
                </g>
              ))}
              {dated.map(({ entry, stretch }) => (
                <Mark
                  key={entry.key}
                  lane={entry.lane}
                  title={formatFactDate(entry.on ?? '')}
                  from={x.at(stretch.from)}
                  until={x.at(stretch.until)}
                  isPartial={(entry.on ?? '').length < 10}
                  y={(shown.indexOf(entry.lane) + 0.5) * LANE_HEIGHT}
                />
              ))}
            </svg>
            {steps.map(({ at }) => {
              const year = String(new Date(at).getUTCFullYear())
              return (
                <button
                  key={year}
                  type="button"
                  title={t('timeline.goTo', { year })}
                  onClick={() => onYear(year)}
                  className="num absolute -translate-x-1/2 cursor-pointer rounded-sm px-1.5 py-0.5 text-meta text-ink-2 hover:bg-hover hover:text-ink"
                  style={{ left: x.at(at), top: height + 2 }}
                >
                  {year}
                </button>
              )
            })}
          </>
        )}
      </div>
    </section>
  )
}

interface MarkProps {
  readonly lane: Lane
  readonly title: string
  readonly from: number
  readonly until: number
  readonly isPartial: boolean
  readonly y: number
}

function Mark({ lane, title, from, until, isPartial, y }: MarkProps) {
  const width = Math.max(LEAST_WIDTH, until - from)
  const left = (from + until) / 2 - width / 2
  return (
    <rect
      x={left}
      y={y - (isPartial ? 3 : 4.5)}
      width={width}
      height={isPartial ? 6 : 9}
      rx={2.5}
      strokeDasharray={isPartial ? '2 2' : undefined}
      className={`${laneColour[lane]} ${isPartial ? 'fill-current/20 stroke-current' : 'fill-current'}`}
    >
      <title>{title}</title>
    </rect>
  )
}
