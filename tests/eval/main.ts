/**
 * `npm run eval`: how well the program does its work, on material whose right answers are known. Alone it runs every
 * evaluation that needs nothing but the repository; `npm run eval -- NAME [OPTION …]` runs one, `npm run eval -- --set FILE`
 * retrieval on a set of documents and queries from elsewhere. What the options are is said in each one's own file.
 */
import { argv } from 'node:process'

type Evaluation = (args: readonly string[]) => Promise<void>

const evaluations: Readonly<Record<string, () => Promise<Evaluation>>> = {
  answers: async () => (await import('./answers/main.ts')).evaluateAnswers,
  extraction: async () => (await import('./extraction/main.ts')).evaluateExtraction,
  reading: async () => (await import('./reading.ts')).evaluateReading,
  retrieval: async () => (await import('./retrieval/main.ts')).evaluateRetrieval,
}

const [first, ...rest] = argv.slice(2)
if (first === undefined) for (const load of Object.values(evaluations)) await (await load())([])
else if (first.startsWith('-')) await (await import('./retrieval/main.ts')).evaluateOutsideSet([first, ...rest])
else {
  const load = evaluations[first]
  if (load === undefined)
    throw new Error(`no evaluation ${first}; there are ${Object.keys(evaluations).join(', ')}, and --set FILE`)
  await (await load())(rest)
}
