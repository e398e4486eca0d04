/**
 * The main job from end to end on invented papers: a vault is made, papers are imported and read, questions are asked
 * and answered with document, page and quote, the vault's bytes are searched for plaintext, and everything is removed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src-main/app.ts'
import { makePapers } from '../make-papers/papers.ts'
import { demoQuestions } from '../make-papers/questions.ts'
import { scanForPlaintext } from '../plaintext-scan/scan.ts'
import { importWithProgress } from './progress.ts'
import { say, wrap } from './say.ts'
import { createTimer } from './timer.ts'

const folder = mkdtempSync(join(tmpdir(), 'medmemory-demo-'))
try {
  await demo()
} finally {
  rmSync(folder, { recursive: true, force: true })
  say('\nEverything was removed again.')
}

async function demo(): Promise<void> {
  const timer = createTimer()
  const papers = await makePapers()
  const desk = papers.map((paper) => ({ ...paper, path: join(folder, paper.fileName) }))
  for (const { path, bytes } of desk) writeFileSync(path, bytes)
  timer.lap('make papers')

  const vaultDir = join(folder, 'vault')
  const app = createApp({ dir: vaultDir })
  const api = app.connect()
  await api.vault.create({ passphrase: 'seven quiet herons cross the lake' })
  timer.lap('create the vault')
  say('MedMemory: an encrypted vault, some invented papers, and questions about them.\n')

  const idByName = new Map<string, string>()
  for (const person of new Set(desk.map((paper) => paper.person))) {
    const { id } = await api.people.add({ name: person })
    idByName.set(person, id)
    const paths = desk.filter((paper) => paper.person === person).map(({ path }) => path)
    await importWithProgress(app, api, id, paths, person)
  }
  timer.lap('import and read')

  for (const { person, question } of chosenQuestions()) {
    const personId = idByName.get(person)
    if (personId === undefined) throw new Error('a question about nobody')
    say(`\n${person}: ${question}`)
    for await (const event of api.answers.ask({ personId: personId as never, question })) {
      if (event.kind === 'sentence') {
        say(wrap(event.text, '  '))
        for (const { title, page, quote } of event.citations)
          say(wrap(`${title}, page ${page}: “${quote.replace(/\s+/g, ' ')}”`, '      '))
      }
      if (event.kind === 'notInRecord') say('  Not found in what I could read.')
      if (event.kind === 'end')
        say(
          `      searched ${event.searched.documents} documents, ${event.searched.pages} pages; ${event.searched.waiting} waiting, ${event.searched.unreadable} unreadable`,
        )
    }
  }
  timer.lap('five questions')

  const words = plantedWords(papers.map(({ expected }) => expected.pages.map(({ text }) => text).join('\n')))
  const open = scanForPlaintext([vaultDir], words)
  await app.close()
  timer.lap('close')
  const closed = scanForPlaintext([vaultDir], words)
  timer.lap('search the vault for plaintext')
  const hits = [...open.hits, ...closed.hits]
  say(
    `\n${words.length} words from the papers were searched for in ${open.files} files of the vault while it was open and ${closed.files} after: ${hits.length} found.`,
  )
  say(`\n${timer.report()}`)
  if (hits.length > 0) process.exitCode = 1
}

/** Four that the papers answer and one that they do not. */
/** One each from print, from a scan, from a fax and from a photo, and one that nothing answers. */
function chosenQuestions() {
  const from = [/lab-report.*\.pdf$/, /older-records.*\.pdf$/, /\.tiff$/, /\.jpg$/]
  const answered = from.flatMap((file) => demoQuestions.find(({ fileName = '' }) => file.test(fileName)) ?? [])
  return [...answered, ...demoQuestions.filter(({ answerContains }) => answerContains === null).slice(0, 1)]
}

/** The longest words of the papers, those most surely found if anything leaked. */
function plantedWords(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => text.match(/\p{L}{8,}/gu) ?? []))
  return [...words].sort((a, b) => b.length - a.length).slice(0, 60)
}
