/** What papers say and no fact holds is quoted, where the quote names what was asked for. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importAndRead, tempApp } from '../support/temp-app.ts'

const papers = [
  'Older records\n\nOperation: laparoscopic removal of the gallbladder.\nDate of operation: 3 June 2009\n',
  'Immunisations\nHepatitis A given at school.\n',
  'Family history\nBrother: depression.\n',
]

test('another form of the word is the word, and another thing is not the thing', async () => {
  const { api, desk, personId } = await tempApp()
  const paths = papers.map((_, at) => join(desk, `paper-${at}.txt`))
  for (const [at, path] of paths.entries()) writeFileSync(path, papers[at] ?? '')
  await importAndRead(api, personId, paths)
  const ask = async (question: string) => {
    const quotes: string[] = []
    for await (const event of api.answers.ask({ personId, question }))
      if (event.kind === 'sentence') quotes.push(event.text)
    return quotes.join(' ')
  }
  expect(await ask('When was the gallbladder removed?')).toContain('removal of the gallbladder')
  expect(await ask('When was my hepatitis B vaccine?')).not.toContain('Hepatitis A')
  expect(await ask('Do I have depression?')).toBe('')
})

test('a quote is the words of its page, also behind a table in Markdown', async () => {
  const { api, desk, personId } = await tempApp()
  const filler = Array.from(
    { length: 12 },
    (_, at) => `- Exercise ${at + 1} was shown by the physiotherapist on the ward.`,
  )
  const table = '| Test | 24 July 2023 | 26 July 2023 |\n|---|---|---|\n| Platelets (10^3/uL) | 214 | 198 |'
  const path = join(desk, 'discharge.md')
  const said = 'The patient was offered a wheelchair and declined. The crutches were fitted and she liked them.'
  writeFileSync(path, ['## Discharge', table, filler.join('\n'), said].join('\n\n'))
  await importAndRead(api, personId, [path])
  let quotes = 0
  for (const question of ['Was a wheelchair offered?', 'Which exercise was shown?', 'Were crutches fitted?'])
    for await (const event of api.answers.ask({ personId, question })) {
      if (event.kind !== 'sentence') continue
      quotes += 1
      expect(event.citations.map(({ quote }) => quote.replace(/\s+/g, ' ').trim())).toContain(event.text)
      if (/wheelchair/.test(question)) expect(event.text).toBe('The patient was offered a wheelchair and declined.')
    }
  expect(quotes).toBeGreaterThan(1)
})
