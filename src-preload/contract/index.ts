/** The API, whole. A call that is not listed here cannot cross the boundary. */
import { answers } from './answers.ts'
import { backups } from './backups.ts'
import { conversations } from './conversations.ts'
import type { Client } from './define.ts'
import { desktop } from './desktop.ts'
import { documents } from './documents.ts'
import { facts } from './facts.ts'
import { glossary } from './glossary.ts'
import { health } from './health.ts'
import { jobs } from './jobs.ts'
import { languages } from './languages.ts'
import { models } from './models.ts'
import { notes } from './notes.ts'
import { pages } from './pages.ts'
import { people } from './people.ts'
import { reviews } from './reviews.ts'
import { settings } from './settings.ts'
import { vault } from './vault.ts'

/** Raised when an entry changes its meaning or loses a key; a newer caller is refused with `app/too-old`. */
export const contractVersion = 1

export const contract = {
  vault,
  people,
  documents: { ...documents, ...pages },
  facts,
  jobs,
  answers,
  conversations,
  reviews,
  notes,
  glossary,
  languages,
  models,
  settings,
  backups,
  health,
  desktop,
} as const
export type Contract = typeof contract
export type Api = Client<Contract>
