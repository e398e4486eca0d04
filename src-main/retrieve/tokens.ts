/**
 * Words as the full-text index sees them: runs of letters and digits, folded and stemmed like its tokenizer
 * (porter over unicode61, diacritics removed), so that a match here and a match there mean the same.
 */
import { stemmer } from 'stemmer'

export interface Token {
  /** As written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const TOKEN = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

export const tokenize = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

export const tokensOf = (text: string): string[] => tokenize(text).map((token) => token.text)

/** Lower case without diacritics. */
export const fold = (token: string): string =>
  UNACCENTED.test(token)
    ? token.toLowerCase()
    : token
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
        .toLowerCase()

/** Nearly every word: taking it apart for accents costs more than all else that is done to it. */
const UNACCENTED = /^[\x20-\x7e]*$/

/** The form under which the index keeps a word: what the store's document frequencies are asked with. */
export const stemOf = (token: string): string => stemmer(fold(token))
