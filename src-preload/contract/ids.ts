/** Branded ids, so that a document's id cannot be passed where a person's is meant. */
import { z } from 'zod'

export const PersonId = z.string().min(1).max(64).brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const DocumentId = z.string().min(1).max(64).brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

export const ConversationId = z.string().min(1).max(64).brand<'ConversationId'>()
export type ConversationId = z.infer<typeof ConversationId>

export const AnswerId = z.string().min(1).max(64).brand<'AnswerId'>()
export type AnswerId = z.infer<typeof AnswerId>

export const ReviewId = z.string().min(1).max(64).brand<'ReviewId'>()
export type ReviewId = z.infer<typeof ReviewId>

export const FactId = z.string().min(1).max(64).brand<'FactId'>()
export type FactId = z.infer<typeof FactId>

export const JobId = z.string().min(1).max(64).brand<'JobId'>()
export type JobId = z.infer<typeof JobId>
