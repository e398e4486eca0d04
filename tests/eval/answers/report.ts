/** What `npm run eval -- answers` says: tables for eyes, and wrong answers one by one when asked. Intervals are of 95 %. */
import { questionKinds } from './questions/question.ts'
import type { Scored } from './score.ts'
import type { Row, Summary } from './summarize.ts'

export function printAnswers(summary: Summary, seed: number): void {
  const { answerable, unanswerable, byKind, byWording, byEngine, byPapers, byWhyNot } = summary
  console.log(`\nanswers, ${answerable.questions + unanswerable.questions} questions (95 % intervals, seed ${seed})`)
  const order = (one: Row) => (questionKinds as readonly string[]).indexOf(one.name)
  const rows = (all: readonly Row[]) => all.map(lineOf)
  const head = ['', 'questions', 'right', '', 'silent', 'cited: precision', 'recall', 'F1']
  printTable([
    head,
    ...rows(byKind.toSorted((a, b) => order(a) - order(b))),
    lineOf(answerable),
    ['by wording'],
    ...rows(byWording),
    ['by engine'],
    ...rows(byEngine),
    ['by papers'],
    ...rows(byPapers),
  ])
  printEngines(summary)
  console.log('\nleft unanswered, of what nothing on record answers')
  printTable([['', 'questions', 'right'], ...[...byWhyNot, unanswerable].map((one) => lineOf(one).slice(0, 4))])
  const { abstention, unsupported, foreign, latencyMs } = summary
  console.log(`\nabstention: precision ${fraction(abstention.precision)}, recall ${fraction(abstention.recall)}`)
  console.log(
    `figures that no quote supports: ${unsupported.figures} in ${unsupported.answers} answers ${verdict(unsupported.figures)}`,
  )
  console.log(`content of other people: ${foreign} ${verdict(foreign)}`)
  console.log(`an answer: p50 ${latencyMs.p50.toFixed(0)} ms, p95 ${latencyMs.p95.toFixed(0)} ms`)
}

/** Which engine answered what, and how much of it is right. */
function printEngines({ byEngine, byKindAndEngine }: Summary): void {
  const engines = byEngine.map(({ name }) => name)
  const kinds = questionKinds.filter((kind) => byKindAndEngine[kind] !== undefined)
  console.log('\nright of asked, by who answered')
  printTable([
    ['', ...engines],
    ...kinds.map((kind) => [kind, ...engines.map((engine) => byKindAndEngine[kind]?.[engine]?.join('/') ?? '')]),
  ])
}

export function printWrong(scored: readonly Scored[], kind: string): void {
  const wanted = scored.filter(({ question, isRight, unsupported }) =>
    kind === 'unsupported' ? unsupported.length > 0 : !isRight && (kind === '' || question.kind === kind),
  )
  for (const { question, got, engine, unsupported } of wanted) {
    console.log(
      `\n${question.kind} ${question.id} ${question.wording} ${engine}: ${[...question.before, question.text].join(' » ')}`,
    )
    console.log(
      `  expected ${JSON.stringify(question.expected, (key, value: unknown) => (key === 'groups' ? undefined : value))}`,
    )
    console.log(`  got      ${got.slice(0, 700)}`)
    if (unsupported.length > 0) console.log(`  unsupported ${unsupported.join(', ')}`)
  }
}

function lineOf({ name, questions, right, ci95: [low, high], silent, citations }: Row): string[] {
  return [
    name,
    String(questions),
    fraction(right),
    `(${fraction(low)} to ${fraction(high)})`,
    fraction(silent),
    ...[citations.precision, citations.recall, citations.f1].map(fraction),
  ]
}

export const verdict = (count: number) => (count === 0 ? 'pass' : 'MISS (0)')
const fraction = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(3))

export function printTable(lines: readonly (readonly string[])[]): void {
  const columns = Math.max(...lines.map((line) => line.length))
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
