import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PersonId } from '#contract/ids.ts'
import { makePapers } from '../../tools/make-papers/papers.ts'
import { demoQuestions } from '../../tools/make-papers/questions.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'

test('the household of the papers is answered where its papers say it, and refused where they do not', async () => {
  const { api, desk } = await tempApp()
  const papers = await makePapers()
  const idByName = new Map<string, PersonId>()
  for (const name of new Set(papers.map(({ person }) => person))) {
    const { id } = await api.people.add({ name })
    idByName.set(name, id)
    const own = papers.filter(({ person }) => person === name)
    const paths = own.map(({ fileName, bytes }) => {
      const path = join(desk, fileName)
      writeFileSync(path, bytes)
      return path
    })
    await importAndRead(api, id, paths)
  }
  const wrong: string[] = []
  for (const { person, question, answerContains } of demoQuestions) {
    const sentences: string[] = []
    for await (const event of api.answers.ask({ personId: idByName.get(person) as PersonId, question }))
      if (event.kind === 'sentence')
        // what a sentence says in words of its own stands in what it lights
        sentences.push([event.text, ...event.citations.map(({ quote }) => quote)].join(' « '))
    const right =
      answerContains === null
        ? sentences.length === 0
        : sentences.some((text) => text.toLowerCase().includes(answerContains.toLowerCase()))
    if (!right) wrong.push(`${question} → ${sentences.join(' | ') || 'not in record'} (should be ${answerContains})`)
  }
  expect(wrong).toEqual([])
}, 240_000)
