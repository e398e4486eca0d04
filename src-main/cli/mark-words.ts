/** Makes the words of a query stand out on a terminal, also where they are longer, accented or in capitals. */
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`

export function markWords(line: string, query: string): string {
  const wanted = wordsOf(query)
    .map(plain)
    .filter((word) => word.length > 1)
  return line.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    wanted.some((prefix) => plain(word).startsWith(prefix)) ? bold(word) : word,
  )
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const plain = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
