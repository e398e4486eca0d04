/** The command line as it is shipped: built, with every thread, engine and resource found beside the built files. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeLabReport } from '../../tools/make-papers/lab-report.ts'
import { createRandom } from '../../tools/make-papers/random.ts'
import { printPage } from '../support/printed.ts'
import { tempDir } from '../support/temp-dir.ts'

const cliFile = join(import.meta.dirname, '../../out/main/cli.js')

test('the built command line makes a vault, reads a text PDF and a scanned picture, searches and answers', async () => {
  const desk = tempDir()
  const paper = await makeLabReport(createRandom(2))
  writeFileSync(join(desk, paper.fileName), paper.bytes)
  writeFileSync(
    join(desk, 'scan.png'),
    printPage(['Allergic to penicillin since childhood.', 'Carries an adrenaline pen.']),
  )

  const run = (...argv: string[]) => cli(desk, argv)
  expect(await run('init', '--person', paper.person)).toHaveProperty('recoveryKey')
  const { documents } = await run('import', join(desk, paper.fileName), join(desk, 'scan.png'), '--wait')
  expect(documents).toMatchObject([
    { state: 'indexed', pages: paper.expected.pages.length },
    { state: 'indexed', pages: 1, ocrPages: 1 },
  ])
  const { hits } = await run('search', 'penicillin')
  expect(hits[0]).toMatchObject({ title: 'scan', page: 1 })
  const answer = await run('ask', 'Which', 'allergies', 'are', 'known?')
  expect(answer).toMatchObject({
    engine: 'typed',
    sentences: [{ citations: [{ title: 'scan', quote: 'penicillin' }] }],
  })
  expect(await run('verify')).toMatchObject({ ok: true, originals: 2 })
})

/** Runs to the end under this Node and answers what it printed as JSON; a failure is thrown with what it said. */
// biome-ignore lint/suspicious/noExplicitAny: each command prints another shape
function cli(desk: string, argv: readonly string[]): Promise<any> {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, MEDMEMORY_TEST_KDF: 'minimum', MEDMEMORY_PASSPHRASE: 'correct horse battery staple pond' }
  const child = spawn(process.execPath, [cliFile, ...argv, '--json', '--vault', join(desk, 'vault')], { env })
  const said: Record<'out' | 'err', string> = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said.out)) : reject(new Error(`${argv[0]}: ${code} ${said.out} ${said.err}`)),
    )
  })
}
