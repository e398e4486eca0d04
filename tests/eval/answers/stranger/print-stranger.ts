/** What `npm run eval -- answers --stranger` says: right answers by what is asked, and wrong ones when wanted. */
import { printTable, printWrong, verdict } from '../report.ts'
import { type Row, summarize } from '../summarize.ts'
import { STRANGER_SEED, type StrangerScored } from './ask-stranger.ts'
import { strangerKinds } from './say.ts'

export function printStranger(scored: readonly StrangerScored[], wrong: string | undefined): void {
  const all = summarize(scored, STRANGER_SEED)
  const kinds = strangerKinds.flatMap((kind) => {
    const rows = scored.filter(({ asks }) => asks === kind)
    const { answerable, unanswerable } = summarize(rows, STRANGER_SEED)
    return rows.length === 0 ? [] : [{ ...(kind === 'unanswerable' ? unanswerable : answerable), name: kind }]
  })
  const right = scored.filter(({ isRight }) => isRight).length
  console.log(`\nquestions of a stranger: ${scored.length}, right ${right} (${fraction(right / scored.length)})`)
  const head = ['', 'questions', 'right', '', 'silent', 'cited: precision', 'recall']
  const lines = (rows: readonly Row[]) => rows.map(lineOf)
  printTable([head, ...lines(kinds), ...lines([all.answerable, all.unanswerable])])
  printTable([['by engine'], ...lines(all.byEngine), ['by papers'], ...lines(all.byPapers)])
  printTable([['left unanswered'], ...lines(all.byWhyNot)])
  console.log(`figures that no quote supports: ${all.unsupported.figures} in ${all.unsupported.answers} answers`)
  console.log(`content of other people: ${all.foreign} ${verdict(all.foreign)}`)
  if (wrong === undefined) return
  const isOfAll = wrong === 'all' || wrong === 'unsupported'
  printWrong(
    scored.filter(({ asks }) => isOfAll || asks === wrong),
    wrong === 'unsupported' ? wrong : '',
  )
}

const lineOf = ({ name, questions, right, ci95: [low, high], silent, citations }: Row): string[] => [
  ...[name, String(questions), fraction(right), `(${fraction(low)} to ${fraction(high)})`, fraction(silent)],
  ...[fraction(citations.precision), fraction(citations.recall)],
]

const fraction = (part: number) => (Number.isNaN(part) ? '-' : part.toFixed(3))
