import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { migrate } from '../../src-main/store/migrate.ts'
import { openStore } from '../../src-main/store/store.ts'
import { scanForPlaintext } from '../../tools/plaintext-scan/scan.ts'
import { appOver, importAndRead, tempApp, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

const child = fileURLToPath(new URL('./import-child.ts', import.meta.url))

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
  await killMidway([dir, testPassphrase, personId, ...more], { TMPDIR: temp, HOME: temp })
  expect(scanForPlaintext([dir, temp], words).hits, 'after kill -9').toEqual([])
  expect(readdirSync(dir)).toContain('vault.db-wal')
  expect(lines.join('\n')).not.toMatch(/Zq/)

  const opened = appOver(dir)
  await opened.api.vault.unlock({ passphrase: testPassphrase })
  const { hits } = await opened.api.answers.search({ personId, query: inTexts[3] ?? '' })
  expect(hits.length, 'the words are there, for whoever has the key').toBeGreaterThan(0)
})

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

function killMidway(args: string[], env: Record<string, string>): Promise<void> {
  const running = spawn(process.execPath, [child, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env },
  })
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('accepted')) setTimeout(() => running.kill('SIGKILL'), 60)
  })
  return new Promise((resolve) => running.on('close', () => resolve()))
}
