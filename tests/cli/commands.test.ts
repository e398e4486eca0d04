/** The commands, in this process: what a person reads, on a terminal and off it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../src-main/cli/options.ts'
import { createOutput } from '../../src-main/cli/output.ts'
import { createSecrets } from '../../src-main/cli/passphrase.ts'
import { makePasswordPdf } from '../../tools/make-papers/password-pdf.ts'
import { appOver, testPassphrase } from '../support/temp-app.ts'
import { tempDir } from '../support/temp-dir.ts'
import { testPurpose } from '../support/temp-store.ts'
import { fakeIo } from './fake-io.ts'

interface Typing {
  readonly tty?: boolean
  readonly answers?: readonly (readonly [question: string, typed: string])[]
}

/** A vault that stays open, so that each command costs what it does itself and no unlocking. */
async function openVault(...people: string[]) {
  const desk = tempDir()
  const dir = join(desk, 'vault')
  const { app, api } = appOver(dir)
  await api.vault.create({ passphrase: testPassphrase, purpose: testPurpose })
  for (const name of people) await api.people.add({ name })

  const cli = async (argv: readonly string[], { tty = false, answers = [] }: Typing = {}) => {
    const io = fakeIo({ tty })
    for (const [question, typed] of answers) io.answer(question, typed)
    const output = createOutput(io, argv.includes('--json'))
    const line = readCommandLine(argv)
    if (line.kind !== 'run') throw new Error('not a command')
    const { words, options, command } = line
    const { signal } = new AbortController()
    const run = await command.load()
    const secrets = createSecrets(io, options, signal)
    const exitCode = await Promise.resolve({ api, on: app.on, dir, words, options, io, secrets, signal })
      .then(run)
      .then(output.result, (error: unknown) => output.failure(error, 'usage'))
    return { exitCode, stdout: io.printed(), stderr: io.complained() }
  }
  const json = async (argv: readonly string[]) => JSON.parse((await cli([...argv, '--json'])).stdout)
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(desk, name), content)
    return join(desk, name)
  }
  return { cli, json, file }
}

const note =
  'Visit note, 2 April 2024\n\nWeight 78.4 kg, height 166 cm. Blood pressure 134/82 mmHg.\n\nAllergy to penicillin confirmed: hives as a child.\n'

describe('people', () => {
  test('are listed with their ids, and an empty vault says how to add one', async () => {
    const { cli } = await openVault()
    expect((await cli(['person', 'list'])).stdout).toContain('medmemory person add NAME')
    expect((await cli(['person', 'add', 'Ada \u001b[1mExample', '--born', '1961-04'])).stdout).toContain(
      'Added Ada ␛[1mExample',
    )
    expect((await cli(['person', 'list'])).stdout).toMatch(
      /^ID {36}BORN {5}NAME\n\S{36} {2}1961-04 {2}Ada ␛\[1mExample\n$/,
    )
  })

  test('may be left out when there is one, and must be named when there are more', async () => {
    const { cli, json } = await openVault('Ada Example')
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
    const { json } = await openVault()
    expect((await json(['ask', 'anything?'])).error.code).toBe('person/unknown')
  })
})

describe('importing', () => {
  test('says file by file what became of it, and what to do', async () => {
    const { cli, file } = await openVault('Ada Example')
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

  test('draws its progress on a terminal', async () => {
    const { cli, file } = await openVault('Ada Example')
    const { stderr, stdout } = await cli(['import', file('note.txt', note), '--wait'], { tty: true })
    expect(stderr).toContain('Copying into the vault')
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true)
    expect(stdout).not.toContain('\u001b')
  })
})

describe('reading back', () => {
  test('shows a document, its text and its pages', async () => {
    const { cli, file, json } = await openVault('Ada Example')
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
    const { cli, file, json } = await openVault('Ada Example')
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
    const { cli, file } = await openVault('Ada Example')
    await cli(['import', file('note.txt', note), '--wait'])
    expect((await cli(['search', 'penicillin'])).stdout).toMatch(/^note · page 1\n {4}.*penicillin/s)
    expect((await cli(['search', 'penicillin'], { tty: true })).stdout).toContain('\u001b[1mpenicillin\u001b[22m')
    expect((await cli(['search', 'colonoscopy'])).stdout).toBe(
      'Nothing found in what I could read.\nSearched 1 document, 1 page.\n',
    )
  })

  test('an answer shows each sentence with its place, and always what could not be read', async () => {
    const { cli, file } = await openVault('Ada Example')
    await cli(['import', file('note.txt', note), '--wait'])
    const question = ['ask', 'Is', 'there', 'an', 'allergy', 'to', 'penicillin?']
    expect((await cli(question)).stdout).toMatch(/penicillin.*\n {4}note, page 1: “.*penicillin.*”\n$/s)
    await cli(['import', file('secret.pdf', await makePasswordPdf('opensesame')), '--wait'])
    expect((await cli(question)).stdout).toContain('1 document is not read yet')
    expect((await cli(['ask', 'When was the last colonoscopy?'])).stdout).toMatch(
      /^Understood as: .*colonoscopy.*\n\nNot found in what I could read\.\nSearched 1 document, 1 page\.\n1 document is not read yet/,
    )
  })
})

describe('keeping house', () => {
  test('deleting asks first on a terminal, and is refused without one', async () => {
    const { cli, file, json } = await openVault('Ada Example')
    await cli(['import', file('note.txt', note)])
    const [{ id }] = (await json(['documents'])).documents
    expect(await cli(['delete', id])).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--yes') })
    const no = await cli(['delete', id], { tty: true, answers: [['Delete "note"', 'n\n']] })
    expect(no).toMatchObject({ exitCode: 1, stdout: 'Nothing was deleted.\n' })
    const yes = await cli(['delete', id], { tty: true, answers: [['Delete "note"', 'y\n']] })
    expect(yes).toMatchObject({ exitCode: 0, stdout: 'Deleted "note".\n' })
    expect((await json(['documents'])).documents).toEqual([])
  })

  test('an original is written out unencrypted, never over another file', async () => {
    const { cli, file, json } = await openVault('Ada Example')
    await cli(['import', file('note.txt', note)])
    const [{ id }] = (await json(['documents'])).documents
    const to = join(tempDir(), 'copy.txt')
    expect((await cli(['export', id, '--to', to])).stdout).toContain(`to ${to}.\nThis copy is not encrypted.\n`)
    expect(readFileSync(to, 'utf8')).toBe(note)
    expect((await json(['export', id, '--to', to])).error.code).toBe('file/exists')
    expect((await cli(['export', id])).exitCode).toBe(2)
  })

  test('status, health and verify speak in numbers', async () => {
    const { cli, file, json } = await openVault('Ada Example')
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
    const { cli, json } = await openVault()
    expect((await cli(['settings', 'maxFileMegabytes', '20'])).stdout).toBe('maxFileMegabytes is now 20.\n')
    expect((await cli(['settings'])).stdout).toMatch(/maxFileMegabytes +20 +changed\n/)
    expect((await json(['settings', 'maxFileMegabytes', 'many'])).error.code).toBe('setting/invalid')
    expect((await json(['settings', 'maxFileMegabytes', '0'])).error.code).toBe('setting/invalid')
    expect((await json(['settings', 'colour', '1'])).error.code).toBe('setting/unknown')
    expect((await cli(['settings', 'maxFileMegabytes'])).exitCode).toBe(2)
  })
})
