/**
 * Copies files into the vault and, with --wait, reads them to the end; with --yes too it says of those that may be somebody
 * else's that they are this person's. One refused file never stops the others.
 */
import type { DocumentSummary, ImportOutcome } from '#contract/documents.ts'
import type { DocumentId, PersonId } from '#contract/ids.ts'
import type { Call, Result } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { count, screenWidth, wrap } from '../layout.ts'
import { reason } from '../output.ts'
import { getPerson } from '../person.ts'
import { createProgressLine, readToEnd } from '../progress.ts'
import { describeEnd, isUnreadable, listByIds, stateWords, toReport } from '../read-report.ts'
import { safeLine } from '../terminal-text.ts'

export async function importFiles(call: Call): Promise<Result> {
  const { api, options, io } = call
  const person = await getPerson(api, options.person)
  const outcomes = await copyIn(call, person.id)
  const told = outcomes.map((outcome) =>
    outcome.kind === 'refused' ? { ...outcome, message: reason(outcome.code) } : outcome,
  )
  const anyRefused = outcomes.some(({ kind }) => kind === 'refused')
  const width = screenWidth(io.stdout)
  if (!options.wait)
    return {
      json: { outcomes: told },
      lines: [
        ...outcomes.flatMap((outcome) => describeOutcome(outcome, width)),
        '',
        ...sumUp(outcomes, safeLine(person.name)),
      ],
      exitCode: anyRefused ? exitCodes.someRefused : exitCodes.done,
    }

  const pathById = new Map<DocumentId, string>()
  for (const outcome of outcomes)
    if (outcome.kind !== 'refused' && !pathById.has(outcome.documentId)) pathById.set(outcome.documentId, outcome.path)
  await readToEnd(call, pathById)
  if (options.yes && (await keepWithPerson(call, person.id, [...pathById.keys()]))) await readToEnd(call, pathById)
  const documents = await listByIds(api, [...pathById.keys()])
  const byId = new Map(documents.map((document) => [document.id, document]))
  const described = outcomes.flatMap((outcome) => {
    const document = outcome.kind === 'refused' ? undefined : byId.get(outcome.documentId)
    return document === undefined ? describeOutcome(outcome, width) : describeRead(outcome, document, width)
  })
  const unreadable = documents.filter(isUnreadable).length
  return {
    json: {
      outcomes: told,
      documents: documents.map((document) => toReport(document, pathById.get(document.id) ?? '')),
    },
    lines: [...described, '', ...sumUp(outcomes, safeLine(person.name), documents)],
    exitCode: anyRefused || unreadable > 0 ? exitCodes.someRefused : exitCodes.done,
  }
}

/** Answers for all that may name somebody else that they are this person's; whether there were any. */
async function keepWithPerson({ api }: Call, personId: PersonId, ids: readonly DocumentId[]): Promise<boolean> {
  const asking = (await listByIds(api, ids)).filter(({ state }) => state === 'needs-answer')
  for (const { id } of asking) await api.documents.answerPerson({ id, personId })
  return asking.length > 0
}

async function copyIn({ api, words, io, signal }: Call, personId: PersonId) {
  const line = createProgressLine(io.stderr)
  line.show('Copying into the vault …')
  try {
    const { outcomes } = await api.documents.import({ personId, paths: [...words] }, { signal })
    return outcomes
  } finally {
    line.clear()
  }
}

function describeOutcome(outcome: ImportOutcome, width: number): string[] {
  const path = safeLine(outcome.path)
  if (outcome.kind === 'queued') return [`waiting   ${path}`]
  if (outcome.kind === 'duplicate') return [`known     ${path}`]
  return [`refused   ${path}`, ...wrap(reason(outcome.code), width, '          ')]
}

function describeRead(outcome: ImportOutcome, document: DocumentSummary, width: number): string[] {
  const known = outcome.kind === 'duplicate' ? ' (known already)' : ''
  const end = describeEnd(document)
  const line = `${safeLine(outcome.path)}: ${stateWords[document.state]}${known}`
  return end === '' ? [line] : [line, ...wrap(end, width, '    ')]
}

function sumUp(outcomes: readonly ImportOutcome[], name: string, documents?: readonly DocumentSummary[]): string[] {
  const of = (kind: ImportOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length
  const parts = [`${count(of('queued'), 'new document')} for ${name}`]
  if (of('duplicate') > 0) parts.push(`${of('duplicate')} known already`)
  if (of('refused') > 0) parts.push(`${of('refused')} refused`)
  const unreadable = documents?.filter(isUnreadable).length ?? 0
  if (unreadable > 0) parts.push(`${unreadable} could not be read`)
  const sum = `${parts.join(', ')}.`
  if (documents !== undefined || of('queued') === 0) return [sum]
  return [sum, 'They are safe in the vault. "medmemory jobs --wait" reads them.']
}
