/**
 * A word without its diacritics, the same whether they were printed, lost, or taken for a neighbour's shape by a reader
 * that knows only English (`für`, `fur`, `fiir`).
 */
export const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđßæœıþð]/g, (letter) => plain[letter] ?? letter)
    .replaceAll('ii', 'u')

const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'p',
  ð: 'd',
}
