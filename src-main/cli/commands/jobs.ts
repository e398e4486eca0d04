/** Reading that is not done; with --wait it is done here, to the end. */
import type { Job } from '#contract/jobs.ts'
import type { Call, Result } from '../call.ts'
import { exitCodes } from '../exit-codes.ts'
import { columns, screenWidth, wrap } from '../layout.ts'
import { listAll } from '../list-all.ts'
import { readToEnd } from '../progress.ts'
import { describeEnd, isUnreadable, listByIds, stateWords, toReport } from '../read-report.ts'
import { safeLine } from '../terminal-text.ts'

export async function jobs(call: Call): Promise<Result> {
  const { api, io, options } = call
  if (!options.wait) {
    const open = await listJobs(call, ['queued', 'running', 'quarantined', 'cancelled'])
    return { json: { jobs: open }, lines: describeJobs(open, await namesOf(call, open)) }
  }

  const before = await listJobs(call, ['queued', 'running'])
  const names = await namesOf(call, before)
  await readToEnd(call, names)
  const documents = await listByIds(
    api,
    before.map(({ documentId }) => documentId),
  )
  const lines = documents.flatMap((document) => [
    `${safeLine(document.fileName)}: ${stateWords[document.state]}`,
    ...wrap(describeEnd(document), screenWidth(io.stdout), '    '),
  ])
  return {
    json: {
      jobs: await listJobs(call, ['queued', 'running', 'quarantined', 'cancelled']),
      documents: documents.map((document) => toReport(document, document.fileName)),
    },
    lines: documents.length === 0 ? ['Nothing was waiting to be read.'] : lines,
    exitCode: documents.some(isUnreadable) ? exitCodes.someRefused : exitCodes.done,
  }
}

const listJobs = ({ api }: Call, states: Job['state'][]): Promise<Job[]> =>
  listAll((from) => api.jobs.list({ filter: { states }, ...from }))

async function namesOf({ api }: Call, jobs: readonly Job[]): Promise<Map<string, string>> {
  const documents = await listByIds(
    api,
    jobs.map(({ documentId }) => documentId),
  )
  return new Map(documents.map(({ id, fileName }) => [id, fileName]))
}

function describeJobs(jobs: readonly Job[], names: ReadonlyMap<string, string>): string[] {
  if (jobs.length === 0) return ['Nothing is waiting to be read.']
  const rows = jobs.map(({ documentId, kind, state, done, total }) => [
    documentId,
    kind,
    state,
    total === null ? '' : `${done} of ${total}`,
    safeLine(names.get(documentId) ?? ''),
  ])
  const lines = columns([['DOCUMENT', 'WORK', 'STATE', 'PAGES', 'FILE'], ...rows])
  const isOpen = jobs.some(({ state }) => state === 'queued' || state === 'running')
  return isOpen ? [...lines, '', '"medmemory jobs --wait" reads what is waiting.'] : lines
}
