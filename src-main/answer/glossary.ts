/**
 * Words of medical papers and what they mean, from resources/glossary (format: its README). It explains a word and never a
 * result: what stands on a paper is not read here.
 */
import { readFileSync } from 'node:fs'

interface Explained {
  readonly term: string
  readonly explanation: string
}

/** Where a term stands, in UTF-16 units; `term` is the glossary's, which `explain` knows. */
interface TermSpan {
  readonly start: number
  readonly end: number
  readonly term: string
}

/** The table is read when first needed. */
export function createGlossary(file = new URL('../../resources/glossary/terms.csv', import.meta.url)) {
  let read: ReturnType<typeof readTable> | undefined
  const table = () => (read ??= readTable(readFileSync(file, 'utf8')))

  /** In any capitals, singular or plural, with or without accents. */
  function explain(term: string): Explained | undefined {
    const words = wordsOf(term)
    return table()
      .byFirstWord.get(words[0]?.key ?? '')
      ?.find((form) => form.words.length === words.length && isAt(form, words, 0))?.entry
  }

  /** The longest at each place, none within another. */
  function termsIn(text: string): readonly TermSpan[] {
    const words = wordsOf(text)
    const spans: TermSpan[] = []
    for (let at = 0; at < words.length; at++) {
      const forms = table().byFirstWord.get(words[at]?.key ?? '')
      const form = forms?.find(
        (each) => isAt(each, words, at) && isWritten(each, words, at) && isTogether(text, words, at, each),
      )
      const [first, last] = [words[at], words[at + (form?.words.length ?? 0) - 1]]
      if (form === undefined || first === undefined || last === undefined) continue
      spans.push({ start: first.start, end: last.end, term: form.entry.term })
      at += form.words.length - 1
    }
    return spans
  }

  return { explain, termsIn }
}

interface Word {
  readonly written: string
  /** Without capitals, accents and plural. */
  readonly key: string
  readonly start: number
  readonly end: number
}

interface Form {
  readonly entry: Explained
  readonly words: readonly Word[]
  readonly isAsWrittenOnly: boolean
}

/** Longer forms first. */
function readTable(table: string) {
  const forms = table
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap(formsOf)
    .toSorted((one, other) => other.words.length - one.words.length)
  return { byFirstWord: Map.groupBy(forms, ({ words }) => words[0]?.key ?? '') }
}

function formsOf(line: string): Form[] {
  const cells = /^([^,]*),([^,]*),(.+)$/u.exec(line)
  if (cells === null) throw new Error(`glossary: ${line}`)
  const [, name = '', others = '', explanation = ''] = cells
  const entry = { term: name.replace(/!$/, ''), explanation: explanation.trim() }
  return [name, ...others.split(' | ')]
    .map((form) => form.trim())
    .filter((form) => form !== '')
    .map((form) => ({ entry, words: wordsOf(form.replace(/!$/, '')), isAsWrittenOnly: form.endsWith('!') }))
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019]s(?![\p{L}\p{N}]))?/gu

const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: written, index }) => ({
    written,
    key: keyOf(written),
    start: index,
    end: index + written.length,
  }))

const keyOf = (word: string): string =>
  singular(
    word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['\u2019]s$/u, ''),
  )

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|us)es$/.test(word)) return word.slice(0, -2)
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1)
}

const isAt = (form: Form, words: readonly Word[], at: number): boolean =>
  form.words.every(({ key }, index) => words[at + index]?.key === key)

const isWritten = (form: Form, words: readonly Word[], at: number): boolean =>
  !form.isAsWrittenOnly || form.words.every(({ written }, index) => words[at + index]?.written === written)

/** A sentence that ends between two words parts them. Single letters belong together only by a sign: `b.i.d.`, not `a c`. */
function isTogether(text: string, words: readonly Word[], at: number, form: Form): boolean {
  return form.words.slice(1).every((_, index) => {
    const [before, after] = [words[at + index], words[at + index + 1]]
    if (before === undefined || after === undefined) return false
    const between = text.slice(before.end, after.start)
    if (before.written.length === 1 && after.written.length === 1) return /^(?:\.\s?|\s?[/&]\s?)$/u.test(between)
    return (
      /^(?:\s|\s?[-\u2010-\u2013/&(]\s?|['\u2019])$/u.test(between) ||
      (before.written.length === 1 && /^\.\s?$/u.test(between))
    )
  })
}
