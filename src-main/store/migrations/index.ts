/** Every migration, oldest first. Append; never reorder, never edit. */
import * as firstLight from './0001-first-light.ts'

export const migrations = [firstLight] as const
