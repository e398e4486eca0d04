/** What is in the vault, in numbers. */
import type { DocumentState } from '#contract/documents.ts'
import type { Run } from '../call.ts'
import { columns } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { stateWords } from '../read-report.ts'
import { safeLine } from '../terminal-text.ts'

const forWhom = { family: 'oneself and family', patients: 'patients of a clinician' }

export const status: Run = async ({ api, dir }) => {
  const { state, purpose, notices } = await api.vault.status()
  const people = await listAll((from) => api.people.list({ filter: {}, ...from }))
  const documents = countBy(await listAll((from) => api.documents.list({ filter: {}, ...from })), (one) => one.state)
  const jobs = (await api.health.report()).jobs ?? {}
  const rows = [
    ['Vault', safeLine(dir)],
    ['State', purpose === undefined ? state : `${state}, for ${forWhom[purpose]}`],
    ['People', String(people.length)],
    ['Documents', amounts(documents, (name) => stateWords[name as DocumentState])],
    ['Jobs', amounts(jobs, (name) => name)],
  ]
  return {
    json: { vault: dir, state, ...(purpose && { purpose }), notices, people: people.length, documents, jobs },
    lines: columns(rows),
  }
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

function amounts(counts: Readonly<Record<string, number>>, say: (name: string) => string): string {
  const parts = Object.entries(counts).flatMap(([name, amount]) => (amount > 0 ? [`${amount} ${say(name)}`] : []))
  return parts.length === 0 ? 'none' : parts.join(', ')
}
