/** Settings: one schema, parsed at unlock. A value that does not fit falls back to its default, with a notice. */
import { z } from 'zod'
import { list, method } from './define.ts'

export const Settings = z.strictObject({
  /** Larger files are refused at import. */
  maxFileMegabytes: z.int().min(1).max(4096).default(500),
  /** A reading engine that grows past this is ended, and the document counted as one failed try. */
  engineMemoryMegabytes: z.int().min(256).max(8192).default(1024),
  /** A reading engine that brings no page for this long is ended likewise. */
  readingDeadlineSeconds: z.int().min(2).max(600).default(10),
  /** The same for recognising the words of a page's image, which takes far longer. */
  recognizingDeadlineSeconds: z.int().min(10).max(3600).default(120),
})
export type Settings = z.infer<typeof Settings>

const SettingName = z.enum([
  'maxFileMegabytes',
  'engineMemoryMegabytes',
  'readingDeadlineSeconds',
  'recognizingDeadlineSeconds',
])
const Setting = z.strictObject({ name: SettingName, value: z.number(), isDefault: z.boolean() })

export const settings = {
  list: list({ action: 'setting.list', filter: z.strictObject({}), sort: ['name'], item: Setting }),
  set: method({
    action: 'setting.set',
    writes: true,
    input: z.strictObject({ name: SettingName, value: z.number() }),
    output: Setting,
  }),
} as const
