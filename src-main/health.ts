/** Gathers the health report: codes and numbers from every part, nothing of a record. */
import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { HealthReport } from '#contract/health.ts'
import { contractVersion } from '#contract/index.ts'
import type { VaultState } from '#contract/vault.ts'
import type { Session } from './session.ts'
import { countJobsByState } from './store/jobs.ts'
import { samplePapers } from './store/people.ts'
import { countVectorsOfSample } from './store/vectors.ts'

export interface HealthDeps {
  readonly dir: string
  readonly version: string
  readonly state: () => VaultState
  readonly findSession: () => Session | undefined
  readonly callsInFlight: () => number
}

const SAMPLE_MS = 10

export function createHealth({ dir, version, state, findSession, callsInFlight }: HealthDeps) {
  const loop = monitorEventLoopDelay({ resolution: SAMPLE_MS })
  loop.enable()
  return {
    async report(): Promise<HealthReport> {
      const session = findSession()
      return {
        version,
        contractVersion,
        vault: state(),
        notices: [...(session?.notices ?? [])],
        engines: session?.engines.status() ?? [],
        models: (await session?.models.report()) ?? [],
        backupAgeDays: (await session?.backups.ageDays()) ?? null,
        mainLoopDelayMs: delays(loop),
        callsInFlight: callsInFlight(),
        slowStatements: session?.store.slowStatements() ?? [],
        ...(session && (await ofSession(dir, session))),
      }
    },
    close: () => loop.disable(),
  }
}

async function ofSession(dir: string, session: Session): Promise<Partial<HealthReport>> {
  const { rows } = await sql<{ indexedPages: number; pages: number }>`
    SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM chunk WHERE chunk.pageId = page.id) OR chunkSpans = '[]') AS indexedPages,
      count(*) AS pages FROM page WHERE documentId NOT IN ${samplePapers}`.execute(session.store.db)
  const { bavail, bsize } = await statfs(dir)
  return {
    cipher: session.header.cipher,
    key: { slots: session.header.slots.map(({ type }) => type) },
    store: {
      sizeBytes: sizeOf(join(dir, 'vault.db')),
      walBytes: sizeOf(join(dir, 'vault.db-wal')),
      schema: session.schema,
      readers: session.store.readers,
    },
    jobs: await countJobsByState(session.store.db),
    disk: { freeBytes: bavail * bsize },
    ...(rows[0] && { index: rows[0] }),
    ...(await meaningOf(session)),
  }
}

async function meaningOf({ embedding, store }: Session): Promise<Pick<HealthReport, 'meaning'>> {
  const serving = await embedding.serving()
  if (serving === undefined) return {}
  const status = (await store.vectors.status()).find(({ embedderId }) => embedderId === serving.embedderId)
  const stopped = embedding.stopped()
  const invented = await countVectorsOfSample(store.db, serving.embedderId)
  return {
    meaning: {
      embedder: serving.embedder.modelId,
      vectors: Math.max(0, (status?.vectors ?? 0) - invented),
      waiting: await embedding.waiting(),
      by: status?.by ?? 'sqlite-vec',
      residentBytes: status?.residentBytes ?? 0,
      ...(stopped !== undefined && { stopped }),
    },
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function delays(loop: ReturnType<typeof monitorEventLoopDelay>): HealthReport['mainLoopDelayMs'] {
  // the histogram holds the sampling interval itself, which is no delay
  const ms = (nanoseconds: number) =>
    Number.isFinite(nanoseconds) ? Math.max(0, Math.round(nanoseconds / 1e4) / 100 - SAMPLE_MS) : 0
  return { p50: ms(loop.percentile(50)), p99: ms(loop.percentile(99)), max: ms(loop.max) }
}
