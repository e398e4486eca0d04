import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appOver, testPassphrase } from '../support/temp-app.ts'
import { keep, writeNotes } from '../vault/backup-work.ts'
import { noEngines } from '../vault/no-engines.ts'
import { vaultCli } from './vault-cli.ts'

test('a backup is made, listed and restored at the command line, and each says what it did', async () => {
  const { cli, api, desk, personId, recoveryKey } = await vaultCli({ spawnEngine: noEngines })
  await keep(api, personId, writeNotes(desk, 2))
  const to = join(desk, 'backups')
  expect(await cli('backup')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('medmemory backup --to') })
  const made = await cli('backup', '--to', to)
  expect(made).toMatchObject({ exitCode: 0, stderr: '' })
  expect(made.stdout).toMatch(
    /^The backup is made, and was read back: 2 documents, [\d.]+ MiB, in .*\n2 originals written now;/,
  )
  const second = JSON.parse((await cli('backup', '--json')).stdout)
  expect(second).toMatchObject({ folder: to, written: 0, removed: 0, snapshot: { state: 'whole', documents: 2 } })

  const { snapshots } = JSON.parse((await cli('backup', 'list', '--json')).stdout)
  expect(snapshots).toHaveLength(2)
  expect(snapshots[0].id).toBe(second.snapshot.id)
  expect((await cli('backup', 'list', '--from', to)).stdout).toMatch(
    /^ {2}[0-9a-f-]{36} {2}\S+Z {2}2 documents {2}[\d.]+ MiB\n/,
  )

  const [passphrase, recovery] = [join(desk, 'passphrase'), join(desk, 'recovery')]
  writeFileSync(passphrase, testPassphrase)
  writeFileSync(recovery, `${recoveryKey}\n`)
  const listed = await cli('restore', '--from', to, '--list', '--passphrase-file', passphrase, '--json')
  expect(JSON.parse(listed.stdout)).toEqual({ snapshots })
  const again = join(desk, 'again')
  const first = snapshots[1].id
  const args = ['--from', to, '--to', again, '--snapshot', first, '--recovery-key-file', recovery]
  const restored = JSON.parse((await cli('restore', ...args, '--json')).stdout)
  expect(restored).toMatchObject({ vault: again, originals: 2, snapshot: { id: first } })
  expect(await cli('restore', ...args)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('not empty') })

  const opened = appOver(again, { spawnEngine: noEngines })
  await opened.api.vault.unlock({ passphrase: testPassphrase })
  expect(await opened.api.vault.verify()).toMatchObject({ ok: true, documents: 2 })
})

test('what cannot be done is said before anything is asked for or written', async () => {
  const { cli, desk } = await vaultCli({ spawnEngine: noEngines })
  expect(await cli('restore', '--to', join(desk, 'again'))).toMatchObject({ exitCode: 2 })
  expect(await cli('restore', '--from', desk)).toMatchObject({ exitCode: 2 })
  const wrong = join(desk, 'wrong')
  writeFileSync(wrong, 'wrong horse battery staple pond')
  const empty = join(desk, 'empty')
  mkdirSync(empty)
  const args = ['--to', join(desk, 'again'), '--passphrase-file', wrong, '--json']
  const codeOf = async (from: string) => {
    const { exitCode, stdout } = await cli('restore', '--from', from, ...args)
    return [JSON.parse(stdout).error.code, exitCode]
  }
  expect(await codeOf(empty)).toEqual(['backup/absent', 1])
  expect(await codeOf(join(desk, 'nowhere'))).toEqual(['backup/unreachable', 1])
  const to = join(desk, 'backups')
  await cli('backup', '--to', to)
  expect(await codeOf(to)).toEqual(['vault/wrong-passphrase', 4])
})
