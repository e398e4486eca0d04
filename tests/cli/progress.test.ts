import { describe, expect, test } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { createProgressLine, describePage, describeProgress } from '../../src-main/cli/progress.ts'
import { whatWasNotSeen, whatWasSearched } from '../../src-main/cli/searched.ts'
import { fakeIo } from './fake-io.ts'

const documentId = 'd1' as DocumentId

describe('progress', () => {
  test('says which page of which file is read', () => {
    const names = new Map([['d1', '/papers/lab\u202e.pdf']])
    expect(describePage({ kind: 'job', documentId, step: 'read', done: 3, total: 12 }, names)).toBe(
      'lab.pdf → page 3 of 12',
    )
    expect(describePage({ kind: 'job', documentId, step: 'read', done: 2, total: null }, new Map())).toBe(
      'document → page 2',
    )
    expect(describePage({ kind: 'job', documentId, step: 'index', done: 1, total: 1 }, names)).toContain('searchable')
  })

  test('draws a bar of what is done', () => {
    expect(describeProgress(1, 4, '')).toBe(`${'█'.repeat(5)}${'░'.repeat(15)} 1 of 4 files`)
    expect(describeProgress(0, 0, 'x')).toBe(`${'░'.repeat(20)} 0 of 0 files · x`)
  })

  test('appears on a terminal only, fits its width, and is wiped at the end', () => {
    const pipe = fakeIo()
    createProgressLine(pipe.stderr).show('x')
    expect(pipe.complained()).toBe('')
    const terminal = fakeIo({ tty: true })
    const line = createProgressLine(terminal.stderr)
    line.show('检'.repeat(100))
    line.show('too soon')
    line.clear()
    expect(terminal.complained()).toBe(`\r\u001b[2K${'检'.repeat(39)}…\r\u001b[2K`)
  })
})

describe('what was searched', () => {
  test('names what could not be seen, and only that', () => {
    const all = {
      documents: 3,
      pages: 9,
      waiting: 0,
      unreadable: 0,
      partlyReadPages: 0,
      lowConfidencePages: 0,
      withoutFacts: 0,
    }
    expect(whatWasSearched({ ...all, documents: 1 })).toBe('Searched 1 document, 9 pages.')
    expect(whatWasNotSeen(all)).toEqual([])
    const lines = whatWasNotSeen({ ...all, waiting: 1, unreadable: 2, lowConfidencePages: 1 })
    expect(lines[0]).toMatch(/^1 document is not read yet/)
    expect(lines[1]).toMatch(/^2 documents or pages could not be read/)
    expect(lines[2]).toMatch(/^1 page was hard to read/)
  })
})
