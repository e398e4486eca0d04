/** The states of a document in groups, as the window speaks of them. */
import type { DocumentState } from '#contract/documents.ts'

export type StateGroup = 'working' | 'attention' | 'failed' | 'ready'

const groups: Readonly<Record<DocumentState, StateGroup>> = {
  ...{ queued: 'working', reading: 'working', 'needs-ocr': 'working' },
  ...{ 'needs-password': 'attention', 'needs-language': 'attention', 'needs-answer': 'attention' },
  ...{ rejected: 'failed', quarantined: 'failed', cancelled: 'failed' },
  indexed: 'ready',
}

export const groupOfState = (state: DocumentState): StateGroup => groups[state]

const statesIn = (wanted: StateGroup) =>
  (Object.keys(groups) as DocumentState[]).filter((state) => groups[state] === wanted)

/** Waiting for the person to give something. */
export const needsAttention: readonly DocumentState[] = statesIn('attention')
/** Under way, by themselves. */
export const atWork: readonly DocumentState[] = statesIn('working')
/** Ended without having been read. */
export const endedUnread: readonly DocumentState[] = statesIn('failed')
