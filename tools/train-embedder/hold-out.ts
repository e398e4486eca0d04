/**
 * Keeps a part of the training text back, to choose between recipes on: the documents about one in twenty MedQuAD
 * subjects, clinical notes, article titles, glossary entries and names. The public test sets choose nothing.
 */
import { createHash } from 'node:crypto'
import { wordsOf } from '../../src-main/embed/static/words.ts'
import { isNaming, type TextPair, type TrainingText } from './training-text.ts'

/** Share of a kind's pairs that is kept back. */
const SHARES: Readonly<Record<string, number>> = {
  'mq-qa': 0.05,
  'mq-syn': 0.05,
  'do-syn': 0.03,
  'drug-syn': 0.03,
  abbr: 0.05,
  'ox-gloss': 0.08,
  'do-def': 0.06,
  'pmc-title-abs': 0.05,
  mts: 0.15,
}

export interface HeldOut {
  readonly kept: TrainingText
  readonly heldOut: readonly TextPair[]
}

export function holdOut({ passages, pairs }: TrainingText): HeldOut {
  const isHeldOut = (pair: TextPair) => chanceOf(subjectOf(pair)) < (SHARES[pair.kind] ?? 0)
  const heldOut = pairs.filter(isHeldOut)
  const subjects = new Set(heldOut.filter(({ kind }) => kind === 'mq-qa').map(subjectOf))
  const namesSubject = ({ kind, query, passage }: TextPair) =>
    isNaming(kind) && (subjects.has(plain(query)) || subjects.has(plain(passage)))
  const seen = new Set(
    heldOut.filter(({ kind }) => /^(mq-qa|mts)$/.test(kind)).flatMap(({ passage }) => stretchesOf(passage)),
  )
  return {
    kept: {
      passages: passages.filter((passage) => shareSeen(passage, seen) < 0.3),
      pairs: pairs.filter((pair) => !isHeldOut(pair) && !namesSubject(pair)),
    },
    heldOut,
  }
}

/** Pairs about one subject go the same way: a MedQuAD question without its form of words, else the query itself. */
function subjectOf({ kind, query }: TextPair): string {
  if (kind !== 'mq-qa') return plain(query)
  const form =
    /^(what|who|how|is|do|are)\b.*?(\(are\)|\bof\b|\bfor\b|\bby\b|\bto\b|\babout\b|\bcauses\b|\bdiagnose\b|\bprevent\b|^is\b)/i
  return plain(query.replace(form, '').replace(/inherited\s*\?/i, ''))
}

const plain = (text: string) => wordsOf(text).join(' ')

const chanceOf = (subject: string) =>
  createHash('sha256').update(`held out: ${subject}`).digest().readUInt32LE() / 2 ** 32

const STRETCH_WORDS = 8

function stretchesOf(text: string): string[] {
  const words = wordsOf(text)
  return words.slice(STRETCH_WORDS - 1).map((_, at) => words.slice(at, at + STRETCH_WORDS).join(' '))
}

function shareSeen(passage: string, seen: ReadonlySet<string>): number {
  const stretches = stretchesOf(passage)
  return stretches.filter((stretch) => seen.has(stretch)).length / Math.max(1, stretches.length)
}
