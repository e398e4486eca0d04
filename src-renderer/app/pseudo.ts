/** English made strange: accents on every vowel and about 40 % more letters. What stands in {{braces}} and <tags> stays. */
type Texts = { readonly [key: string]: string | Texts }

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', y: 'ÿ', A: 'Å', E: 'É', I: 'Î', O: 'Ø', U: 'Û', c: 'ç', n: 'ñ' },
}

export function pseudo(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? pseudoText(text) : pseudo(text)]),
  )
}

function pseudoText(text: string): string {
  const parts = text.split(/(\{\{[^}]*\}\}|<[^>]*>)/)
  const strange = parts.map((part, at) =>
    at % 2 === 1 ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter),
  )
  return `${strange.join('')} ${'ẋ'.repeat(Math.ceil(text.length * 0.3))}`.replace(/ẋ{9}/g, 'ẋẋẋẋẋẋẋẋ ').trim()
}
