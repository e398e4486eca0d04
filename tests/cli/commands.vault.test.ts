/** The commands in this process: what a person reads, on a terminal and off it. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePasswordPdf } from '../../tools/make-papers/password-pdf.ts'
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

describe('people', () => {
  test('are listed with their ids, and an empty vault says how to add one', async () => {
    const { cli } = await vaultFor()
    expect((await cli(['person', 'list'])).stdout).toContain('medmemory person add NAME')
    expect((await cli(['person', 'add', 'Ada \u001b[1mExample', '--born', '1961-04'])).stdout).toContain(
      'Added Ada ␛[1mExample',
    )
    expect((await cli(['person', 'list'])).stdout).toMatch(
      /^ID {36}BORN {5}NAME\n\S{36} {2}1961-04 {2}Ada ␛\[1mExample\n$/,
    )
  })

  test('may be left out when there is one, and must be named when there are more', async () => {
    const { cli, json } = await vaultFor('Ada Example')
    expect((await cli(['search', 'x'])).exitCode).toBe(0)
    expect((await cli(['search', 'x', '--person', 'Ada'])).stderr).toContain('no such person')
    await cli(['person', 'add', 'Ada Example'])
    expect(await cli(['search', 'x'])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--person') })
    expect((await json(['search', 'x', '--person', 'ada example'])).error.code).toBe('person/ambiguous')
    const { people } = await json(['person', 'list'])
    expect((await cli(['search', 'x', '--person', people[1].id])).exitCode).toBe(0)
    expect((await json(['search', 'x', '--person', 'x'.repeat(201)])).error.code).toBe('person/unknown')
  })

  test('are needed before anything can be searched', async () => {
    const { json } = await vaultFor()
    expect((await json(['ask', 'anything?'])).error.code).toBe('person/unknown')
  })
})

describe('importing', () => {
  test('says file by file what became of it, and what to do', async () => {
    const { cli, file } = await vaultFor('Ada Example')
    const paths = [
      file('note.txt', note),
      file('copy\u202etxt.txt', note),
      file('empty.txt', ''),
      file('sound.mp3', 'ID3\u0003\u0000'),
    ]
    const { exitCode, stdout, stderr } = await cli(['import', ...paths, '--wait'])
    expect(exitCode).toBe(3)
    expect(stderr).toBe('')
    expect(stdout).toMatch(/note\.txt: read\n {4}1 page, \d+ words\n/)
    expect(stdout).toMatch(/copytxt\.txt: read \(known already\)/)
    expect(stdout).toMatch(/refused {3}\S+empty\.txt\n {10}The file is empty\. Ask for it again/)
    expect(stdout).toContain('1 new document for Ada Example, 1 known already, 2 refused.')
  })

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

  test('draws its progress on a terminal', async () => {
    const { cli, file } = await vaultFor('Ada Example')
    const { stderr, stdout } = await cli(['import', file('note.txt', note), '--wait'], { tty: true })
    expect(stderr).toContain('Copying into the vault')
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true)
    expect(stdout).not.toContain('\u001b')
  })
})

describe('reading back', () => {
  test('shows a document, its text and its pages', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    expect((await cli(['documents'])).stdout).toContain('no documents yet')
    await cli(['import', file('note.txt', note), '--wait'])
    const [{ id }] = (await json(['documents', '--person', 'Ada Example'])).documents
    expect((await cli(['documents', id])).stdout).toMatch(
      /Title {5}note\nFile {6}note\.txt \(text, \d+ bytes\)\nState {5}read\n/,
    )
    expect((await cli(['documents', id, '--text'])).stdout).toMatch(/^note\n\n— page 1 —\nVisit note, 2 April 2024\n/)
    expect(await cli(['documents', id, '--page', '7'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is no page 7: the document has 1 page that can be read.'),
    })
    expect((await cli(['documents', '--text'])).exitCode).toBe(2)
    expect((await cli(['documents', id, '--person', 'Ada Example'])).exitCode).toBe(2)
    expect((await json(['documents', 'nothing'])).error.code).toBe('document/unknown')
  })

  test('a protected document waits for its password and is read once that is right', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    const imported = await cli(['import', file('secret.pdf', await makePasswordPdf('opensesame')), '--wait'])
    expect(imported.stdout).toContain('needs its password')
    const [{ id }] = (await json(['documents'])).documents
    const give = (name: string, text: string) => cli(['documents', id, '--password-file', file(name, text)])
    expect(await give('wrong', 'shut')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('--password-file'),
    })
    expect((await give('right', 'opensesame\n')).stdout).toContain('State     read')
    expect((await json(['documents', id, '--password-file', file('again', 'x')])).error.code).toBe(
      'document/needs-no-password',
    )
  })

  test('search marks the words on a terminal and nowhere else, and says what was searched when there is nothing', async () => {
    const { cli, file } = await vaultFor('Ada Example')
    await cli(['import', file('note.txt', note), '--wait'])
    expect((await cli(['search', 'penicillin'])).stdout).toMatch(/^note · page 1\n {4}.*penicillin/s)
    expect((await cli(['search', 'penicillin'], { tty: true })).stdout).toContain('\u001b[1mpenicillin\u001b[22m')
    expect((await cli(['search', 'colonoscopy'])).stdout).toBe(
      'Nothing found in what I could read.\nSearched 1 document, 1 page.\n',
    )
  })

  test('an answer shows each sentence with its place, and always what could not be read', async () => {
    const { cli, file } = await vaultFor('Ada Example')
    await cli(['import', file('note.txt', note), '--wait'])
    const question = ['ask', 'Is', 'there', 'an', 'allergy', 'to', 'penicillin?']
    expect((await cli(question)).stdout).toMatch(/penicillin.*\n {4}note, page 1: “.*penicillin.*”\n$/s)
    await cli(['import', file('secret.pdf', await makePasswordPdf('opensesame')), '--wait'])
    expect((await cli(question)).stdout).toContain('1 document is not read yet')
    expect((await cli(['ask', 'When was the last colonoscopy?'])).stdout).toMatch(
      /^Not found in what I could read\.\nSearched 1 document, 1 page\.\n1 document is not read yet/,
    )
  })
})

describe('keeping house', () => {
  test('deleting asks first on a terminal, and is refused without one', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    await cli(['import', file('note.txt', note)])
    const [{ id }] = (await json(['documents'])).documents
    expect(await cli(['delete', id])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--yes') })
    const no = await cli(['delete', id], { tty: true, answers: [['Delete "note"', 'n\n']] })
    expect(no.exitCode).toBe(130)
    const yes = await cli(['delete', id], { tty: true, answers: [['Delete "note"', 'y\n']] })
    expect(yes).toMatchObject({ exitCode: 0, stdout: 'Deleted "note".\n' })
    expect((await json(['documents'])).documents).toEqual([])
  })

  test('status, health and verify speak in numbers', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    await cli(['import', file('note.txt', note), '--wait'])
    expect(await json(['status'])).toMatchObject({
      state: 'unlocked',
      purpose: testPurpose,
      people: 1,
      documents: { indexed: 1 },
      notices: [],
    })
    expect((await cli(['status'])).stdout).toMatch(/People {5}1\nDocuments {2}1 read\n/)
    expect((await cli(['health'])).stdout).toMatch(/Key {6}opened by passphrase or recovery\n/)
    expect((await json(['health'])).vault).toBe('unlocked')
    expect((await cli(['verify'])).stdout).toMatch(/^Everything holds: 1 document, 1 original, \d+ audit entries\.\n$/)
  })

  test('settings are shown and changed, and nonsense is refused', async () => {
    const { cli, json } = await vaultFor()
    expect((await cli(['settings', 'maxFileMegabytes', '20'])).stdout).toBe('maxFileMegabytes is now 20.\n')
    expect((await cli(['settings'])).stdout).toMatch(/maxFileMegabytes +20 +changed\n/)
    expect((await json(['settings', 'maxFileMegabytes', 'many'])).error.code).toBe('setting/invalid')
    expect((await json(['settings', 'maxFileMegabytes', '0'])).error.code).toBe('setting/invalid')
    expect((await json(['settings', 'colour', '1'])).error.code).toBe('setting/unknown')
    expect((await cli(['settings', 'maxFileMegabytes'])).exitCode).toBe(2)
  })

  test('a document that is read already is not queued again', async () => {
    const { cli, file, json } = await vaultFor('Ada Example')
    await cli(['import', file('broken.pdf', '%PDF-1.7\nnothing follows'), '--wait'])
    const [{ id, state }] = (await json(['documents'])).documents
    expect(state).toBe('rejected')
    expect((await cli(['retry', id])).stdout).toContain('queued again')
    expect((await cli(['jobs'])).stdout).toMatch(/DOCUMENT.*\n\S+ {2}(queued|running).*broken\.pdf\n/)
    const { exitCode, stdout } = await cli(['jobs', '--wait'])
    expect(exitCode).toBe(3)
    expect(stdout).toMatch(/^broken\.pdf: not readable\n {4}The PDF is damaged/)
    await cli(['import', file('note.txt', note), '--wait'])
    const { documents } = await json(['documents'])
    const read = documents.find((one: { state: string }) => one.state === 'indexed')
    expect((await json(['retry', read.id])).error.code).toBe('document/busy')
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
    expect((await cli(['export', id])).exitCode).toBe(2)
  })
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
