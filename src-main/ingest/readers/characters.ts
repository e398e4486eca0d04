/** Characters of marked-up text as plain text shows them: none that have no width, one kind of space, raised digits. */

export const visible = (text: string): string =>
  text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/[\u00a0\u2007\u202f]/g, ' ')

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
}

/** 10⁹/l must never read as 109/l. Other raised characters, as in 1st, stay as they are. */
export const toSuperscript = (text: string): string =>
  /^[\d+\-−\s]+$/.test(text) ? text.replace(/[\d+\-−]/g, (character) => RAISED[character] ?? character) : text
