import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { migrate } from '../../src-main/store/migrate.ts'
import { openStore } from '../../src-main/store/store.ts'
import { scanForPlaintext } from '../../tools/plaintext-scan/scan.ts'
import { printPage, printTiff } from '../support/printed.ts'
import { appOver, importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { runAndKill } from './run-and-kill.ts'

/** Fifty words that stand nowhere else: 30 in texts, 10 in titles and file names, 10 in people's names. */
const planted = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => `Zq${kind}wort${String(i).padStart(2, '0')}yx`)
const inTexts = planted('text', 30)
const inTitles = planted('titel', 10)
const inNames = planted('name', 10)
const words = [...inTexts, ...inTitles, ...inNames]

test('fifty planted words are found in no file the program wrote: open, mid-import, locked, killed', async () => {
  const lines: string[] = []
  const temp = tempDir()
  const { app, api, dir, desk, personId } = await tempApp({ writeLog: (line) => lines.push(line) })
  const files = writeFiles(desk)
  for (const name of inNames) await api.people.add({ name: `${name} Somebody` })

  const folders = [dir, temp, ...newTempFolders(desk)]
  await importAndRead(api, personId, files.slice(0, 5))
  await api.answers.search({ personId, query: inTexts[3] ?? '' })
  await api.people.list({ filter: { name: inNames[1] ?? '' } })
  expect(scanForPlaintext(folders, words).hits, 'while open').toEqual([])

  await api.documents.import({ personId, paths: files.slice(5) })
  expect(scanForPlaintext(folders, words).hits, 'mid-import').toEqual([])

  await app.close()
  const locked = scanForPlaintext(folders, words)
  expect(locked.hits, 'after lock').toEqual([])
  expect(locked.files).toBeGreaterThan(8)

  const more = writeFiles(desk, 'again')
  const moment = { after: 'accepted', afterMs: 60 } as const
  await runAndKill([dir, testPassphrase, personId, ...more], moment, { env: { TMPDIR: temp, HOME: temp } })
  expect(scanForPlaintext([dir, temp], words).hits, 'after kill -9').toEqual([])
  expect(readdirSync(dir)).toContain('vault.db-wal')
  expect(lines.join('\n')).not.toMatch(/Zq/)

  const opened = appOver(dir)
  await opened.api.vault.unlock({ passphrase: testPassphrase })
  const { hits } = await opened.api.answers.search({ personId, query: inTexts[3] ?? '' })
  expect(hits.length, 'the words are there, for whoever has the key').toBeGreaterThan(0)
})

test('what is printed in pictures, and what their files say of themselves, is in no file the program wrote', async () => {
  const printed = ['warfarin', 'amlodipine', 'colonoscopy', 'methotrexate']
  const place = 'Zqortwortyx'
  const { app, dir, desk, personId } = await tempApp()
  await app.close()
  const pages = printed.map((word) => [`This page speaks of ${word}.`])
  const photo = join(desk, 'photo.jpg')
  const description = { IFD0: { ImageDescription: place, Artist: place } }
  writeFileSync(
    photo,
    await sharp(printPage(pages[0] ?? []))
      .withExif(description)
      .jpeg()
      .toBuffer(),
  )
  const fax = join(desk, 'fax.tif')
  writeFileSync(fax, await printTiff(pages.slice(1)))
  expect(scanForPlaintext([desk], [place]).hits, 'the file itself says it').not.toEqual([])

  const [home, cwd] = [tempDir(), tempDir()]
  const where = { env: { TMPDIR: home, HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home }, cwd }
  const args = [dir, testPassphrase, personId, photo, fax]
  const planted = [...printed, place]
  const killed = await runAndKill(args, { after: 'recognized', afterMs: 300 }, where)
  expect(killed.recognized).toBeGreaterThan(0)
  expect(readdirSync(dir)).toContain('vault.db-wal')
  expect(scanForPlaintext([dir], planted).hits, 'killed in the middle of recognition').toEqual([])

  await runAndKill(args, { after: 'done', afterMs: 0 }, where)
  const after = scanForPlaintext([dir], planted)
  expect(after.hits, 'after recognition').toEqual([])
  expect(after.files).toBeGreaterThan(4)
  expect([...readdirSync(home), ...readdirSync(cwd)], 'outside the vault').toEqual([])

  const { api } = appOver(dir)
  await api.vault.unlock({ passphrase: testPassphrase })
  for (const query of printed) expect((await api.answers.search({ personId, query })).hits, query).toHaveLength(1)
}, 180_000)

test('control: with encryption off, the same search finds the same words', async () => {
  const dir = tempDir()
  const store = await openStore({ file: join(dir, 'vault.db'), key: Buffer.alloc(32), cipher: 'none' })
  await migrate(store, () => join(dir, 'copy.db'))
  await store.write((trx) =>
    trx
      .insertInto('vaultMeta')
      .values(words.map((word) => ({ name: word, value: Buffer.from(word).toString('base64') })))
      .execute(),
  )
  const { hits } = scanForPlaintext([dir], words)
  await store.close()
  expect(new Set(hits.map(({ word }) => word)).size).toBe(50)
  expect(new Set(hits.map(({ form }) => form))).toContain('base64+0')
})

function writeFiles(desk: string, mark = ''): string[] {
  const folder = join(desk, `papers${mark}`)
  mkdirSync(folder)
  return inTitles.map((title, index) => {
    const path = join(folder, `${title}.txt`)
    writeFileSync(
      path,
      `Visit note ${mark}\n\n${inTexts.slice(index * 3, index * 3 + 3).join(' was seen with ')}.\n`.repeat(40),
    )
    return path
  })
}

/** What this program and its engines could have written outside the vault. */
function newTempFolders(desk: string): string[] {
  const ours = /^(medmemory|etilqs|tmp)/i
  return readdirSync(tmpdir())
    .filter((name) => ours.test(name) && !desk.endsWith(name) && !name.startsWith('medmemory-'))
    .map((name) => join(tmpdir(), name))
    .concat(join(homedir(), '.local', 'share', 'medmemory'))
}
