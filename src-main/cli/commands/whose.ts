/** Says whose a document is that may name somebody else. */
import type { DocumentId } from '#contract/ids.ts'
import type { Run } from '../call.ts'
import { getPerson } from '../person.ts'
import { safeLine } from '../terminal-text.ts'

export const whose: Run = async ({ api, words, options }) => {
  const { id: personId, name } = await getPerson(api, options.person)
  const { id, title } = await api.documents.answerPerson({ id: words[0] as DocumentId, personId })
  return { json: { documentId: id, personId }, lines: [`${safeLine(title)} is with ${safeLine(name)} now.`] }
}
