/** Attaches a span of a page to its place: the exact words as they stand there, and the boxes that light them. */
import type { Kysely } from 'kysely'
import type { Citation } from '#contract/answers.ts'
import { boxesOf } from '../retrieve/light.ts'
import type { Passage } from '../retrieve/retrieve.ts'
import { findPageWords } from '../store/pages.ts'
import type { Tables } from '../store/tables.ts'

export interface Cited {
  readonly passage: Passage
  /** UTF-16 offsets in the page's text. */
  readonly start: number
  readonly end: number
}

export function createCiter(db: Kysely<Tables>) {
  return async (cited: readonly Cited[]): Promise<Citation[]> => {
    if (cited.length === 0) return []
    const pages = await findPageWords(db, [...new Set(cited.map(({ passage }) => passage.pageId))])
    const pageById = new Map(pages.map((page) => [page.id, page]))
    return cited.flatMap(({ passage, start, end }) => {
      const page = pageById.get(passage.pageId)
      if (page === undefined) return []
      const quote = page.text.slice(start, end)
      const boxes = boxesOf(page.words, [{ start, end }])
      return [{ documentId: passage.documentId, title: passage.documentTitle, page: passage.page, quote, start, boxes }]
    })
  }
}
