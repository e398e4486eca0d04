/** Reads in-use.txt: which substances are in therapeutic use, how else they are written, what they belong to. */
export interface InUse {
  readonly name: string
  readonly otherNames: readonly string[]
  readonly className: string
  /** Papers also use the word for something else. */
  readonly isOrdinary: boolean
}

export function readInUse(text: string): InUse[] {
  const entriesByName = new Map<string, InUse>()
  let className = ''
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#') || line.startsWith('=')) className = ''
    else if (line.startsWith('@')) className = line.slice(1)
    else
      for (const entry of line.split(', ')) {
        const parsed = parseEntry(entry, className)
        // A substance may stand under several subjects; what was said of it first holds.
        if (!entriesByName.has(parsed.name.toLowerCase())) entriesByName.set(parsed.name.toLowerCase(), parsed)
      }
  }
  return [...entriesByName.values()]
}

function parseEntry(entry: string, className: string): InUse {
  const isOrdinary = entry.trimEnd().endsWith('~')
  const [name = '', ...otherNames] = entry
    .replace('~', '')
    .split(' = ')
    .map((each) => each.trim())
  return { name, otherNames, className, isOrdinary }
}
