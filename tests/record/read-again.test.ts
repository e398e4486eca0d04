import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printPdf } from '../support/printed.ts'
import { drain, importAndRead, tempApp } from '../support/temp-app.ts'

test('what is text already is read again to the same words, and can be found all the while', async () => {
  const { api, desk, personId } = await tempApp()
  const [note, letter] = [join(desk, 'note.txt'), join(desk, 'letter.pdf')]
  writeFileSync(note, 'Allergies: penicillin.')
  writeFileSync(letter, await printPdf([{ lines: ['The penicillin was well borne.', 'Nothing else was given.'] }]))
  const { documents } = await importAndRead(api, personId, [note, letter])
  const found = async () => (await api.answers.search({ personId, query: 'penicillin' })).hits.length
  for (const { id } of documents) await api.documents.readAgain({ id })
  expect(await found()).toBe(2)
  await drain(api)
  expect(await found()).toBe(2)
  for (const document of documents) expect(await api.documents.get({ id: document.id })).toEqual(document)
  expect(await api.vault.verify()).toMatchObject({ ok: true })
}, 60_000)
