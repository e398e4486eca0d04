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
