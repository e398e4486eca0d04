/** Under which key a word is compared: stemmed, in American spelling, and irregular verbs under their infinitive. */
import { spellingsOf } from '../../retrieve/spellings.ts'
import { fold, stemOf } from '../../retrieve/tokens.ts'

const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'take took taken taking takes',
    'give gave given giving gives',
    'see saw seen seeing sees',
    'break broke broken',
    'undergo underwent undergone',
    'feel felt',
    'grow grew grown',
    'lose lost losing',
    'do did done does',
    'go went gone goes',
    'tooth teeth',
    'foot feet',
    'child children',
    'woman women',
    'man men',
    'vertebra vertebrae',
    'metastasis metastases',
    'diagnosis diagnoses',
    'stenosis stenoses',
    'biopsy biopsies',
    'bleed bled bleeding bleeds',
    'swell swelled swollen swelling',
    'quit quitted quits',
    'drive drove driven',
    'drink drank drunk',
    'eat ate eaten',
    'because due owing',
  ].flatMap((line) => {
    const [base = '', ...forms] = line.split(' ')
    return [base, ...forms].map((form) => [form, base])
  }),
)

const known = new Map<string, string>()
/** A record has few different words; a crafted one shall not fill the memory. */
const MOST_KNOWN = 20_000

export function wordKey(word: string): string {
  const cached = known.get(word)
  if (cached !== undefined) return cached
  const key = keyOf(word)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, key)
  return key
}

function keyOf(word: string): string {
  const folded = fold(word).replace(/['’]s$/, '')
  // What holds a digit is a code or a name: B12, L4, T2DM.
  if (/\d/.test(folded)) return folded
  const base = IRREGULAR[folded] ?? folded
  const american = [base, ...spellingsOf(base)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? base
  return stemOf(american)
}
