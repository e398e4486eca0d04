/** The facts of one person, each with the page it stands on. */
import { type Fact, FactKind } from '#contract/facts.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Call, Result } from '../call.ts'
import { describePlace, describeValue, toJsonFact } from '../fact-text.ts'
import { columns, screenWidth, wrap } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { getPerson } from '../person.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export async function facts(call: Call): Promise<Result> {
  const found = await listFacts(call)
  if (found.length === 0)
    return { json: { facts: [] }, lines: wrap('There are no such facts yet.', screenWidth(call.io.stdout)) }
  const rows = found.map((fact) => [
    ...[fact.id, fact.state, fact.happenedOn ?? '', fact.kind, safeLine(fact.name), describeValue(fact)],
    describePlace(fact),
  ])
  return {
    json: { facts: found.map(toJsonFact) },
    lines: columns([['ID', 'STATE', 'DATE', 'KIND', 'NAME', 'VALUE', 'WHERE'], ...rows]),
  }
}

/** The newest first. */
export async function listFacts({ api, options }: Call): Promise<Fact[]> {
  const { id: personId } = await getPerson(api, options.person)
  const { kind, document, limit, asKnownOn } = options
  const filter = {
    personId,
    ...(kind !== undefined && { kinds: [kindOf(kind)] }),
    ...(document !== undefined && { documentId: document as DocumentId }),
    ...(asKnownOn !== undefined && { asKnownOn }),
  }
  if (limit !== undefined) return (await api.facts.list({ filter, limit })).items
  return listAll((from) => api.facts.list({ filter, ...from }))
}

function kindOf(word: string): FactKind {
  const kind = FactKind.safeParse(word)
  if (!kind.success) throw wrongUsage(`--kind takes one of ${FactKind.options.join(', ')}.`)
  return kind.data
}
