/** Whether everything works, in codes and numbers. Nothing of a record is here, so it can be shown to somebody who helps. */
import { CircleCheck, Copy, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { HealthReport } from '#contract/health.ts'
import { api } from '../../api/client.ts'
import { codeOf, useLoad } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { formatBytes, formatCount } from '../../app/format.ts'
import type { ScreenProps } from '../../app/screens.tsx'
import { say } from '../../app/toasts.ts'
import { Button } from '../../components/Button.tsx'
import { Card } from '../../components/Card.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { concernsOf } from './concerns.ts'
import { Facts } from './Facts.tsx'

export function HealthScreen(_: ScreenProps<'health'>) {
  const { t } = useTranslation()
  const health = useLoad('health.report', undefined)
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-auto p-(--pad)">
      <PageHeader
        title={t('health.title')}
        facts={t('health.facts')}
        actions={
          health.kind === 'ready' && (
            <Button icon={<Copy size={15} aria-hidden />} onPress={() => copyReport(health.value, t('common.copied'))}>
              {t('health.copy')}
            </Button>
          )
        }
      />
      {health.kind === 'loading' && <Skeleton />}
      {health.kind === 'failed' && (
        <ErrorNotice code={health.code} text={textOfError(health.code)} onRetry={health.again} isWhole />
      )}
      {health.kind === 'ready' && <Report report={health.value} />}
    </div>
  )
}

function copyReport(report: HealthReport, done: string): void {
  api.desktop
    .copy({ text: JSON.stringify(report, null, 2) })
    .then(() => say(done))
    .catch((error: unknown) => say(textOfError(codeOf(error)).message))
}

function Report({ report }: { readonly report: HealthReport }) {
  const { t } = useTranslation()
  const concerns = concernsOf(report)
  const jobs = Object.entries(report.jobs ?? {})
  return (
    <>
      <div className="card settle flex items-start gap-3 p-4">
        {concerns.length === 0 ? (
          <CircleCheck size={20} className="mt-0.5 shrink-0 text-ok" aria-hidden />
        ) : (
          <TriangleAlert size={20} className="mt-0.5 shrink-0 text-review" aria-hidden />
        )}
        <div>
          <p className="font-[600]">
            {concerns.length === 0 ? t('health.allWell') : t('health.concerns', { count: concerns.length })}
          </p>
          {concerns.map((concern) => (
            <p key={concern} className="text-ink-2">
              {t(`health.concern.${concern}`)}
            </p>
          ))}
        </div>
      </div>
      <div className="gap-4 lg:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
        <Card title={t('health.vault')}>
          <Facts
            facts={[
              [t('health.version'), report.version],
              [t('health.cipher'), report.cipher],
              [t('health.storeSize'), report.store && formatBytes(report.store.sizeBytes + report.store.walBytes)],
              [t('health.schema'), report.store?.schema],
              [t('health.keys'), report.key?.slots.map((slot) => t(`health.slot.${slot}`)).join(', ')],
              [t('health.free'), report.disk && formatBytes(report.disk.freeBytes)],
              [
                t('health.backup'),
                report.backupAgeDays === null
                  ? t('health.noBackup')
                  : t('health.daysOld', { count: Math.round(report.backupAgeDays) }),
              ],
            ]}
          />
        </Card>
        <Card title={t('health.reading')}>
          <Facts
            facts={[
              [
                t('health.pages'),
                report.index &&
                  t('health.ofPages', {
                    done: formatCount(report.index.indexedPages),
                    all: formatCount(report.index.pages),
                  }),
              ],
              [
                t('health.meaning'),
                report.meaning &&
                  t('health.vectors', {
                    done: formatCount(report.meaning.vectors),
                    waiting: formatCount(report.meaning.waiting),
                  }),
              ],
              ...jobs.map(([state, count]) => [t('health.jobs', { state }), count] as const),
            ]}
          />
        </Card>
        <Card title={t('health.engines')} hint={t('health.enginesText')}>
          <Facts
            facts={report.engines.map(
              ({ name, running, starts, failures }) =>
                [
                  name,
                  `${running ? t('health.running') : t('health.resting')} · ${t('health.starts', { count: starts })}${failures > 0 ? ` · ${t('health.failures', { count: failures })}` : ''}`,
                ] as const,
            )}
          />
        </Card>
        <Card title={t('health.speed')}>
          <Facts
            facts={[
              [
                t('health.delay'),
                `${report.mainLoopDelayMs.p50.toFixed(1)} / ${report.mainLoopDelayMs.p99.toFixed(1)} / ${report.mainLoopDelayMs.max.toFixed(1)} ms`,
              ],
              [t('health.calls'), report.callsInFlight],
              ...report.slowStatements.map(
                ({ name, count, maxMs }) => [name, `${count} × ≤ ${maxMs.toFixed(0)} ms`] as const,
              ),
            ]}
          />
        </Card>
      </div>
    </>
  )
}
