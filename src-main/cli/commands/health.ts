/** The health report; nothing of a record is in it. */
import type { HealthReport } from '#contract/health.ts'
import type { Run } from '../call.ts'
import { columns, count } from '../layout.ts'
import { noticeTexts } from '../notices.ts'

export const health: Run = async ({ api }) => {
  const report = await api.health.report()
  return { json: { ...report }, lines: columns(rowsOf(report)) }
}

function rowsOf(report: HealthReport): string[][] {
  const { store, key, jobs, engines, disk, index, mainLoopDelayMs: delay, slowStatements, meaning } = report
  const rows: string[][] = [
    ['Version', `${report.version}, contract ${report.contractVersion}`],
    ['Vault', [report.vault, ...(report.cipher ? [`cipher ${report.cipher}`] : [])].join(', ')],
    ...report.notices.map((notice) => ['Notice', noticeTexts[notice]]),
  ]
  if (store)
    rows.push([
      'Store',
      `${megabytes(store.sizeBytes + store.walBytes)}, schema ${store.schema}, ${count(store.readers, 'reader')}`,
    ])
  if (key) rows.push(['Key', `opened by ${key.slots.join(' or ')}`])
  if (jobs)
    rows.push([
      'Jobs',
      Object.entries(jobs)
        .map(([state, amount]) => `${amount} ${state}`)
        .join(', ') || 'none',
    ])
  for (const { name, running, starts, failures } of engines)
    rows.push([
      'Engine',
      `${name}: ${running ? 'running' : 'at rest'}, ${count(starts, 'start')}, ${count(failures, 'failure')}`,
    ])
  rows.push(['Models', report.models.length === 0 ? 'none' : report.models.map(describeModel).join(', ')])
  if (disk) rows.push(['Disk', `${megabytes(disk.freeBytes)} free`])
  if (index) rows.push(['Index', `${index.indexedPages} of ${count(index.pages, 'page')} can be searched`])
  if (meaning)
    rows.push([
      'Meaning',
      [
        `${count(meaning.vectors, 'vector')} of ${meaning.embedder}, searched by ${meaning.by}`,
        ...(meaning.waiting > 0 ? [`${meaning.waiting} to come`] : []),
        ...(meaning.stopped ? [`stopped: ${meaning.stopped}`] : []),
      ].join(', '),
    ])
  rows.push(['Backup', report.backupAgeDays === null ? 'none' : `${Math.round(report.backupAgeDays)} days old`])
  rows.push(['Delay', `main loop p50 ${delay.p50} ms, p99 ${delay.p99} ms, most ${delay.max} ms`])
  for (const { name, count: times, maxMs } of slowStatements)
    rows.push(['Slow', `${name}: ${count(times, 'time')}, most ${Math.round(maxMs)} ms`])
  return rows
}

const describeModel = ({ name, isIntact, isInUse }: HealthReport['models'][number]): string =>
  `${name}${isIntact ? (isInUse ? ' (in use)' : '') : ' (changed on disk, not used)'}`

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
