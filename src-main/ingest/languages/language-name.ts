/**
 * What a pack is called in English: `deu` German, `chi_sim` Chinese (Simplified). A code that nobody knows names itself,
 * and so does a script (`Cyrillic`).
 */
export function languageName(code: string): string {
  if (/^\p{Lu}/u.test(code)) return code
  const [language = code, ...variants] = code.split('_')
  const known = names.of(tags[language] ?? language) ?? language
  const name = known === (tags[language] ?? language) ? language : known
  return variants.length === 0
    ? name
    : `${name} (${variants.map((variant) => variantNames[variant] ?? variant).join(', ')})`
}

const names = new Intl.DisplayNames('en', { type: 'language' })

/** Where tesseract's code is none that the platform's names are kept under. */
const tags: Readonly<Record<string, string>> = { chi: 'zh', frk: 'deu', kmr: 'ku', nor: 'no' }

const variantNames: Readonly<Record<string, string>> = {
  sim: 'Simplified',
  tra: 'Traditional',
  vert: 'vertical',
  old: 'old print',
  frak: 'Fraktur',
  latf: 'Fraktur',
  latn: 'Latin letters',
  cyrl: 'Cyrillic letters',
}
