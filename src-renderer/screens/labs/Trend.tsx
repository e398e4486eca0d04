/** One measure over time, with each report's own band, and the same values as a table. The unit changes only where that is exact. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Series, SeriesPoint } from '#contract/facts.ts'
import { useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatPartialDate } from '../../app/format.ts'
import type { Place } from '../../app/routes.ts'
import { TrendChart, type TrendPoint } from '../../components/chart/TrendChart.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Select } from '../../components/Select.tsx'
import { FlaggedValue } from '../../facts/FlagSign.tsx'
import { formatFactDate } from '../../facts/fact-dates.ts'
import { textOfPoint, writtenOf } from '../../facts/fact-text.ts'
import { isOutOfRange } from '../../facts/out-of-range.ts'
import { drawnPoints, latestPoint } from '../../facts/series-points.ts'
import { unitOfSeries, unitText } from '../../facts/unit-text.ts'
import { TrendTable } from './TrendTable.tsx'

export interface TrendProps {
  /** Of the screen: whose it is, and as of when. */
  readonly place: Extract<Place, { screen: 'labs' }>
  /** In the unit it comes in. */
  readonly series: Series
  readonly onPoint: (point: SeriesPoint) => void
  readonly onClose: () => void
}

export function Trend({ place: { personId, asKnownOn }, series: own, onPoint, onClose }: TrendProps) {
  const { t } = useTranslation()
  const [unit, setUnit] = useState(own.unit)
  const isOther = unit !== undefined && unit !== own.unit
  const load = useLoad(
    'facts.series',
    { personId, name: own.name, ...(isOther && { unit }), ...(asKnownOn !== undefined && { asKnownOn }) },
    { enabled: isOther, keepLast: true },
  )
  const converted = isOther && load.kind === 'ready' ? load.value.series.find((one) => one.unit === unit) : undefined
  const series = converted ?? own
  const last = latestPoint(series)
  const points = useTrendPoints(series)
  const unitShown = unitOfSeries(series)
  const summary = useSummary(series)
  const rangeSentence = useRangeSentence(last)
  const open = (id: string) => {
    const point = series.points.find(({ factId }) => factId === id)
    if (point !== undefined) onPoint(point)
  }
  return (
    <section aria-label={own.name} className="card flex shrink-0 flex-col gap-2 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lead">{own.name}</h2>
        {last !== undefined && (
          <span className="text-title">
            <FlaggedValue flag={last.flag} text={textOfPoint(last)} unit={unitShown} isSpelledOut />
          </span>
        )}
        <span className="text-ink-2">{rangeSentence}</span>
        <span className="ms-auto flex items-center gap-2">
          {own.units.length > 1 && (
            <Select
              label={t('labs.unit')}
              hasHiddenLabel
              value={unit ?? ''}
              onChange={setUnit}
              choices={own.units.map((each) => ({ id: each, label: unitText(each) }))}
            />
          )}
          <IconButton label={t('common.close')} keys="Escape" icon={<X size={16} aria-hidden />} onPress={onClose} />
        </span>
      </header>
      {isOther && load.kind === 'failed' && <ErrorNotice code={load.code} text={textOfError(load.code)} />}
      <div className="flex gap-5 max-[1000px]:flex-col">
        <div className="flex min-w-0 flex-1 flex-col">
          {points.length > 0 ? (
            <TrendChart
              points={points}
              label={summary}
              monthText={(at) => formatPartialDate(new Date(at).toISOString().slice(0, 7))}
              onOpen={open}
            />
          ) : (
            <p className="m-auto p-6 text-ink-2">{t('labs.noNumbers')}</p>
          )}
        </div>
        <TrendTable series={series} unit={unitShown} onPoint={onPoint} />
      </div>
    </section>
  )
}

/** A limit is drawn where its number is; that it is a limit stands in the words. */
function useTrendPoints(series: Series): TrendPoint[] {
  const { t } = useTranslation()
  const unit = unitOfSeries(series)
  return drawnPoints(series).map(({ point, value, stretch }) => {
    const shown = `${textOfPoint(point)}\u202f${unit}`.trim()
    const on = formatFactDate(point.happenedOn ?? '')
    const flag = isOutOfRange(point.flag) ? t(`fact.flag.${point.flag}`) : undefined
    const lines = [
      `${shown} · ${on}`,
      point.rangeText === undefined ? t('fact.flag.unknown') : t('labs.rangeOfReport', { range: point.rangeText }),
      ...(point.isConverted ? [t('labs.converted', { written: writtenOf(point) })] : []),
      ...(point.state === 'proposed' ? [t('fact.unchecked')] : []),
      point.state === 'entered' ? t('fact.state.entered') : t('labs.opensPage'),
    ]
    return {
      ...{ id: point.factId, from: stretch.from, until: stretch.until, value, lines },
      ...{ second: point.secondValue, low: point.rangeLow, high: point.rangeHigh },
      isOut: flag !== undefined,
      isUnchecked: point.state === 'proposed',
      label: [shown, on, flag, ...lines.slice(1)].filter((each) => each !== undefined).join(', '),
    }
  })
}

function useSummary(series: Series): string {
  const { t } = useTranslation()
  const drawn = drawnPoints(series)
  const values = drawn.map(({ value }) => value)
  const [first, last] = [drawn[0]?.point.happenedOn, drawn.at(-1)?.point.happenedOn]
  return t('labs.summary', {
    ...{ name: series.name, unit: unitOfSeries(series), count: drawn.length },
    ...{ from: formatFactDate(first ?? ''), until: formatFactDate(last ?? '') },
    ...{ least: Number(Math.min(...values).toPrecision(4)), most: Number(Math.max(...values).toPrecision(4)) },
  })
}

function useRangeSentence(point: SeriesPoint | undefined): string {
  const { t } = useTranslation()
  if (point === undefined) return ''
  const { flag, rangeText } = point
  if (rangeText === undefined) return flag === 'unknown' ? t('labs.noRange') : t('labs.flagOnly')
  return t('labs.rangeOfReport', { range: rangeText })
}
