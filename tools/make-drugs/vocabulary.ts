/** Reads the CC0 vocabulary of DrugBank (semicolons, two header lines): the names there are. */
export interface Vocabulary {
  readonly has: (name: string) => boolean
}

const COMMON_NAME = 2
const SYNONYMS = 5

export function readVocabulary(text: string): Vocabulary {
  const rows = text
    .split('\n')
    .slice(2)
    .map((line) => line.trimEnd().split(';'))
  const names = new Set(
    rows
      .flatMap((row) => [row[COMMON_NAME] ?? '', ...(row[SYNONYMS] ?? '').split(' | ')])
      .map((name) => name.toLowerCase()),
  )
  return { has: (name) => names.has(name.toLowerCase()) }
}
