/** Keeps what a person changes in a review. Each change is saved at once, whole, upon the last one that was saved. */
import { useState } from 'react'
import type { Review, ReviewEdits } from '#contract/reviews.ts'
import { api } from '../../api/client.ts'
import { codeOf } from '../../api/useLoad.ts'
import { textOfError } from '../../app/error-text.ts'
import { say } from '../../app/toasts.ts'

export interface EditNote {
  readonly review: Review
  readonly isSaving: boolean
  /** True: it was saved. */
  change(make: (edits: ReviewEdits) => ReviewEdits): Promise<boolean>
}

export function useEditNote(loaded: Review): EditNote {
  const [saved, setSaved] = useState(loaded)
  const [isSaving, setSaving] = useState(false)
  // what was saved is known before it is loaded again; a document that was deleted since takes its lines along at the same time
  const review = saved.changedAt > loaded.changedAt ? saved : loaded
  return {
    review,
    isSaving,
    async change(make) {
      setSaving(true)
      try {
        setSaved((await api.reviews.edit({ id: review.id, edits: make(review.edits) })).review)
        return true
      } catch (error) {
        const { message, next } = textOfError(codeOf(error))
        say(`${message} ${next}`)
        return false
      } finally {
        setSaving(false)
      }
    },
  }
}
