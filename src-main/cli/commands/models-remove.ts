/** Removes a model from the disk; one that is in use only with --yes, and what is built in takes its place. */
import type { Run } from '../call.ts'
import { safeLine } from '../terminal-text.ts'

export const modelsRemove: Run = async ({ api, words: [id = ''], options }) => {
  await api.models.remove({ id, fallBack: options.yes })
  return { json: { id, removed: true }, lines: [`${safeLine(id)} is removed.`] }
}
