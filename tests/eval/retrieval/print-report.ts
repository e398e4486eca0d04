/** What `npm run eval -- retrieval` says: tables for eyes. Intervals are of 95 %. */
import type { Abstention } from './abstention.ts'
import type { Interval } from './bootstrap.ts'
import type { Comparison } from './compare.ts'
import type { CommittedReport } from './evaluate-committed.ts'
import type { SetReport } from './evaluate-set.ts'
import { type Metric, metricNames } from './metrics.ts'
import { systemNames } from './ranking-system.ts'

const titles: Readonly<Record<Metric, string>> = { ndcg10: 'nDCG@10', mrr10: 'MRR@10', recall100: 'recall@100' }

export function printSet({ set, queries, latencyMs, ...found }: SetReport, seed: number): void {
  const { systems, ci95 } = found
  const rows = systemNames.map((name) => [
    name,
    ...metricNames.map((metric) => `${fraction(systems[name][metric])} ${range(ci95[name][metric])}`),
  ])
  const gain = ['hybrid - bm25', ...metricNames.map((metric) => gained(found, metric))]
  console.log(`\n${set}, ${queries} queries (95 % intervals, seed ${seed})`)
  printTable([['', ...metricNames.map((metric) => titles[metric])], ...rows, gain])
  console.log(`a hybrid search: p50 ${latencyMs.p50.toFixed(1)} ms, p95 ${latencyMs.p95.toFixed(1)} ms`)
}

export function printCommitted({ seed, groups, cut, abstention }: CommittedReport): void {
  console.log(`\nretrieval, ${groups[0]?.questions ?? 0} questions (95 % intervals, seed ${seed}; nDCG@10 / MRR@10)`)
  const heads = [...systemNames, 'hybrid - bm25, nDCG@10', 'hybrid - bm25, MRR@10']
  for (const [by, inTable] of Map.groupBy(groups, ({ by }) => by)) {
    const rows = inTable.map((group) => [
      group.name,
      String(group.questions),
      ...systemNames.map((name) => `${fraction(group.systems[name].ndcg10)} / ${fraction(group.systems[name].mrr10)}`),
      gained(group, 'ndcg10'),
      gained(group, 'mrr10'),
    ])
    printTable([[by === 'all' ? '' : by, 'questions', ...heads], ...rows])
    console.log('')
  }
  if (cut.length > 0) console.log(`a gold passage lies in no chunk whole: ${cut.join(', ')}\n`)
  printAbstention(abstention)
}

function printAbstention({ answerable, unanswerable }: Abstention): void {
  const outcomes = ['supported', 'elsewhere', 'silent'] as const
  const slices = [['all questions', answerable] as const, ...Map.groupBy(answerable, ({ slice }) => slice)]
  const rows = slices.map(([name, asked]) => [
    name,
    String(asked.length),
    ...outcomes.map((wanted) => share(asked.filter(({ outcome }) => outcome === wanted).length, asked.length)),
  ])
  printTable([
    ['asked through the program', 'questions', 'from a gold passage', 'from elsewhere', 'not answered'],
    ...rows,
  ])
  const falsely = unanswerable.filter(({ isAnswered }) => isAnswered).map(({ id }) => id)
  console.log(
    ['unanswerable, answered all the same:', share(falsely.length, unanswerable.length), ...falsely]
      .join(' ')
      .trimEnd(),
  )
}

const fraction = (value: number) => value.toFixed(3)
const signed = (value: number) => (value < 0 ? '-' : '+') + fraction(Math.abs(value))
const range = ([low, high]: Interval) => `(${fraction(low)} to ${fraction(high)})`
const share = (count: number, all: number) => (all === 0 ? 'none asked' : `${count} (${fraction(count / all)})`)

function gained({ systems, ci95 }: Comparison, metric: Metric): string {
  const [low, high] = ci95['hybrid-minus-bm25'][metric]
  return `${signed(systems.hybrid[metric] - systems.bm25[metric])} (${signed(low)} to ${signed(high)})`
}

function printTable(lines: readonly (readonly string[])[]): void {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
