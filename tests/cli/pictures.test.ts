/** The commands about pictures, in this process: what is said of pages, and documents that are made of several. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printPage } from '../support/printed.ts'
import { vaultCli } from './vault-cli.ts'

const german = [
  'Der Patient wurde wegen akuter Schmerzen in der Brust',
  'aufgenommen und sofort auf die Station verlegt. Nach der',
  'Untersuchung konnte er mit seiner Frau nach Hause gehen,',
  'weil die Werte wieder normal waren und keine Gefahr mehr',
  'bestand. Wir bitten um eine Kontrolle in drei Wochen und',
  'danken Ihnen auch im Namen der Klinik. Wenn es schlechter',
  'wird, soll er sich sofort bei uns melden.',
]

test('pictures are imported, put together, turned round, exported one by one, and taken apart', async () => {
  const { cli, desk } = await vaultCli()
  const files = ['front', 'back'].map((side) => {
    const path = join(desk, `${side}.png`)
    writeFileSync(path, printPage([`This is the ${side} of the card.`]))
    return path
  })
  const json = async (...argv: string[]) => JSON.parse((await cli(...argv, '--json')).stdout)
  const imported = await json('import', ...files, '--wait')
  expect(imported.documents).toMatchObject([
    { state: 'indexed', pages: 1, ocrPages: 1, words: 7 },
    { state: 'indexed', pages: 1, ocrPages: 1, words: 7 },
  ])
  const [front, back] = imported.documents.map(({ id }: { id: string }) => id)

  const combined = await cli('combine', front, back)
  expect(combined.stdout).toContain('"front" is made of 2 pictures, 2 pages in all:')
  expect((await cli('documents', front)).stdout).toMatch(new RegExp(`Made of +${front}, ${back}`))
  expect(await json('documents')).toMatchObject({ documents: [{ id: front, pages: 2 }] })

  expect(await json('reorder', front, back, front)).toMatchObject({ id: front, pages: 2, partIds: [back, front] })
  const { pages } = await json('documents', front, '--text')
  expect(pages.map(({ text }: { text: string }) => text)).toEqual([
    'This is the back of the card.',
    'This is the front of the card.',
  ])
  const { hits } = await json('search', 'card', '--limit', '5')
  expect(hits.map(({ documentId }: { documentId: string }) => documentId)).toEqual([front, front])

  const to = join(desk, 'copy.png')
  expect((await cli('export', front, '--to', to, '--part', '1')).stdout).toContain('(picture 1 of 2)')
  expect(readFileSync(to).equals(readFileSync(files[1] ?? ''))).toBe(true)
  expect((await cli('export', front, '--to', join(desk, 'no.png'), '--part', '3')).exitCode).toBe(1)

  expect((await json('separate', front)).ids.toSorted()).toEqual([front, back].toSorted())
  expect((await json('documents')).documents).toHaveLength(2)
  expect((await cli('combine', front, '00000000-0000-4000-8000-000000000000')).exitCode).toBe(1)

  expect(await json('read-again', front)).toEqual({ documentId: front, queued: true })
  expect((await json('jobs', '--wait')).documents).toMatchObject([{ id: front, state: 'indexed', words: 7 }])
}, 120_000)

test('a page that needs a language says which, and an answer says that there is something it could not see', async () => {
  const { cli, desk } = await vaultCli()
  const path = join(desk, 'brief.png')
  writeFileSync(path, printPage(german))
  const imported = await cli('import', path, '--wait')
  expect(imported.stdout).toContain('needs a language')
  const [, id = ''] = /documents (\S+) --text/.exec(imported.stdout.replaceAll(/\s+/g, ' ')) ?? []
  const { stdout } = await cli('documents', id, '--text')
  expect(stdout).toContain('This page needs the language "deu"')
  expect(stdout).toContain('medmemory language install')
  expect((await cli('documents', id)).stdout).toMatch(/Unread +1 page kept as an image only/)
  const { pages } = JSON.parse((await cli('documents', id, '--text', '--json')).stdout)
  expect(pages).toMatchObject([{ method: 'none', reading: 'image-only', needsLanguage: 'deu', text: '' }])

  const none = await cli('search', 'Klinik')
  expect(none.stdout + none.stderr).toContain('1 document is not read yet')
  expect(none.stdout + none.stderr).toContain('could not be read')
}, 120_000)
