/**
 * Spans of plausible papers, made up, with sentences that say the same in other words. `aside` was kept unseen while the
 * rules were made.
 */
import { LETTERS } from './papers-letters.ts'
import { LISTS } from './papers-lists.ts'

export const PAPERS = [...LISTS, ...LETTERS]
