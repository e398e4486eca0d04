/** Whether two words are parts of what the tables of words know as one thing. */
import type { Part } from './statements.ts'

export const sharesMeaning = (one: Part, other: Part) =>
  one.phrase !== undefined &&
  other.phrases.some(({ meanings }) => meanings.some((meaning) => one.phrase?.meanings.includes(meaning) ?? false))
