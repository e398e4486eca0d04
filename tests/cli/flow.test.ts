/** The whole of the command line in processes of its own: what is printed, what is returned, what is left behind. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { makePapers } from '../../tools/make-papers/papers.ts'
import { tempDir } from '../support/temp-dir.ts'
import { testPurpose } from '../support/temp-store.ts'
import { cli, startCli } from './spawn-cli.ts'

const passphrase = 'seven quiet herons over the mill pond'
const env = { MEDMEMORY_PASSPHRASE: passphrase }
const reportName = 'oakhollow-m-lab-report-2024-03.pdf'
const noteName = 'oakhollow-m-visit-note-2024-04-02.txt'

let papers: Map<string, Uint8Array>

beforeAll(async () => {
  papers = new Map((await makePapers()).map(({ fileName, bytes }) => [fileName, bytes]))
})

/** A folder with a report, a note, and a file that is no document. */
function desk() {
  const dir = tempDir()
  const folder = join(dir, 'papers')
  mkdirSync(folder)
  for (const name of [reportName, noteName]) writeFileSync(join(folder, name), papers.get(name) ?? '')
  return { dir, folder, vault: join(dir, 'vault'), report: join(folder, reportName) }
}

async function json(argv: readonly string[], expected = 0) {
  const { exitCode, stdout, stderr } = await cli([...argv, '--json'], env)
  expect({ exitCode, stderr }, stdout).toEqual({ exitCode: expected, stderr: '' })
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(stdout)
}

const init = (vault: string) => json(['init', '--vault', vault, '--person', 'Maren Oakhollow', '--for', testPurpose])

test('a folder of papers becomes a vault that answers, gives back the originals, and forgets on demand', async () => {
  const { dir, folder, vault, report } = desk()
  const at = ['--vault', vault]
  const made = await init(vault)
  expect(made).toEqual({ vault, personId: expect.any(String), recoveryKey: expect.any(String) })
  expect(statSync(vault).mode & 0o777).toBe(0o700)
  const added = await json(['person', 'add', 'Tobin Oakhollow', '--born', '1994-11', ...at])
  expect(added).toMatchObject({ name: 'Tobin Oakhollow', bornOn: '1994-11' })

  writeFileSync(join(folder, 'nothing.pdf'), '')
  const imported = await json(['import', folder, report, '--person', 'maren oakhollow', '--wait', ...at], 3)
  expect(imported.outcomes.map(({ kind, path }: { kind: string; path: string }) => [kind, path])).toEqual([
    ['refused', join(folder, 'nothing.pdf')],
    ['queued', report],
    ['queued', join(folder, noteName)],
    ['duplicate', report],
  ])
  expect(imported.outcomes[0]).toMatchObject({ code: 'file/empty', message: expect.stringContaining('empty') })
  expect(imported.documents).toHaveLength(2)
  expect(imported.documents[0]).toEqual({
    id: imported.outcomes[1].documentId,
    path: report,
    state: 'indexed',
    pages: 2,
    ocrPages: 0,
    words: expect.any(Number),
  })

  const id: string = imported.documents[0].id
  const { documents } = await json(['documents', '--person', made.personId, ...at])
  expect(documents).toHaveLength(2)
  expect(documents[0]).toMatchObject({ state: 'indexed', pages: expect.any(Number), importedAt: expect.any(String) })
  const read = await json(['documents', id, '--text', ...at])
  expect(read.pages.map(({ number, method }: { number: number; method: string }) => [number, method])).toEqual([
    [1, 'text'],
    [2, 'text'],
  ])
  expect(read.pages[0].text).toContain('HbA1c')
  expect((await json(['documents', id, '--page', '2', ...at])).pages).toEqual([read.pages[1]])

  const { hits } = await json(['search', 'hba1c', '--person', 'Maren Oakhollow', '--limit', '3', ...at])
  expect(hits[0]).toMatchObject({ documentId: id, page: 1, title: expect.any(String) })
  expect(hits[0].boxes.flat().every((part: number) => part >= 0 && part <= 1)).toBe(true)
  expect((await json(['search', 'hba1c', '--person', 'Tobin Oakhollow', ...at])).hits).toEqual([])

  const answer = await json(['ask', 'What was the last HbA1c?', '--person', made.personId, ...at])
  expect(answer).toMatchObject({ kind: 'answer', engine: 'typed', searched: { documents: 2 } })
  const [citation] = answer.sentences[0].citations
  const cited = await json(['documents', citation.documentId, '--page', String(citation.page), ...at])
  expect(cited.pages[0].text).toContain(citation.quote)
  const none = await json(['ask', 'When was the last colonoscopy?', '--person', 'Maren Oakhollow', ...at])
  expect(none).toMatchObject({ kind: 'notInRecord', sentences: [] })

  const copy = join(dir, 'copy.pdf')
  await json(['export', id, '--to', copy, ...at])
  expect(readFileSync(copy).equals(Buffer.from(papers.get(reportName) ?? ''))).toBe(true)
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect((await json(['export', id, '--to', copy, ...at], 1)).error.code).toBe('file/exists')

  expect(await json(['delete', id, '--yes', ...at])).toEqual({ documentId: id, deleted: true })
  expect((await json(['documents', id, ...at], 1)).error.code).toBe('document/unknown')
  expect(
    (await json(['search', 'hba1c immunoassay', '--person', made.personId, ...at])).hits.some(
      (hit: { documentId: string }) => hit.documentId === id,
    ),
  ).toBe(false)
  expect(await json(['verify', ...at])).toMatchObject({ ok: true, problems: [], originals: 1, documents: 1 })
}, 300_000)

