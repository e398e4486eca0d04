/** Vaults for the screens: none, one without papers, one with papers read, failed and waiting; and calls that do not answer. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import type { PersonId } from '#contract/ids.ts'
import type { Api } from '#contract/index.ts'
import { type App, createApp } from '../../src-main/app.ts'
import { minimumKdf } from '../../src-main/vault/keys.ts'
import { makePapers } from '../../tools/make-papers/papers.ts'
import { makePasswordPdf } from '../../tools/make-papers/password-pdf.ts'
import { warmEngines } from '../support/warm-engines.ts'
import type { Somebody, VaultIs } from './screen-states.ts'

const passphrase = 'correct horse battery staple pond'

export interface ScreenApps {
  readonly apps: Readonly<Record<VaultIs, App>>
  readonly who: Readonly<Record<VaultIs, Somebody>>
  close(): Promise<void>
}

/** Pictures wait behind everything else, so the papers with pages to look at are left out where time matters. */
export async function openScreenApps({ withPictures = false } = {}): Promise<ScreenApps> {
  const folder = await mkdtemp(join(tmpdir(), 'medmemory-screens-'))
  const open = (name: string) => createApp({ dir: join(folder, name), kdf: minimumKdf, spawnEngine: warmEngines })
  const apps = { absent: open('none'), locked: open('locked'), empty: open('empty'), full: open('full') }

  const api = (name: VaultIs) => apps[name].connect()
  const ada = { name: 'Ada Example', bornOn: '1961-04-30' }
  await api('locked').vault.create({ passphrase, person: ada })
  await api('locked').vault.lock()
  const emptyId = (await api('empty').vault.create({ passphrase, person: ada })).personId as PersonId
  const fullId = (
    await api('full').vault.create({ passphrase, person: { ...ada, name: 'Maren Oakhollow', bornOn: '1961-04-17' } })
  ).personId as PersonId
  const documentId = await fill(apps.full, fullId, { folder, withPictures })

  const nobody = { personId: 'nobody' as PersonId, documentId }
  return {
    apps,
    who: {
      ...{ absent: nobody, locked: { personId: fullId, documentId } },
      ...{ empty: { personId: emptyId, documentId }, full: { personId: fullId, documentId } },
    },
    async close() {
      for (const app of Object.values(apps)) await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fill(app: App, personId: PersonId, { folder, withPictures }: { folder: string; withPictures: boolean }) {
  const api = app.connect()
  await api.people.add({ name: 'Tobin Oakhollow', bornOn: '1994-09' })
  const desk = join(folder, 'Downloads')
  await mkdir(desk)
  const papers = (await makePapers()).filter(({ person }) => person === 'Maren Oakhollow')
  const isPicture = (name: string) =>
    /\.(tiff|jpg|png)$/.test(name) || /older-records|bone-density|lab-2023|discharge/.test(name)
  for (const { fileName, bytes } of papers)
    if (withPictures || !isPicture(fileName)) await writeFile(join(desk, fileName), bytes)
  await writeFile(join(desk, 'eye-clinic-letter.pdf'), await makePasswordPdf('unknown to everybody'))
  await writeFile(join(desk, 'broken-scan.pdf'), '%PDF-1.7\nnothing that can be read')
  await api.documents.import({ personId, paths: [desk] })
  await read(api, personId)
  const { items } = await api.documents.list({ filter: { personId }, limit: 200 })
  const named = (part: string) => items.find(({ fileName }) => fileName.includes(part))
  const edits = [
    [named('lab-report'), 'lab-report', ['blood', '2024']],
    [named('portal'), 'letter', ['heart']],
    [named('medication'), 'medicine-list', []],
    [named('visit-note'), 'note', ['2024']],
  ] as const
  for (const [document, kind, tags] of edits)
    if (document !== undefined) await api.documents.edit({ id: document.id, kind, tags: [...tags] })
  const shown = named('lab-report')
  if (shown === undefined) throw new Error('the papers have changed')
  const note = await api.notes.create({
    ...{ personId, title: 'Dizzy in the mornings', author: 'family', concernsOn: '2024-03' },
    text: 'It began after the new tablets.\n\nAsk about the evening dose.',
  })
  await api.notes.update({ id: note.id, version: 1, concernsOn: '2024-03-12' })
  await api.notes.attach({ id: note.id, documentIds: [shown.id] })
  return shown.id
}

/** Until what the files say themselves can be searched; looking at their pages may go on behind it. */
async function read(api: Api, personId: PersonId): Promise<void> {
  for (;;) {
    const { items } = await api.documents.list({ filter: { personId, states: ['queued', 'reading'] } })
    if (items.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The app, with some calls that never answer or fail. */
export function answering(app: App, answers: Readonly<Record<string, 'never' | ErrorCode>>): App {
  return {
    ...app,
    connectTransport(version) {
      const real = app.connectTransport(version)
      return {
        call(path, input, options) {
          const answer = answers[path]
          if (answer === 'never') return new Promise(() => {})
          if (answer !== undefined) return Promise.reject(new AppError(answer))
          return real.call(path, input, options)
        },
        open: (path, input, options) => real.open(path, input, options),
      }
    },
  }
}
