/** Hostile text through every view that shows text of others: it is shown, letter by letter, and does nothing at all. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { AnswerEvent } from '#contract/answers.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { App } from '../../src-main/app.ts'
import { type HostileString, hostileStrings } from '../support/hostile-strings.ts'
import { importAndRead, tempApp } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

const strings = hostileStrings()

test('there are more than 300, each with a mark of its own', () => {
  expect(strings.length).toBeGreaterThan(300)
  expect(new Set(strings.map(({ mark }) => mark)).size).toBe(strings.length)
})

test('as titles, names of files, people, passages and answers they are text, and nothing else', async () => {
  const { app, api, desk, personId } = await tempApp()
  const path = join(desk, `<img src=x onerror=hostile(0)> "'.txt`.replaceAll('/', '_'))
  writeFileSync(path, `Notes\n\n${strings.map(({ text }) => text).join('\n\n')}\n`)
  const { documents } = await importAndRead(api, personId, [path])
  const [document] = documents
  if (document?.state !== 'indexed') throw new Error('the notes were not read')

  const { page, errors, requests } = await openWindow({ app: speaking(app, strings), at: `/#/${personId}/library` })
  const views: readonly (readonly [string, string])[] = [
    ['library', `/${personId}/library`],
    ['queue', `/${personId}/queue`],
    ['people', '/people'],
    ['document', `/${personId}/document/${document.id}`],
    ['search', `/${personId}/search?q=notes`],
    ['ask', `/${personId}/ask?q=${encodeURIComponent('What do the notes say?')}`],
  ]
  for (const [name, at] of views) {
    await page.evaluate(`location.hash = ${JSON.stringify(`#${at}`)}`)
    const least = { library: 300, people: 300, document: 10, search: 20, ask: 300 }[name] ?? 1
    await expect
      .poll(() => countShown(page), { timeout: 60_000, message: `${name} shows at least ${least}` })
      .toBeGreaterThanOrEqual(least)
    // what is under the pointer or has the focus shows more of itself
    for (const key of ['Tab', 'Tab', 'ArrowDown', 'Tab']) await page.keyboard.press(key)
    expect(await findLive(page), name).toEqual([])
  }
  expect({ errors, requests }).toEqual({ errors: [], requests: [] })
}, 600_000)

/** How many of the strings stand in the page as text. */
const countShown = (page: Page): Promise<number> =>
  page.evaluate(`new Set((document.body.innerText + [...document.querySelectorAll('[title], [aria-label]')]
    .map((e) => e.title + ' ' + e.ariaLabel).join(' ')).match(/mk\\d+q/g)).size`) as Promise<number>

/** Whatever in the page could run, load or leave, and came from them. */
const findLive = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const live = []
    if (window.ran) live.push('ran: ' + window.ran)
    const own = new Set([location.origin])
    for (const element of document.querySelectorAll('body *, head *')) {
      const name = element.localName
      if (['script', 'link', 'style', 'meta'].includes(name) && element.closest('body')) live.push('<' + name + '> in the body')
      if (['iframe', 'object', 'embed', 'base', 'portal', 'marquee', 'video', 'audio', 'math', 'foreignobject', 'animate'].includes(name))
        live.push('<' + name + '>')
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) live.push(name + ' ' + attribute)
        if (['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'data', 'ping', 'srcdoc'].includes(attribute)) {
          const url = URL.parse(value, document.baseURI)
          if (url === null || !['http:', 'https:', 'blob:'].includes(url.protocol) || (url.protocol !== 'blob:' && !own.has(url.origin)))
            live.push(name + ' ' + attribute + '=' + value)
        }
        if (attribute === 'style' && /url\\(|expression|hostile/.test(value)) live.push(name + ' style=' + value)
      }
    }
    return live
  })()`) as Promise<string[]>

/** Ten in a sentence: an answer of hundreds of sentences is none. */
function spoken(texts: readonly HostileString[]) {
  const document = { documentId: 'mk0q' as DocumentId, page: 1, start: 0, boxes: [] }
  return Array.from({ length: Math.ceil(texts.length / 10) }, (_, at) => {
    const text = texts
      .slice(at * 10, at * 10 + 10)
      .map((each) => each.text)
      .join(' ')
    return { text, citations: [{ ...document, title: text, quote: text }] }
  })
}

/** The app, with hostile text wherever it tells of others' words. The shapes are those of its real answers. */
function speaking(app: App, texts: readonly HostileString[]): App {
  const named = <T extends object>(row: T, keys: readonly (keyof T)[]) =>
    texts.map(({ mark, text }, index) => ({
      ...row,
      id: index === 0 ? (row as { id?: string }).id : mark,
      ...Object.fromEntries(keys.map((key) => [key, text])),
    }))
  // biome-ignore lint/suspicious/noExplicitAny: answers as they come, each with a shape of its own
  const change: Readonly<Record<string, (value: any) => unknown>> = {
    'documents.list': (value) => ({
      ...value,
      items: value.items
        .slice(0, 1)
        .flatMap((row: { tags: string[] }) => named({ ...row, title: '', fileName: '' }, ['title', 'fileName'])),
    }),
    'people.list': (value) => ({
      ...value,
      items: value.items.slice(0, 1).flatMap((row: object) => named({ ...row, name: '' }, ['name'])),
    }),
    // a live answer gives way to the one that was kept
    'conversations.get': (value) => ({
      ...value,
      answers: value.answers.map((answer: object) => ({
        ...answer,
        sentences: spoken(texts).map((sentence) => ({ ...sentence, isGone: false })),
        nearest: [],
      })),
    }),
    'answers.search': (value) => ({
      ...value,
      hits: value.hits.slice(0, 1).flatMap((hit: { documentId: string; start: number }) =>
        texts.slice(0, 100).map(({ text }, index) => ({
          ...hit,
          page: index + 1,
          ...{ title: text, text, lit: [{ start: hit.start + 1, end: hit.start + 4 }] },
        })),
      ),
    }),
  }
  return {
    ...app,
    connectTransport(version) {
      const real = app.connectTransport(version)
      return {
        call: async (path, input, options) =>
          (change[path] ?? ((value) => value))(await real.call(path, input, options)),
        async *open(path, input, options) {
          if (path !== 'answers.ask') return yield* real.open(path, input, options)
          for await (const event of real.open(path, input, options) as AsyncIterable<AnswerEvent>) {
            if (event.kind === 'notInRecord') continue
            if (event.kind === 'sentence') continue
            if (event.kind !== 'end') yield event
            else {
              for (const sentence of spoken(texts)) yield { kind: 'sentence', ...sentence }
              yield event
            }
          }
        },
      }
    },
  }
}
