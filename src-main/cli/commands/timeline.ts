/** What happened to one person, the newest first. */
import type { Run } from '../call.ts'
import { describeValue, toJsonFact } from '../fact-text.ts'
import { columns, screenWidth, wrap } from '../layout.ts'
import { safeLine } from '../terminal-text.ts'
import { listFacts } from './facts.ts'

export const timeline: Run = async (call) => {
  const found = await listFacts(call)
  const rows = found.map((fact) => [
    ...[fact.happenedOn ?? 'no date', fact.kind, safeLine(fact.name), describeValue(fact)],
    fact.state === 'proposed' ? 'not confirmed' : '',
  ])
  return {
    json: { timeline: found.map(toJsonFact) },
    lines: found.length === 0 ? wrap('Nothing is known yet.', screenWidth(call.io.stdout)) : columns(rows),
  }
}
