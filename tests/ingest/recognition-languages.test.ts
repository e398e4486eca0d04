import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { printPdf } from '../support/printed.ts'
import { drain, importAndRead, tempApp } from '../support/temp-app.ts'
import { englishModel, writePack } from './languages/make-pack.ts'

const english = ['The ferritin was measured again', 'and had gone up since the spring.']
const german = [
  'Der Patient wurde wegen akuter Schmerzen in der Brust',
  'aufgenommen und sofort auf die Station verlegt. Nach der',
  'Untersuchung konnte er mit seiner Frau nach Hause gehen,',
  'weil die Werte wieder normal waren und keine Gefahr mehr',
  'bestand. Wir bitten um eine Kontrolle in drei Wochen und',
  'danken Ihnen auch im Namen der Klinik. Wenn es schlechter',
  'wird, soll er sich sofort bei uns melden oder sich vorher',
  'noch einmal von seinem Hausarzt untersuchen lassen.',
]

test('a page in a language that is not installed keeps its image and no words, and is read once the pack is there', async () => {
  const { api, desk, personId } = await tempApp()
  const path = join(desk, 'letters.pdf')
  writeFileSync(path, await printPdf([{ lines: english }, { lines: german, scanned: true }]))
  const { documents } = await importAndRead(api, personId, [path])
  const id = documents[0]?.id as DocumentId
  expect(documents).toMatchObject([{ state: 'needs-language', pages: 2, readPages: 1, imageOnlyPages: 1 }])
  const [first, second] = (await api.documents.open({ id })).pages
  expect(first).toMatchObject({ method: 'text', reading: 'read' })
  expect(first).not.toHaveProperty('needsLanguage')
  expect(second).toMatchObject({ method: 'none', reading: 'image-only', text: '', words: [], needsLanguage: 'deu' })
  expect(second?.unread.length).toBeGreaterThan(0)
  const { hits, searched } = await api.answers.search({ personId, query: 'ferritin' })
  expect(hits).toHaveLength(1)
  expect(searched).toMatchObject({ documents: 0, pages: 1, waiting: 1, unreadable: 1 })
  expect((await api.answers.search({ personId, query: 'Hausarzt' })).hits).toEqual([])
  expect(await api.vault.verify()).toMatchObject({ ok: true })

  await api.documents.readAgain({ id })
  const states = new Set<string>()
  for (let open = true; open; ) {
    states.add((await api.documents.get({ id })).state)
    open = (await api.jobs.list({ filter: { states: ['queued', 'running'] } })).items.length > 0
  }
  expect([...states]).not.toContain('indexed')
  expect(await api.documents.get({ id })).toEqual(documents[0])

  // the English model under the other name: what matters here is that it is asked
  await api.languages.install({ path: writePack(desk, 'deu.traineddata', englishModel()) })
  await drain(api)
  expect(await api.documents.get({ id })).toMatchObject({
    state: 'indexed',
    readPages: 2,
    ocrPages: 1,
    imageOnlyPages: 0,
  })
  const read = (await api.documents.open({ id, fromPage: 2 })).pages[0]
  expect(read).toMatchObject({ method: 'ocr', language: 'deu' })
  expect(read).not.toHaveProperty('needsLanguage')
  expect((await api.answers.search({ personId, query: 'Hausarzt' })).hits).toMatchObject([{ page: 2 }])
  expect(await api.vault.verify()).toMatchObject({ ok: true })
}, 180_000)
