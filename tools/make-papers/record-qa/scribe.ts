/**
 * Writes one paper as blocks and remembers which of its words state what. The words are marked in the text itself, with
 * characters of the private use area, so that every format and every noise keeps them; no mark reaches a finished paper.
 */
import { type Calendar, createCalendar, type DateStyle } from '../clinical/calendar.ts'
import type { Span } from '../records/noise.ts'
import type { Said } from './truth.ts'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lines'; readonly texts: readonly string[] }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export interface Draft {
  readonly title: string
  readonly pages: readonly (readonly Block[])[]
  readonly said: readonly Said[]
  readonly printedDates: readonly string[]
}

export interface Scribe {
  heading(text: string): void
  lines(...texts: readonly string[]): void
  list(texts: readonly string[]): void
  paragraph(text: string): void
  table(head: readonly string[], rows: readonly (readonly string[])[]): void
  /** The next page, where the format has any. */
  turn(): void
  /** A day in the paper's own way. */
  date(on: string): string
  /** Answers how to mark the words that say it, the name of what it is about first. */
  state(said: Said): (words: string) => string
  finish(): Draft
}

const OPEN = '\uE000'
const CLOSE = '\uE001'
const FIRST_NUMBER = 0xe100

export function createScribe(title: string, dateStyle: DateStyle, writtenOn: string): Scribe {
  // a day with slashes that could be read two ways is a matter of its own; it is not what is asked here
  const calendar: Calendar = createCalendar(dateStyle)
  const pages: Block[][] = [[]]
  const said: Said[] = []
  const put = (block: Block) => pages.at(-1)?.push(block)
  calendar.write(writtenOn)
  return {
    heading: (text) => put({ kind: 'heading', text }),
    lines: (...texts) => put({ kind: 'lines', texts }),
    list: (texts) => put({ kind: 'list', texts }),
    paragraph: (text) => put({ kind: 'paragraph', text }),
    table: (head, rows) => put({ kind: 'table', head, rows }),
    turn: () => pages.push([]),
    date: (on) => calendar.write(on),
    state(one) {
      said.push(one)
      const number = String.fromCharCode(FIRST_NUMBER + said.length - 1)
      return (words) => `${OPEN}${number}${words}${CLOSE}`
    },
    finish: () => ({
      title,
      pages,
      said,
      printedDates: [...new Set([...calendar.written(), ...said.flatMap(datesOf)])],
    }),
  }
}

/** What is marked in a text, by the number of what it states, and the text without marks. */
export function unmark(marked: string): { readonly text: string; readonly marks: readonly (Span & { of: number })[] } {
  let text = ''
  const open: { of: number; start: number }[] = []
  const marks: (Span & { of: number })[] = []
  for (let at = 0; at < marked.length; at += 1) {
    const character = marked.charAt(at)
    if (character === OPEN) {
      at += 1
      open.push({ of: marked.charCodeAt(at) - FIRST_NUMBER, start: text.length })
    } else if (character === CLOSE) {
      const last = open.pop()
      if (last !== undefined) marks.push({ ...last, end: text.length })
    } else text += character
  }
  return { text, marks }
}

export const plain = (marked: string): string => unmark(marked).text

function datesOf(one: Said): string[] {
  if (one.kind === 'condition') return one.since === undefined ? [] : [one.since]
  if (one.kind === 'encounter') return one.until === undefined ? [one.on] : [one.on, one.until]
  return [one.on]
}
