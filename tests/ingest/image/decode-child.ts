/** Decodes files in a process of its own and prints what became of each, how long it took, and the most memory it took so far. */
import { readFileSync } from 'node:fs'
import { AppError } from '../../../src-preload/contract/errors.ts'
import { decodeAll } from './decode-all.ts'

export interface Outcome {
  readonly sizes?: readonly string[]
  readonly code?: string
  readonly details?: Readonly<Record<string, string | number>>
  readonly ms: number
  readonly megabytes: number
}

const outcomes: Outcome[] = []
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path)
  const startedAt = performance.now()
  const result = await decodeAll(bytes).then(
    (pages) => ({
      sizes: pages.map((page) => ('failed' in page ? 'failed' : `${page.raster.width}x${page.raster.height}`)),
    }),
    (error) => (error instanceof AppError ? { code: error.code, details: error.details } : { code: String(error) }),
  )
  const ms = Math.round(performance.now() - startedAt)
  outcomes.push({ ...result, ms, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) })
}
console.log(JSON.stringify(outcomes))
