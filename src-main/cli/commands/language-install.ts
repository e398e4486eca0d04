/** Adds a language from a pack file. Documents that waited for it are queued. */
import { resolve } from 'node:path'
import type { Run } from '../call.ts'

export const languageInstall: Run = async ({ api, words: [file = ''] }) => {
  const language = await api.languages.install({ path: resolve(file) })
  return {
    json: { ...language },
    lines: [`${language.name} can be read now. "medmemory jobs --wait" reads the pages that waited for it.`],
  }
}
