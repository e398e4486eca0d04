/** Whole runs in this process: each opens the vault, does one thing, and closes it. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempDir } from '../support/temp-dir.ts'
import { testPurpose } from '../support/temp-store.ts'
import { fakeIo, run } from './fake-io.ts'

const passphrase = 'seven quiet herons over the mill pond'

/** A vault for Ada; what is run against it is run with its passphrase. */
async function vaultFor(...people: string[]) {
  const dir = tempDir()
  const desk = join(dir, 'desk')
  mkdirSync(desk)
  const env = { MEDMEMORY_PASSPHRASE: passphrase, MEDMEMORY_TEST_KDF: 'minimum' }
  const cli = (argv: readonly string[], options: { tty?: boolean; answers?: [string, string][] } = {}) => {
    const io = fakeIo({ env, tty: options.tty ?? false })
    for (const [question, typed] of options.answers ?? []) io.answer(question, typed)
    return run([...argv, '--vault', join(dir, 'vault')], io)
  }
  const [first, ...others] = people
  const made = await cli(['init', '--for', testPurpose, ...(first === undefined ? [] : ['--person', first])])
  expect(made.exitCode, made.stderr).toBe(0)
  for (const name of others) expect((await cli(['person', 'add', name])).exitCode).toBe(0)
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(desk, name), content)
    return join(desk, name)
  }
  const json = async (argv: readonly string[]) => JSON.parse((await cli([...argv, '--json'])).stdout)
  return { cli, json, file, desk, vault: join(dir, 'vault'), made }
}

const note =
  'Visit note, 2 April 2024\n\nWeight 78.4 kg, height 166 cm. Blood pressure 134/82 mmHg.\n\nAllergy to penicillin confirmed: hives as a child.\n'

describe('making a vault', () => {
  test('prints where it is, who is in it and the recovery key, and what that is for', async () => {
    const { made, vault } = await vaultFor('Ada Example')
    expect(made.stdout).toContain(`Vault         ${vault}`)
    expect(made.stdout).toMatch(/Person {8}Ada Example \([\w-]+\)/)
    expect(made.stdout).toMatch(/Recovery key {2}[0-9A-Z-]{39,}/)
    expect(made.stdout).toContain('shown\nthis once')
  })

  test('asks for a passphrase twice on a terminal, and shows nothing of it', async () => {
    const io = fakeIo({ tty: true, env: { MEDMEMORY_TEST_KDF: 'minimum' } })
    io.answer('New passphrase: ', `${passphrase}\r`)
    io.answer('Once more: ', `${passphrase}\r`)
    const { exitCode, stdout, stderr } = await run(['init', '--vault', join(tempDir(), 'v')], io)
    expect(exitCode).toBe(0)
    expect(stdout + stderr).not.toContain('herons')
    expect(stderr).toContain('at least 15 characters or six words')
  })

  test('refuses a weak passphrase, a date that is none, and a date without a person', async () => {
    const io = () => fakeIo({ env: { MEDMEMORY_PASSPHRASE: 'password', MEDMEMORY_TEST_KDF: 'minimum' } })
    const dir = join(tempDir(), 'v')
    expect(await run(['init', '--vault', dir], io())).toMatchObject({ exitCode: 1, stdout: '' })
    expect((await run(['init', '--vault', dir, '--born', '1961'], io())).stderr).toContain('--born goes with --person')
    const { cli } = await vaultFor()
    expect((await cli(['person', 'add', 'Ada', '--born', '2023-02-29'])).exitCode).toBe(2)
  })

  test('writes its log into the vault, and nothing where there is no vault', async () => {
    const { vault, cli } = await vaultFor('Ada Example')
    await cli(['status'])
    const log = readFileSync(join(vault, 'medmemory.log'), 'utf8')
    expect(log).toContain('vault.unlocked')
    expect(log).not.toContain('Ada')
  })
})

