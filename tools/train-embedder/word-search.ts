/** Full text as the program ranks it: FTS5 with stems, any of a question's words, the best hundred. */
import Database from 'better-sqlite3'
import { isStopWord } from '../../src-main/retrieve/question-words.ts'

export interface Ranked {
  readonly index: number
  /** Larger is better. */
  readonly score: number
}

export const LONGEST_LIST = 100

export function createWordSearch(passages: readonly string[]): (question: string) => Ranked[] {
  const db = new Database(':memory:')
  db.exec(`create virtual table passage using fts5(text, tokenize = "porter unicode61 remove_diacritics 2")`)
  const insert = db.prepare('insert into passage(rowid, text) values (?, ?)')
  db.transaction(() => {
    passages.forEach((passage, index) => {
      insert.run(index, passage)
    })
  })()
  const select = db.prepare<[string, number], Ranked>(
    'select rowid as "index", -bm25(passage) as score from passage where passage match ? order by bm25(passage) limit ?',
  )
  return (question) => {
    const words = [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
    const subjects = words.filter((word) => !isStopWord(word))
    const match = (subjects.length > 0 ? subjects : words).map((word) => `"${word}"`).join(' OR ')
    return match === '' ? [] : select.all(match, LONGEST_LIST)
  }
}
