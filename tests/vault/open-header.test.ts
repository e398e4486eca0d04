import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readHeader, writeHeader } from '../../src-main/vault/header.ts'
import { encodeHeader, type Header } from '../../src-main/vault/header-format.ts'
import { deriveSubKeys, minimumKdf } from '../../src-main/vault/keys.ts'
import {
  changePassphrase,
  createHeader,
  headerHolds,
  type OpenedHeader,
  recoverHeader,
  unlockHeader,
} from '../../src-main/vault/open-header.ts'
import { tempDir } from '../support/temp-dir.ts'
import { faultyFileSystem, forEachFault } from './faulty-file-system.ts'
import { checksummed, makeHeader, newPassphrase, passphrase } from './make-header.ts'

const kdf = minimumKdf
const userId = '3b7c1a52-8f5e-4d0a-9c1e-2f6a7b8c9d0e'

let made: OpenedHeader & { recoveryKey: string }
beforeAll(async () => {
  made = await makeHeader()
})

async function vault(): Promise<string> {
  const dir = tempDir()
  await writeHeader(dir, made.header)
  return dir
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )

test('a new header opens with its passphrase and with its recovery key, for the same user and to the same key', async () => {
  const dir = join(tempDir(), 'vaults', 'one')
  const before = process.umask(0)
  const { header, masterKey, recoveryKey } = await createHeader({ dir, passphrase, purpose: 'patients', userId, kdf })
  process.umask(before)
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(header.slots.map(({ type }) => type)).toEqual(['passphrase', 'recovery'])
  expect(await unlockHeader(dir, { passphrase })).toEqual({ header, masterKey, userId, healedFromBackup: false })
  const recovered = await unlockHeader(dir, { recoveryKey: recoveryKey.toLowerCase().replaceAll('-', ' ') })
  expect(recovered).toEqual({ header, masterKey, userId, healedFromBackup: false })
})

test('two vaults with the same passphrase have nothing in common', async () => {
  const other = await makeHeader()
  expect(other.masterKey.equals(made.masterKey)).toBe(false)
  const values = ({ header }: { header: Header }) =>
    header.slots.flatMap((slot) => [slot.salt, slot.nonce, slot.ciphertext])
  expect(values(other).filter((value) => values(made).includes(value))).toEqual([])
})

test('neither file holds the master key, the passphrase or the recovery key', async () => {
  const dir = await vault()
  const text = readdirSync(dir)
    .map((name) => readFileSync(join(dir, name), 'utf8'))
    .join()
  for (const secret of [
    passphrase,
    made.recoveryKey,
    made.recoveryKey.replaceAll('-', ''),
    made.masterKey.toString('hex'),
  ])
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase())
})

test('a weak passphrase makes no folder, and a folder with a header is never made anew', async () => {
  const dir = join(tempDir(), 'new')
  expect(await codeOf(createHeader({ dir, passphrase: 'short', purpose: 'family', userId, kdf }))).toBe(
    'passphrase/too-weak',
  )
  expect(existsSync(dir)).toBe(false)
  for (const left of ['header.json', 'header.bak']) {
    const taken = tempDir()
    writeFileSync(join(taken, left), 'damaged')
    expect(await codeOf(createHeader({ dir: taken, passphrase, purpose: 'family', userId, kdf }))).toBe('vault/exists')
    expect(readFileSync(join(taken, left), 'utf8')).toBe('damaged')
  }
})

test('a vault that could not be made leaves its folder free for a second try', async () => {
  const dir = tempDir()
  for (const at of [2, 12]) {
    const { fileSystem } = faultyFileSystem({ at, code: 'ENOSPC' })
    expect(await codeOf(createHeader({ dir, passphrase, purpose: 'family', userId, kdf, fileSystem }))).toBe(
      'vault/disk-full',
    )
    expect(readdirSync(dir)).toEqual([])
  }
})

test('a wrong passphrase, a wrong recovery key, no header and a damaged header are four errors', async () => {
  const dir = await vault()
  expect(await codeOf(unlockHeader(dir, { passphrase: newPassphrase }))).toBe('vault/wrong-passphrase')
  expect(await codeOf(unlockHeader(dir, { passphrase: '' }))).toBe('vault/wrong-passphrase')
  expect(await codeOf(unlockHeader(dir, { recoveryKey: 'not a key' }))).toBe('vault/wrong-recovery-key')
  expect(await codeOf(unlockHeader(dir, { recoveryKey: (await makeHeader()).recoveryKey }))).toBe(
    'vault/wrong-recovery-key',
  )
  expect(await codeOf(unlockHeader(tempDir(), { passphrase }))).toBe('vault/absent')
  writeFileSync(join(dir, 'header.json'), 'x')
  writeFileSync(join(dir, 'header.bak'), 'x')
  expect(await codeOf(unlockHeader(dir, { passphrase }))).toBe('vault/damaged-header')
})

