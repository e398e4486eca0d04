/** Reads the openly licensed texts that the embedder learns from (sources: resources/embedder/ATTRIBUTION.md). */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** What is asked or named, and what answers or says the same. */
export interface TextPair {
  /** Where it is from, such as `mq-qa`. */
  readonly kind: string
  readonly query: string
  readonly passage: string
}

export interface TrainingText {
  readonly passages: readonly string[]
  readonly pairs: readonly TextPair[]
}

/** `folder` holds train-open/corpus.txt.gz, a passage a line, and train-open/pairs.tsv.gz: kind, query, passage. */
export function readTrainingText(folder: string): TrainingText {
  const pairs = linesOf(path.join(folder, 'train-open', 'pairs.tsv.gz')).map((line) => {
    const [kind = '', query = '', passage = ''] = line.split('\t')
    return { kind, query, passage }
  })
  return { passages: linesOf(path.join(folder, 'train-open', 'corpus.txt.gz')), pairs }
}

const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)

/** Names of one thing: two words or phrases that mean the same, not running text. */
export const isNaming = (kind: string): boolean => /-syn$|^(abbr|table-.+)$/.test(kind)
