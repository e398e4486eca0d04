/**
 * Makes text from documents and file names safe to print: no control sequence, no hidden character and no change of
 * direction in it reaches the terminal. Line breaks stay in `safeText` only.
 */

/** Bidi marks, embeddings, overrides and isolates; zero-width, annotation and tag characters. Joiners stay: scripts need them. */
const hidden = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

const control = /\p{Cc}/gu

export const safeLine = (text: string): string => pictured(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')).trim()

export const safeText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => pictured(line.replaceAll('\t', '    ')))
    .join('\n')

/** Valid JSON that says the same, with everything a terminal could act upon written as an escape. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replace(hidden, escaped).replace(control, escaped)

const pictured = (line: string): string => line.toWellFormed().replace(hidden, '').replace(control, picture)

/** The control pictures of Unicode; the C1 range has none. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')
