/** What may be typed in the form of a note, and the note that it makes. Pure. */
import { MAX_NOTE_LENGTH, type Note } from '#contract/notes.ts'
import { isFactDate } from '../facts/fact-dates.ts'
import type { NoteDraft } from './note-drafts.ts'

export const MOST_CHARACTERS = MAX_NOTE_LENGTH

export const draftOf = ({ id, personId, title, text, author, version, concernsOn = '' }: Note): NoteDraft => ({
  ...{ personId, title, text, author, concernsOn, of: { id, version } },
})

/** Title and text as they are saved. */
export const wordsOf = ({ title, text }: Pick<NoteDraft, 'title' | 'text'>) => ({
  title: title.trim() || titleOf(text),
  text: text.trim(),
})

/** There is something to save, and not more than a note holds. */
export const hasWords = ({ text }: NoteDraft): boolean => text.trim() !== '' && text.trim().length <= MOST_CHARACTERS

/** 2024, 2024-03 or 2024-03-12, if there is such a day; empty: nobody knows. */
export const isNoteDate = (typed: string): boolean => typed.trim().length <= 10 && isFactDate(typed)

/** Here, not in Greenwich. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

const LONGEST_TITLE = 80

/** The first line, cut off between words. */
function titleOf(text: string): string {
  const [line = ''] = text.trim().split('\n')
  const title = line.replace(/\s+/g, ' ')
  if (title.length <= LONGEST_TITLE) return title
  return `${title.slice(0, LONGEST_TITLE).replace(/\s+\S*$/, '')}…`
}
