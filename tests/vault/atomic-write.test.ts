import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { ensureFolder, systemCode, writeAtomically } from '../../src-main/vault/atomic-write.ts'
import { tempDir } from '../support/temp-dir.ts'
import { asNobody, canDropUser } from './as-nobody.ts'
import { forEachFault } from './faulty-file-system.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777
const bytes = Buffer.from('new content')

test('a written file is whole, private, and leaves no temporary file', async () => {
  const dir = tempDir()
  writeFileSync(join(dir, 'file.tmp'), 'left over from a crash, and longer than the new content')
  await writeAtomically(join(dir, 'file'), (file) => file.writeFile(bytes))
  expect(readFileSync(join(dir, 'file'))).toEqual(bytes)
  expect(readdirSync(dir)).toEqual(['file'])
})

test('files are 0600 and folders 0700 whatever the umask', async () => {
  const dir = tempDir()
  const before = process.umask(0)
  try {
    await ensureFolder(join(dir, 'a', 'b'))
    await writeAtomically(join(dir, 'a', 'b', 'file'), (file) => file.writeFile(bytes))
  } finally {
    process.umask(before)
  }
  expect([modeOf(join(dir, 'a')), modeOf(join(dir, 'a', 'b')), modeOf(join(dir, 'a', 'b', 'file'))]).toEqual([
    0o700, 0o700, 0o600,
  ])
})

test.each([
  ['ENOSPC', 'vault/disk-full'],
  ['EDQUOT', 'vault/disk-full'],
  ['EIO', 'vault/unwritable'],
  ['EROFS', 'vault/unwritable'],
  ['EACCES', 'vault/unwritable'],
])(
  'when any one call fails with %s the error is %s and the file is whole: the old one, or the new one',
  async (code, told) => {
    const dir = tempDir()
    const path = join(dir, 'file')
    const seen: string[] = []
    const calls = await forEachFault({ code }, async (fileSystem) => {
      writeFileSync(path, 'old content')
      const outcome = await writeAtomically(path, (file) => file.writeFile(bytes), { fileSystem }).catch(
        (error) => error,
      )
      if (outcome !== undefined) expect(outcome).toMatchObject({ code: told, details: {} })
      seen.push(readFileSync(path, 'utf8'))
      expect(readdirSync(dir)).toEqual(['file'])
    })
    // open, write, sync, close, rename fail before the change; the folder's open, sync, close after it
    expect(calls).toBe(8)
    expect(seen).toEqual([...Array(5).fill('old content'), ...Array(4).fill('new content')])
  },
)

test('when a folder cannot be made lasting the error says so', async () => {
  const dir = tempDir()
  let made = 0
  const calls = await forEachFault({ code: 'ENOSPC' }, async (fileSystem) => {
    const outcome = await ensureFolder(join(dir, `x${made++}`, 'y'), fileSystem).catch((error) => error)
    if (outcome !== undefined) expect(outcome).toMatchObject({ code: 'vault/disk-full' })
  })
  expect(calls).toBe(7)
})

test('a bug in the caller is not taken for a full disk, and leaves nothing', async () => {
  const dir = tempDir()
  const bug = new TypeError('a bug')
  await expect(writeAtomically(join(dir, 'file'), () => Promise.reject(bug))).rejects.toBe(bug)
  expect(readdirSync(dir)).toEqual([])
  expect(systemCode(Object.assign(new Error('x'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeUndefined()
})

test.skipIf(process.getuid === undefined)('a folder of somebody else is unwritable', () => {
  const dir = tempDir()
  mkdirSync(join(dir, 'theirs'), { mode: canDropUser ? 0o755 : 0o555 })
  const module = pathToFileURL(join(import.meta.dirname, '../../src-main/vault/atomic-write.ts')).href
  const code = asNobody(`
    const { ensureFolder, writeAtomically } = await import(${JSON.stringify(module)})
    const codeOf = (work) => work.then(() => 'done', (error) => error.code)
    const dir = ${JSON.stringify(join(dir, 'theirs'))}
    answer([await codeOf(writeAtomically(dir + '/file', async () => {})), await codeOf(ensureFolder(dir + '/folder'))])`)
  expect(code).toEqual(['vault/unwritable', 'vault/unwritable'])
})
