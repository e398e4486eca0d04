/** Imports some files and shows how reading them goes: a bar that moves on a terminal, a line at the end elsewhere. */
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import type { App } from '../../src-main/app.ts'
import { say } from './say.ts'

const WIDTH = 24

export async function importWithProgress(
  app: App,
  api: Api,
  personId: PersonId,
  paths: string[],
  who: string,
): Promise<void> {
  const draw = (done: number, note: string) => {
    if (!process.stdout.isTTY) return
    const filled = Math.round((WIDTH * done) / paths.length)
    process.stdout.write(
      `\r${who}  ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}  ${done} of ${paths.length} ${note}\x1b[K`,
    )
  }
  let done = 0
  const stop = app.on((event) => {
    if (event.kind === 'job' && event.step === 'read' && event.total !== null)
      draw(done, `(page ${event.done} of ${event.total})`)
  })
  await api.documents.import({ personId, paths })
  for await (const { waiting } of api.jobs.drain()) {
    done = paths.length - waiting
    draw(done, '')
  }
  stop()
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K')
  const { items } = await api.documents.list({ filter: { personId }, limit: 200 })
  const pages = items.reduce((sum, document) => sum + document.readPages, 0)
  say(
    `${who}: ${items.length} documents read, ${pages} pages, ${items.reduce((sum, { words }) => sum + words, 0)} words`,
  )
}