describe('a vault that does not open', () => {
  test('is told apart: none there, wrong passphrase, no passphrase, damaged, in use', async () => {
    const { dir, vault } = desk()
    const at = ['--vault', vault]
    expect((await json(['status', ...at], 1)).error.code).toBe('vault/absent')
    expect(existsSync(vault)).toBe(false)

    await init(vault)
    expect((await json(['init', ...at], 1)).error.code).toBe('vault/exists')
    const wrong = await cli(['status', '--json', ...at], { MEDMEMORY_PASSPHRASE: 'not the passphrase at all' })
    expect(wrong).toMatchObject({ exitCode: 4, stderr: '' })
    expect(JSON.parse(wrong.stdout).error.code).toBe('vault/wrong-passphrase')

    const none = await cli(['status', ...at])
    expect(none).toMatchObject({ exitCode: 4, stdout: '' })
    expect(none.stderr).toContain('--passphrase-file')

    const file = join(dir, 'passphrase')
    writeFileSync(file, `${passphrase}\n`)
    expect(await cli(['status', ...at, '--passphrase-file', file])).toMatchObject({ exitCode: 0, stderr: '' })

    for (const name of ['header.json', 'header.bak']) writeFileSync(join(vault, name), '{"broken')
    expect((await json(['status', ...at], 5)).error.code).toBe('vault/damaged-header')
  }, 180_000)

  test('is in use while another process works with it, and free when that was interrupted', async () => {
    const { folder, vault } = desk()
    await init(vault)
    for (let copy = 0; copy < 400; copy++) writeFileSync(join(folder, `note-${copy}.txt`), `Note number ${copy}.\n`)
    const first = startCli(['import', folder, '--wait', '--vault', vault], env)
    await logged(vault, 'job.claimed')
    expect((await json(['status', '--vault', vault], 6)).error.code).toBe('vault/in-use')
    first.child.kill('SIGINT')
    expect(await first.ended).toMatchObject({ exitCode: 130, stdout: '' })
    expect(await json(['verify', '--vault', vault])).toMatchObject({ ok: true })
  }, 180_000)
})

/** Resolves when the log of the vault tells of something. */
async function logged(vault: string, code: string): Promise<void> {
  while (!readFileSync(join(vault, 'medmemory.log'), 'utf8').includes(code)) await setTimeout(20)
}

describe('the secrets of a vault', () => {
  test('the passphrase can be changed, and replaced with the recovery key', async () => {
    const { dir, vault } = desk()
    const at = ['--vault', vault]
    const { recoveryKey } = await init(vault)
    const write = (name: string, text: string) => {
      writeFileSync(join(dir, name), text)
      return join(dir, name)
    }
    const second = 'eleven brass lanterns by the north gate'
    const third = 'one narrow boat and nine patient oars'
    const opens = async (secret: string) => (await cli(['status', ...at], { MEDMEMORY_PASSPHRASE: secret })).exitCode

    expect(await json(['passphrase', '--new-passphrase-file', write('second', `${second}\n`), ...at])).toEqual({
      changed: true,
    })
    expect([await opens(passphrase), await opens(second)]).toEqual([4, 0])

    const files = ['--new-passphrase-file', write('third', third)]
    const wrong = write(
      'wrong',
      recoveryKey.replace(/[0-9A-Z]/, (one: string) => (one === 'A' ? 'B' : 'A')),
    )
    expect((await json(['recover', '--recovery-key-file', wrong, ...files, ...at], 4)).error.code).toBe(
      'vault/wrong-recovery-key',
    )
    const right = write('right', `${recoveryKey}\n`)
    expect(await json(['recover', '--recovery-key-file', right, ...files, ...at])).toEqual({ vault, recovered: true })
    expect([await opens(second), await opens(third)]).toEqual([4, 0])

    const weak = write('weak', 'password')
    const refused = await cli(['passphrase', '--new-passphrase-file', weak, '--json', ...at], {
      MEDMEMORY_PASSPHRASE: third,
    })
    expect(JSON.parse(refused.stdout).error.code).toBe('passphrase/too-weak')
    expect(await opens(third)).toBe(0)
  }, 180_000)
})

test('wrong usage ends with 2 before anything is opened or written', async () => {
  const { vault } = desk()
  for (const argv of [[], ['ask'], ['status', '--nope'], ['documents', '--text'], ['person']])
    expect((await cli([...argv, '--vault', vault], env)).exitCode, argv.join(' ')).toBe(argv[0] === 'documents' ? 1 : 2)
  expect(existsSync(vault)).toBe(false)
})
