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
  /** The vault locks itself when nobody has used its window for this long. */
  autoLockMinutes: z.int().min(1).max(60).default(5),
  /** 1: the window is black in screenshots and shared screens, where the system can do that. */
  hideFromScreenCapture: z.int().min(0).max(1).default(0),
  /** `contrast`: black on white with strong edges. */
  look: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  density: z.enum(['comfortable', 'compact']).default('comfortable'),
  textSizePercent: z.int().min(75).max(200).default(100),
  /** `en-XA`: English with accents and longer, for those who translate. */
  language: z.enum(['system', 'en', 'en-XA']).default('system'),
  /** So many snapshots are kept in a folder of backups; older ones are removed after a new one is proved. */
  backupsKept: z.int().min(1).max(1000).default(10),
  /** Whom the window speaks to: oneself and family, or a clinician about patients. Changes words only. */
  audience: z.enum(['family', 'patients']).default('family'),
  /** Single letters act as shortcuts while no text field has the focus. */
  letterKeys: z.boolean().default(true),
})
export type Settings = z.infer<typeof Settings>
export type SettingName = keyof Settings

const names = Object.keys(Settings.shape) as [SettingName, ...SettingName[]]
const SettingName = z.enum(names)
const SettingValue = z.union([z.number(), z.boolean(), z.string().max(100)])
export type SettingValue = z.infer<typeof SettingValue>
const Setting = z.strictObject({ name: SettingName, value: SettingValue, isDefault: z.boolean() })

export const settings = {
  list: list({ action: 'setting.list', filter: z.strictObject({}), sort: ['name'], item: Setting }),
  set: method({
    action: 'setting.set',
    writes: true,
    input: z.strictObject({ name: SettingName, value: SettingValue }),
    output: Setting,
  }),
} as const
