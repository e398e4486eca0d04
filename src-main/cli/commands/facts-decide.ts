/** What a person says of one fact: it is right, it is not, or it should read otherwise. */
import type { Verdict } from '#contract/facts.ts'
import type { FactId } from '#contract/ids.ts'
import type { Call, Result } from '../call.ts'
import { describeValue, toJsonFact } from '../fact-text.ts'
import { safeLine } from '../terminal-text.ts'
import { wrongUsage } from '../wrong-usage.ts'

export const acceptFact = (call: Call): Promise<Result> => decide(call, (id) => ({ act: 'accept', id }))

export const rejectFact = (call: Call): Promise<Result> => decide(call, (id) => ({ act: 'reject', id }))

export const editFact = async (call: Call): Promise<Result> => {
  const { name, value, unit, range, date } = call.options
  const edit = {
    ...(name !== undefined && { name }),
    ...(value !== undefined && { valueText: value }),
    ...(unit !== undefined && { unit }),
    ...(range !== undefined && { rangeText: range }),
    ...(date !== undefined && { happenedOn: date }),
  }
  if (Object.keys(edit).length === 0)
    throw wrongUsage('Say what to change: --name, --value, --unit, --range or --date.')
  return decide(call, (id) => ({ act: 'correct', id, edit }))
}

async function decide({ api, words }: Call, verdict: (id: FactId) => Verdict): Promise<Result> {
  const { id } = await api.facts.get({ id: words[0] as FactId })
  const { facts, undoId } = await api.facts.decide({ verdicts: [verdict(id)] })
  return {
    json: { facts: facts.map(toJsonFact), undoId },
    lines: facts.map((fact) => `${fact.state}: ${safeLine(fact.name)} ${describeValue(fact)} (${fact.id})`),
  }
}
