/** Removes an installed language. */
import { AppError } from '#contract/errors.ts'
import { LanguageCode } from '#contract/languages.ts'
import type { Run } from '../call.ts'

export const languageRemove: Run = async ({ api, words: [code = ''] }) => {
  if (!LanguageCode.safeParse(code).success) throw new AppError('language/unknown')
  await api.languages.remove({ code })
  return { json: { code, removed: true }, lines: [`The language ${code} is removed. What was read with it stays.`] }
}