describe('the queue', () => {
  test('without waiting leaves the reading for later, where it shows its progress', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    const { stdout } = await cli(['import', file('note.txt', note), `${file('gone.txt', '')}x`])
    expect(stdout).toMatch(/^waiting {3}\S+note\.txt\nrefused/)
    expect(stdout).toContain('"medmemory jobs --wait" reads them.')
    const waited = await cli(['jobs', '--wait'], { tty: true })
    expect(waited.exitCode).toBe(0)
    expect(await json(['jobs'])).toEqual({ jobs: [] })
    expect((await cli(['jobs', '--wait'])).stdout).toBe('Nothing was waiting to be read.\n')
    expect((await cli(['jobs'])).stdout).toBe('Nothing is waiting to be read.\n')
    expect((await cli(['documents'])).stdout).toContain('note')
  })

  test('a document that is read already is not queued again', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    await cli(['import', file('broken.pdf', '%PDF-1.7\nnothing follows'), '--wait'])
    const [{ id, state }] = (await json(['documents'])).documents
    expect(state).toBe('rejected')
    expect((await cli(['retry', id])).stdout).toContain('queued again')
    expect((await cli(['jobs'])).stdout).toMatch(/DOCUMENT +WORK.*\n\S+ +read +(queued|running).*broken\.pdf\n/)
    const { exitCode, stdout } = await cli(['jobs', '--wait'])
    expect(exitCode).toBe(3)
    expect(stdout).toMatch(/^broken\.pdf: not readable\n {4}The PDF is damaged/)
    await cli(['import', file('note.txt', note), '--wait'])
    const { documents } = await json(['documents'])
    const read = documents.find((one: { state: string }) => one.state === 'indexed')
    expect((await json(['retry', read.id])).error.code).toBe('document/busy')
  })
})

test('damage is found, named and ends with 5', async () => {
  const { cli, file, vault, json } = await vaultFor('Ada Example')
  await cli(['import', file('note.txt', note), '--wait'])
  const [blob = ''] = globSync(join(vault, 'blobs/**/*.mmb'))
  const bytes = readFileSync(blob)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  writeFileSync(blob, bytes)
  const { exitCode, stdout } = await cli(['verify'])
  expect(exitCode).toBe(5)
  expect(stdout).toMatch(/^1 problem found among 1 document, 1 original/)
  const [{ id }] = (await json(['documents'])).documents
  expect(stdout).toContain(`the original of document  ${id}`)
  expect((await cli(['export', id, '--to', join(tempDir(), 'x')])).exitCode).toBe(5)
})

test('the passphrase is changed, and replaced with the recovery key, at the prompts of a terminal', async () => {
  const { vault, made } = await vaultFor()
  const [key = ''] = made.stdout.match(/[0-9A-Z]{4}(-[0-9A-Z]{2,4}){8}/) ?? []
  const type = (command: string, ...answers: [string, string][]) => {
    const io = fakeIo({ tty: true, env: { MEDMEMORY_TEST_KDF: 'minimum' } })
    for (const [question, typed] of answers) io.answer(question, `${typed}\r`)
    return run([command, '--vault', vault], io)
  }
  const [second, third] = ['eleven brass lanterns by the gate', 'one narrow boat, nine patient oars']
  const changed = await type('passphrase', ['Passphrase', passphrase], ['New', second], ['Once more', second])
  expect(changed).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('The passphrase is changed.') })
  const recovered = await type('recover', ['Recovery key', ` ${key} `], ['New', third], ['Once more', third])
  expect(recovered).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('under the new passphrase') })
  expect((await type('status', ['Passphrase', second])).exitCode).toBe(4)
  expect((await type('status', ['Passphrase', third])).exitCode).toBe(0)
})

test('neither can be changed where there is no vault, nor without a way to give the new one', async () => {
  const at = ['--vault', join(tempDir(), 'none'), '--json']
  const env = { MEDMEMORY_PASSPHRASE: passphrase }
  const recover = await run(['recover', ...at], fakeIo({ env }))
  expect(JSON.parse(recover.stdout).error.code).toBe('vault/absent')
  expect((await run(['passphrase', ...at], fakeIo({ env }))).exitCode).toBe(2)
  const asked = await run(['passphrase', ...at], fakeIo({ env, tty: true }))
  expect(JSON.parse(asked.stdout).error.code).toBe('vault/absent')
})

test('an interrupted prompt leaves the vault locked and ends with the number of the signal', async () => {
  const { vault } = await vaultFor('Ada Example')
  const io = fakeIo({ tty: true })
  const ended = run(['status', '--vault', vault], io)
  while (!io.complained().includes('Passphrase: ')) await new Promise((resolve) => setTimeout(resolve, 5))
  io.interrupt(143)
  expect(await ended).toMatchObject({ exitCode: 143, stdout: '' })
  const again = fakeIo({ tty: true })
  again.answer('Passphrase: ', '\u0003')
  expect((await run(['status', '--vault', vault], again)).exitCode).toBe(130)
})
