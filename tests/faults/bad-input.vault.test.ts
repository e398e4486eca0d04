import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeHostileFiles } from '../../tools/make-papers/hostile.ts'
import { drain, importAndRead, tempApp } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'

test('every hostile file ends in the one state it should, and the good files between them are read', async () => {
  const { api, desk, personId } = await tempApp()
  const files = await makeHostileFiles()
  const good = join(desk, 'good.txt')
  writeFileSync(good, 'Allergies: penicillin.')
  const wrong: string[] = []
  for (const { name, bytes, expect: expected, contains, lacks } of files) {
    const path = join(desk, name)
    writeFileSync(path, bytes)
    const { outcomes, documents } = await importAndRead(api, personId, [path])
    const [outcome] = outcomes
    const [document] = documents
    const ended =
      outcome?.kind === 'refused'
        ? `refused:${outcome.code}`
        : document?.code === undefined
          ? `${document?.state}`
          : `${document.state}:${document.code}`
    if (!expected.split('|').includes(ended)) wrong.push(`${name}: ${ended}, not ${expected}`)
    if (document === undefined || (contains === undefined && lacks === undefined)) continue
    const { pages } = await api.documents.open({ id: document.id })
    const text = pages.map((page) => page.text).join('\n')
    if (contains !== undefined && ended === 'indexed' && !text.includes(contains)) wrong.push(`${name}: lacks its text`)
    if (lacks !== undefined && text.includes(lacks)) wrong.push(`${name}: holds what it should not`)
  }
  expect(wrong).toEqual([])
  expect((await importAndRead(api, personId, [good])).documents[0]?.state).toBe('indexed')
  expect(await api.vault.verify()).toMatchObject({ ok: true, problems: [] })
}, 120_000)

test('what is not there, is a folder without permission, or is too large is refused with its reason', async () => {
  const { api, desk, personId } = await tempApp()
  await api.settings.set({ name: 'maxFileMegabytes', value: 1 })
  writeFileSync(join(desk, 'large.txt'), 'x'.repeat(2 ** 20 + 1))
  const { outcomes } = await api.documents.import({
    personId,
    paths: [join(desk, 'large.txt'), join(desk, 'nowhere.pdf')],
  })
  expect(outcomes.map((outcome) => outcome.kind === 'refused' && outcome.code)).toEqual([
    'file/too-large',
    'file/not-found',
  ])
})

const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

test('a folder without permission is refused and its neighbours are taken', () => {
  const room = tempDir()
  chmodSync(room, 0o777)
  const closed = join(room, 'closed')
  mkdirSync(closed)
  writeFileSync(join(closed, 'secret.txt'), 'x')
  writeFileSync(join(room, 'open.txt'), 'Allergies: penicillin.')
  chmodSync(join(room, 'open.txt'), 0o644)
  chmodSync(closed, 0o000)
  const result = runAsNobody(room, [closed, join(room, 'open.txt')])
  chmodSync(closed, 0o755)
  expect(result).toEqual([
    { path: closed, kind: 'refused', code: 'file/unreadable' },
    { path: join(room, 'open.txt'), kind: 'queued' },
  ])
})

test('a vault folder that cannot be written is refused before anything is half there', () => {
  const room = tempDir()
  chmodSync(room, 0o755)
  expect(runAsNobody(room, [])).toEqual({ code: 'vault/unwritable' })
})

/** Makes a vault in `room` as a user who is not root, imports, and answers the outcomes or the error's code. */
function runAsNobody(room: string, paths: string[]): unknown {
  const child = fileURLToPath(new URL('./nobody-child.ts', import.meta.url))
  const { stdout } = spawnSync(process.execPath, [child, join(room, 'vault'), ...paths], {
    ...asNobody,
    encoding: 'utf8',
  })
  return JSON.parse(stdout)
}

const tmpfs = mountTmpfs()

test.skipIf(tmpfs === undefined)(
  'on a full disk an import is refused, nothing is lost, and work goes on once there is room',
  async () => {
    const disk = tmpfs ?? ''
    const { api, desk, personId } = await tempApp({ dir: join(disk, 'vault') })
    const small = join(desk, 'small.txt')
    writeFileSync(small, 'Allergies: penicillin.')
    await importAndRead(api, personId, [small])
    const filler = join(disk, 'filler')
    fill(filler)
    const large = join(desk, 'large.txt')
    writeFileSync(large, 'Ramipril 5 mg.\n'.repeat(100_000))
    // the refusal could not even be written to the audit log, so the call fails as a whole
    await expect(api.documents.import({ personId, paths: [large] })).rejects.toMatchObject({ code: 'vault/disk-full' })
    expect((await api.answers.search({ personId, query: 'penicillin' })).hits).toHaveLength(1)
    spawnSync('rm', [filler])
    const again = await importAndRead(api, personId, [large])
    expect(again.documents[0]?.state).toBe('indexed')
    expect(await api.vault.verify()).toMatchObject({ ok: true })
    await drain(api)
  },
)

/** A 24 MB disk of its own, where this user may mount one; undefined elsewhere, and the test says that it was skipped. */
function mountTmpfs(): string | undefined {
  if (process.getuid?.() !== 0) return undefined
  const dir = tempDirForMount()
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', dir])
  if (status !== 0) return undefined
  process.on('exit', () => spawnSync('umount', ['-l', dir]))
  return dir
}

function tempDirForMount(): string {
  const dir = join('/tmp', `medmemory-disk-${process.pid}`)
  mkdirSync(dir, { recursive: true })
  return dir
}

function fill(file: string): void {
  const block = Buffer.alloc(64 * 1024, 1)
  try {
    for (;;) writeFileSync(file, block, { flag: 'a' })
  } catch {
    // full, as wanted
  }
}