test('a header that was changed with care, checksum and all, is damage once the passphrase opens its slot', async () => {
  const dir = await vault()
  const forged = checksummed({ ...made.header, createdAt: '1999-01-01T00:00:00.000Z' })
  writeFileSync(join(dir, 'header.json'), forged)
  const healed = await unlockHeader(dir, { passphrase })
  expect([healed.header, healed.healedFromBackup]).toEqual([made.header, true])
  writeFileSync(join(dir, 'header.json'), forged)
  writeFileSync(join(dir, 'header.bak'), forged)
  expect(await codeOf(unlockHeader(dir, { passphrase }))).toBe('vault/damaged-header')
  expect(await codeOf(unlockHeader(dir, { passphrase: newPassphrase }))).toBe('vault/wrong-passphrase')
})

test('a slot that was moved from another vault does not open this one', async () => {
  const other = await makeHeader()
  const dir = tempDir()
  writeFileSync(join(dir, 'header.json'), checksummed({ ...made.header, slots: other.header.slots }))
  expect(await codeOf(unlockHeader(dir, { passphrase }))).toBe('vault/wrong-passphrase')
})

test('unlocking puts a missing or damaged file right again, whichever of the two it is', async () => {
  for (const file of ['header.json', 'header.bak'])
    for (const damage of [rmSync, (path: string) => writeFileSync(path, 'x')]) {
      const dir = await vault()
      damage(join(dir, file))
      const { healedFromBackup } = await unlockHeader(dir, { recoveryKey: made.recoveryKey })
      expect(healedFromBackup).toBe(file === 'header.json')
      expect(await headerHolds(dir, deriveSubKeys(made.masterKey).headerKey)).toBe(true)
    }
})

test('a changed passphrase opens the same key, the old one nothing, the recovery key still', async () => {
  const dir = await vault()
  await changePassphrase(dir, { passphrase, newPassphrase, kdf })
  expect(await codeOf(unlockHeader(dir, { passphrase }))).toBe('vault/wrong-passphrase')
  expect((await unlockHeader(dir, { passphrase: newPassphrase })).masterKey).toEqual(made.masterKey)
  expect((await unlockHeader(dir, { recoveryKey: made.recoveryKey })).masterKey).toEqual(made.masterKey)
})

test('a passphrase is not changed without the old one, nor to a weak one', async () => {
  const dir = await vault()
  expect(await codeOf(changePassphrase(dir, { passphrase: newPassphrase, newPassphrase, kdf }))).toBe(
    'vault/wrong-passphrase',
  )
  expect(await codeOf(changePassphrase(dir, { passphrase, newPassphrase: 'short', kdf }))).toBe('passphrase/too-weak')
  expect(await codeOf(recoverHeader(dir, { recoveryKey: made.recoveryKey, newPassphrase: 'short', kdf }))).toBe(
    'passphrase/too-weak',
  )
  expect((await readHeader(dir)).header).toEqual(made.header)
})

test('recovering sets a new passphrase; the old one stops working', async () => {
  const dir = await vault()
  const opened = await recoverHeader(dir, { recoveryKey: made.recoveryKey, newPassphrase, kdf })
  expect([opened.masterKey, opened.userId]).toEqual([made.masterKey, made.userId])
  expect(await codeOf(unlockHeader(dir, { passphrase }))).toBe('vault/wrong-passphrase')
  expect((await unlockHeader(dir, { passphrase: newPassphrase })).header).toEqual(opened.header)
})

test('stopped at any call of the disk, a change of passphrase leaves a vault that the old or the new one opens', async () => {
  const opensWith = new Map<string, string>()
  const stateOf = (dir: string) =>
    ['header.json', 'header.bak']
      .map((file) => (readFileSync(join(dir, file)).equals(encodeHeader(made.header)) ? 'old' : 'new'))
      .join()
  const calls = await forEachFault({ forGood: true }, async (fileSystem) => {
    const dir = await vault()
    await codeOf(changePassphrase(dir, { passphrase, newPassphrase, kdf, fileSystem }))
    const state = stateOf(dir)
    if (opensWith.has(state)) return
    const opened = []
    for (const given of [passphrase, newPassphrase]) {
      const copy = tempDir()
      cpSync(dir, copy, { recursive: true })
      opened.push(await codeOf(unlockHeader(copy, { passphrase: given })))
    }
    opensWith.set(state, opened.join())
  })
  expect(calls).toBe(16)
  expect([...opensWith]).toEqual([
    ['old,old', 'done,vault/wrong-passphrase'],
    ['new,old', 'done,done'],
    ['new,new', 'vault/wrong-passphrase,done'],
  ])
})

test('after a crash between the two files the passphrase that is used first is the one that stays', async () => {
  const dir = await vault()
  const { fileSystem } = faultyFileSystem({ at: 9, forGood: true })
  await codeOf(changePassphrase(dir, { passphrase, newPassphrase, kdf, fileSystem }))
  await unlockHeader(dir, { passphrase: newPassphrase })
  expect(await codeOf(unlockHeader(dir, { passphrase }))).toBe('vault/wrong-passphrase')
})
