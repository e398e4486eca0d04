/** Every migration, oldest first. Append; never reorder, never edit. */
import * as firstLight from './0001-first-light.ts'
import * as eyes from './0002-eyes.ts'
import * as meaning from './0003-meaning.ts'
import * as desktop from './0004-desktop.ts'
import * as facts from './0005-facts.ts'
import * as answers from './0006-answers.ts'
import * as reviews from './0007-reviews.ts'
import * as notes from './0008-notes.ts'
import * as noteDrafts from './0009-note-drafts.ts'

export const migrations = [firstLight, eyes, meaning, desktop, facts, answers, reviews, notes, noteDrafts] as const
