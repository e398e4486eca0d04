/** What the main process pushes to whoever listens, after a commit. */
import { z } from 'zod'
import { DocumentId } from './ids.ts'

export const Topic = z.enum([
  'people',
  'documents',
  'facts',
  'jobs',
  'conversations',
  'reviews',
  'notes',
  'languages',
  'models',
  'settings',
  'backups',
])
export type Topic = z.infer<typeof Topic>

export const AppEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed'), topics: z.array(Topic) }),
  z.strictObject({
    kind: z.literal('job'),
    documentId: DocumentId,
    step: z.enum(['read', 'index', 'recognize', 'extract']),
    done: z.int(),
    total: z.int().nullable(),
  }),
  z.strictObject({ kind: z.literal('unlocked') }),
  z.strictObject({ kind: z.literal('locked') }),
])
export type AppEvent = z.infer<typeof AppEvent>
