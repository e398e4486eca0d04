/** Finds words in a page's text as a person means them: capitals, accents and how the lines break make no difference. */
export interface FoundInText {
  /** UTF-16 units in the text. */
  readonly start: number
  readonly length: number
}

export function findInText(text: string, query: string): FoundInText[] {
  const wanted = fold(query.trim()).text
  if (wanted === '') return []
  const page = fold(text)
  const found: FoundInText[] = []
  for (let at = page.text.indexOf(wanted); at !== -1; at = page.text.indexOf(wanted, at + wanted.length)) {
    const start = page.from[at] as number
    const last = at + wanted.length - 1
    found.push({ start, length: (page.until[last] as number) - start })
  }
  return found
}

/** The text reduced, with where in the original each unit of it begins and ends. */
function fold(text: string): { text: string; from: number[]; until: number[] } {
  let folded = ''
  const from: number[] = []
  const until: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    if (/\s/.test(character)) {
      if (folded.endsWith(' ')) until[until.length - 1] = end
      else add(' ', at, end)
    } else {
      const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
      // an accent of its own belongs to the letter before it
      if (plain === '' && until.length > 0) until[until.length - 1] = end
      else add(plain, at, end)
    }
    at = end
  }
  return { text: folded, from, until }

  function add(plain: string, start: number, end: number): void {
    folded += plain
    for (let i = 0; i < plain.length; i += 1) {
      from.push(start)
      until.push(end)
    }
  }
}
