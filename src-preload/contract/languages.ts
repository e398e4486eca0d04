/** Languages in which pages can be recognised: English is built in, others are installed from a file. */
import { z } from 'zod'
import { list, method } from './define.ts'

/** As tesseract names its packs: ISO 639-2/T, with the script where there are two (`chi_sim`). */
export const LanguageCode = z.string().regex(/^[a-z]{3}(_[a-z]+)*$/)

export const Language = z.strictObject({
  code: LanguageCode,
  /** In English. */
  name: z.string(),
  installedFrom: z.enum(['built-in', 'file']),
  sizeBytes: z.int().nonnegative(),
  /** Still the file that was installed; one that was changed or removed since is not used. */
  isIntact: z.boolean(),
})
export type Language = z.infer<typeof Language>

export const languages = {
  list: list({ action: 'language.list', filter: z.strictObject({}), sort: ['code'], item: Language }),
  /** Checks a tesseract pack, `<code>.traineddata` or `<code>.traineddata.gz`, and keeps a copy; pages that waited for it are queued. */
  install: method({
    action: 'language.install',
    writes: true,
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: Language,
  }),
  /** What was read with the pack stays. */
  remove: method({
    action: 'language.remove',
    writes: true,
    input: z.strictObject({ code: LanguageCode }),
    output: z.strictObject({ removed: z.literal(true) }),
  }),
} as const
