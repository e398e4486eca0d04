/** What in a health report a person should do something about. */
import type { HealthReport } from '#contract/health.ts'

export type Concern = 'disk' | 'engines' | 'set-aside' | 'notices' | 'meaning-stopped'

const LOW_DISK_BYTES = 2 * 2 ** 30

export function concernsOf(report: HealthReport): readonly Concern[] {
  return [
    ...(report.disk !== undefined && report.disk.freeBytes < LOW_DISK_BYTES ? (['disk'] as const) : []),
    ...(report.engines.some(({ failures }) => failures > 0) ? (['engines'] as const) : []),
    ...((report.jobs?.quarantined ?? 0) > 0 ? (['set-aside'] as const) : []),
    ...(report.notices.length > 0 ? (['notices'] as const) : []),
    ...(report.meaning?.stopped !== undefined ? (['meaning-stopped'] as const) : []),
  ]
}
