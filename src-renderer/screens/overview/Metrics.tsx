/** The measures with the most values: the latest, where it lies in its own paper's range, and how it went. */
import { useTranslation } from 'react-i18next'
import type { Overview, Series } from '#contract/facts.ts'
import type { PersonId } from '#contract/ids.ts'
import { hrefOf } from '../../app/router.ts'
import { Chip } from '../../components/Chip.tsx'
import { RangeStrip } from '../../components/chart/RangeStrip.tsx'
import { Sparkline } from '../../components/chart/Sparkline.tsx'
import { FlaggedValue } from '../../facts/FlagSign.tsx'
import { formatFactDate } from '../../facts/fact-dates.ts'
import { textOfPoint, writtenOf } from '../../facts/fact-text.ts'
import { isOutOfRange } from '../../facts/out-of-range.ts'
import { latestPoint, sparkPoints } from '../../facts/series-points.ts'
import { UncheckedMark } from '../../facts/UncheckedMark.tsx'
import { unitOfSeries } from '../../facts/unit-text.ts'
import type { Sources } from '../../facts/useSources.ts'

export interface MetricsProps extends Pick<Overview, 'metrics' | 'inRange' | 'outOfRange' | 'withoutRange'> {
  readonly personId: PersonId
  /** Its trend is shown as of then too. */
  readonly asKnownOn: string | undefined
  readonly sources: Sources
}

export function Metrics({ metrics, inRange, outOfRange, withoutRange, ...given }: MetricsProps) {
  const { t } = useTranslation()
  const head = 'px-2 py-1.5 text-start text-meta font-[550] text-ink-3 first:ps-4 last:pe-4'
  return (
    <section className="card flex min-w-0 flex-col">
      <header className="flex flex-wrap items-baseline gap-x-4 px-4 pt-3 pb-1">
        <h2>{t('overview.metrics')}</h2>
        <p className={`num ms-auto text-meta text-ink-2 ${metrics.length === 0 ? 'hidden' : ''}`}>
          <span className={outOfRange > 0 ? 'font-[600] text-crit' : ''}>
            {t('overview.outOfRange', { count: outOfRange })}
          </span>
          {' · '}
          {t('overview.inRange', { count: inRange })}
          {' · '}
          {t('overview.withoutRange', { count: withoutRange })}
        </p>
      </header>
      {metrics.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-ink-2">{t('overview.noMetrics')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and can be scrolled with keys
        <section tabIndex={0} aria-label={t('overview.metrics')} className="relative overflow-x-auto pb-1">
          <table className="w-full">
            <thead className="border-b border-line-soft">
              <tr>
                <th className={head}>{t('overview.metric')}</th>
                <th className={head}>{t('overview.latest')}</th>
                <th className={head}>{t('overview.when')}</th>
                <th className={head}>{t('overview.range')}</th>
                <th className={head}>{t('overview.course')}</th>
                <th className={head}>
                  <span className="sr-only">{t('overview.source')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {metrics.map((series) => (
                <Metric key={`${series.name} ${series.unit ?? ''}`} series={series} {...given} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

interface MetricProps extends Pick<MetricsProps, 'personId' | 'asKnownOn' | 'sources'> {
  readonly series: Series
}

function Metric({ series, personId, asKnownOn, sources }: MetricProps) {
  const { t } = useTranslation()
  const last = latestPoint(series)
  if (last === undefined) return null
  const { name, unit } = series
  const cell = 'px-2 py-1.5 first:ps-4 last:pe-4'
  return (
    <tr className="h-row border-b border-line-soft last:border-0">
      <th scope="row" className={`${cell} text-start font-[600]`}>
        <a
          href={hrefOf({
            ...{ screen: 'labs', personId, name },
            ...(unit !== undefined && { unit }),
            ...(asKnownOn !== undefined && { asKnownOn }),
          })}
          className="inline-flex min-h-6 items-center hover:text-accent hover:underline"
        >
          {name}
        </a>
      </th>
      <td className={cell}>
        <span className="flex items-center gap-1.5">
          <FlaggedValue flag={last.flag} text={textOfPoint(last)} unit={unitOfSeries(series)} />
          {last.isConverted && (
            <span className="text-meta text-review" title={t('labs.converted', { written: writtenOf(last) })}>
              ≈<span className="sr-only">{t('labs.converted', { written: writtenOf(last) })}</span>
            </span>
          )}
          <UncheckedMark state={last.state} isShort />
        </span>
      </td>
      <td className={`${cell} num whitespace-nowrap text-meta text-ink-2`}>
        {last.happenedOn === undefined ? t('fact.noDate') : formatFactDate(last.happenedOn)}
      </td>
      <td className={cell}>
        <LastRange point={last} />
      </td>
      <td className={cell}>
        <Sparkline points={sparkPoints(series)} />
      </td>
      <td className={`${cell} text-end`}>
        {last.state === 'entered' ? (
          <Chip kind="entered">{t('fact.byYou')}</Chip>
        ) : (
          <Chip
            kind="quoted"
            label={t('overview.openSource', { name })}
            onPress={() => void sources.openFact(last.factId)}
          >
            {t('overview.page')}
          </Chip>
        )}
      </td>
    </tr>
  )
}

function LastRange({ point }: { readonly point: Series['points'][number] }) {
  const { t } = useTranslation()
  const { value, rangeLow, rangeHigh, rangeText, flag } = point
  const hasRange = rangeLow !== undefined || rangeHigh !== undefined
  if (!hasRange || value === undefined)
    return <span className="text-meta whitespace-nowrap text-ink-3">{rangeText ?? t('overview.noRange')}</span>
  return (
    <RangeStrip
      value={value}
      low={rangeLow}
      high={rangeHigh}
      isOut={isOutOfRange(flag)}
      label={t('overview.rangeIs', { range: rangeText ?? '', flag: t(`fact.flag.${flag}`) })}
    />
  )
}
