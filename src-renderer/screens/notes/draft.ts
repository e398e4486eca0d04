/** What is typed in the form of a note, and the note that it makes. Pure. */
import { MAX_NOTE_LENGTH, type Note, type NoteAuthor } from '#contract/notes.ts'
import type { NoteDraft } from '../../app/note-drafts.ts'
import { isFactDate } from '../../facts/fact-dates.ts'

export const MOST_CHARACTERS = MAX_NOTE_LENGTH

export const draftOf = ({ title, text, author, concernsOn = '' }: Note): NoteDraft => ({
  ...{ title, text, author, concernsOn },
})

interface Written {
  readonly title: string
  readonly text: string
  readonly author: NoteAuthor
  readonly concernsOn?: string
}

export function noteOf({ title, text, author, concernsOn }: NoteDraft): Written {
  const date = concernsOn.trim()
  return {
    ...{ title: title.trim() || titleOf(text), text: text.trim(), author },
    ...(date !== '' && { concernsOn: date }),
  }
}

/** It can be saved as it stands. */
export const isWritten = ({ text, concernsOn }: NoteDraft): boolean =>
  text.trim() !== '' && text.trim().length <= MOST_CHARACTERS && isNoteDate(concernsOn.trim())

/** 2024, 2024-03 or 2024-03-12, if there is such a day; empty: nobody knows. */
export const isNoteDate = (date: string): boolean => date.length <= 10 && isFactDate(date)

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
