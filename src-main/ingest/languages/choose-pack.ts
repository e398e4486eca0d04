/**
 * Which installed pack reads a page, and which one is missing when none does. Codes of packs are tesseract's: ISO
 * 639-2/T, with the script where there are two (`chi_sim`).
 */
import type { TextLanguage } from './language.ts'
import type { Script } from './script.ts'

export interface PageLanguage {
  readonly script: Script | undefined
  readonly language: TextLanguage | undefined
}

/** English is built in and need not be among `installed`. */
export interface Readers extends PageLanguage {
  readonly installed: readonly string[]
}

/** The packs to read the page with, the likeliest first; empty when English is as good as any. */
export function packsFor({ script, language, installed }: Readers): string[] {
  const need = needOf({ script, language })
  return need === undefined ? [] : installed.filter((pack) => serves(pack, need)).sort(byExactness(need))
}

/** The language (ISO 639-3) or script without whose pack the page cannot be read; undefined when it can. */
export function needsLanguage(readers: Readers): string | undefined {
  const need = needOf(readers)
  return need === undefined || packsFor(readers).length > 0 ? undefined : need
}

/** Whether a pack reads pages that need this language or script. */
function serves(pack: string, need: string): boolean {
  const [language = '', variant] = pack.split('_')
  if (variant === 'latn' || variant === 'cyrl') return variant === 'cyrl' && need === 'Cyrillic'
  return language === need || [...(kin[need] ?? []), ...(scripts[need] ?? [])].includes(language)
}

/** Every language and script that waits for this pack. */
export function needsServedBy(pack: string): string[] {
  const [language = ''] = pack.split('_')
  return [...new Set([language, ...Object.keys(kin), ...Object.keys(scripts)])].filter((need) => serves(pack, need))
}

function needOf({ script, language }: PageLanguage): string | undefined {
  if (script !== undefined && script !== 'Latin') return script
  return language?.certain && language.code !== 'eng' ? language.code : undefined
}

/** The language itself, then its variants (`deu_frak`), then what stands in for it. */
const byExactness = (need: string) => (one: string, other: string) => distance(one, need) - distance(other, need)
const distance = (pack: string, need: string) => (pack === need ? 0 : pack.startsWith(need) ? 1 : 2)

/** Languages that few words tell apart and whose letters are the same: the pack of one reads the other. */
const kin: Readonly<Record<string, readonly string[]>> = {
  dan: ['nor'],
  nor: ['dan'],
  ces: ['slk'],
  slk: ['ces'],
  nld: ['afr'],
  afr: ['nld'],
}

/** Languages of tesseract's packs by script (tessdata 4.0.0, list of languages and scripts). */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Cyrillic: ['rus', 'ukr', 'bel', 'bul', 'mkd', 'srp', 'kaz', 'kir', 'mon', 'tgk', 'tat'],
  Greek: ['ell', 'grc'],
  Hebrew: ['heb', 'yid'],
  Arabic: ['ara', 'fas', 'urd', 'pus', 'uig', 'snd'],
  Han: ['chi', 'jpn'],
  Japanese: ['jpn'],
  Hangul: ['kor'],
  Devanagari: ['hin', 'mar', 'nep', 'san'],
  Bengali: ['ben', 'asm'],
  Tamil: ['tam'],
  Telugu: ['tel'],
  Kannada: ['kan'],
  Malayalam: ['mal'],
  Gujarati: ['guj'],
  Gurmukhi: ['pan'],
  Sinhala: ['sin'],
  Thai: ['tha'],
  Lao: ['lao'],
  Khmer: ['khm'],
  Myanmar: ['mya'],
  Tibetan: ['bod', 'dzo'],
  Georgian: ['kat'],
  Armenian: ['hye'],
  Ethiopic: ['amh', 'tir'],
  Cherokee: ['chr'],
  Syriac: ['syr'],
}
