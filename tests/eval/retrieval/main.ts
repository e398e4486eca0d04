/**
 * `npm run eval -- retrieval [--limit N] [--seed N] [--json FILE]`: the set that comes with the program and, where
 * MEDMEMORY_EVAL_DIR names a folder, every <folder>/eval-x/y.json.gz. `npm run eval -- --set FILE [--json]`: one set from a
 * file (set-file.ts says of which form), as a table or as one line of JSON.
 */
import { writeFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { evaluateCommitted } from './evaluate-committed.ts'
import { evaluateSet, type SetReport } from './evaluate-set.ts'
import { printCommitted, printSet } from './print-report.ts'
import { readSetFile } from './set-file.ts'

const common = { limit: { type: 'string' }, seed: { type: 'string', default: '1' } } as const

export async function evaluateRetrieval(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { ...common, json: { type: 'string' } } })
  const options = numbersOf(values)
  const paths = await outsideSets()
  const { evaluationSet } = await import('./set/index.ts')
  const committed = await evaluateCommitted(evaluationSet(options.seed), options)
  printCommitted(committed)
  const sets: SetReport[] = []
  for (const path of paths) {
    const report = await evaluateFile(path, options)
    if (report === undefined) continue
    printSet(report, options.seed)
    sets.push(report)
  }
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ committed, sets }, undefined, 1))
}

export async function evaluateOutsideSet(args: readonly string[]): Promise<void> {
  const options = {
    ...common,
    set: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  if (values.set === '') throw new Error('say what to evaluate: --set FILE, or the name of an evaluation')
  const numbers = numbersOf(values)
  const report = await evaluateFile(values.set, numbers)
  if (report === undefined) return
  if (values.json) console.log(JSON.stringify(report))
  else printSet(report, numbers.seed)
}

/** Says what is wrong with a file that is no set, and lets the run fail in the end. */
async function evaluateFile(path: string, options: { limit: number; seed: number }): Promise<SetReport | undefined> {
  const read = await readSetFile(path)
  if ('refused' in read) {
    console.error(read.refused)
    process.exitCode = 1
    return
  }
  const startedAt = performance.now()
  const report = await evaluateSet(read.set, options)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
  console.error(
    `${report.set}: ${read.set.corpus.length} documents, ${report.queries} queries, ${seconds} s, seed ${options.seed}`,
  )
  return report
}

async function outsideSets(): Promise<string[]> {
  const folder = process.env.MEDMEMORY_EVAL_DIR
  if (folder === undefined || folder === '') return []
  const found: string[] = []
  for await (const path of glob('eval-*/*.json.gz', { cwd: folder })) found.push(path)
  if (found.length === 0) throw new Error(`MEDMEMORY_EVAL_DIR: there is no eval-x/y.json.gz in ${folder}`)
  return found.sort().map((path) => join(folder, path))
}

function numbersOf({ limit, seed }: { limit?: string | undefined; seed: string }): { limit: number; seed: number } {
  const whole = (name: string, text: string, least: number) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value) || value < least) throw new Error(`--${name} is a whole number from ${least} up`)
    return value
  }
  return {
    limit: limit === undefined ? Number.POSITIVE_INFINITY : whole('limit', limit, 1),
    seed: whole('seed', seed, 0),
  }
}
