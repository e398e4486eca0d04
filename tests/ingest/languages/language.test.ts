import { expect, test } from 'vitest'
import { languageOf } from '../../../src-main/ingest/languages/language.ts'
import { createRandom } from '../../../tools/make-papers/random.ts'
import { letters } from './letters.ts'

test.each(Object.entries(letters))('a letter in %s is told by its words of grammar', (code, letter) => {
  expect(languageOf(letter)).toEqual({ code, certain: true })
})

test.each(Object.entries(letters))('a letter in %s is told as an English reading leaves it', (code, letter) => {
  expect(languageOf(asReadInEnglish(letter))).toEqual({ code, certain: true })
})

test.each(Object.entries(letters))('a letter in %s in capitals is told', (code, letter) => {
  expect(languageOf(letter.toUpperCase())?.code).toBe(code)
})

const english = {
  letter: `Dear Dr Miller, thank you for referring this pleasant 58 year old man with shortness of breath on exertion. On
examination his chest was clear and there was no ankle swelling. I have arranged an echocardiogram and started
furosemide 40 mg once daily. Please check his renal function in two weeks. He will be seen again in three months.`,
  note: `Pt seen in clinic today. No new complaints. Taking all meds as prescribed, no side effects reported by patient.
BP well controlled at home. Denies chest pain, SOB or palpitations since last visit. Exam unchanged from prior.
Plan: continue current meds, labs before next visit in 6 months, call if any problems.`,
}

test.each(Object.entries(english))('an English %s is English', (_, text) => {
  expect(languageOf(text)?.code).toBe('eng')
})

const silent = {
  'a table of results': 'Natrium\t139\tmmol/l\t135-145\nKalium\t4,2\tmmol/l\t3,5-5,1\n'.repeat(20),
  'Latin terms and drugs': `Carcinoma in situ cervicis uteri
Staphylococcus aureus et Streptococcus pneumoniae
Metformin hydrochloridum, Ramipril, Amlodipin, Simvastatin, Omeprazol, Salbutamol, Levothyroxin
Myocarditis acuta, Diabetes mellitus, Hypertensio arterialis, Fibrillatio atriorum, Insufficientia cordis
Arteria carotis interna, Vena cava superior, Musculus rectus abdominis, Nervus vagus, Os sacrum`,
  'names and addresses': `Dr. Jean-Pierre de la Fontaine
Clinica Santa Maria de los Angeles
Rua do Carmo, Lisboa
Herr Klaus von der Heide, Berlin
A Keech and S MacMahon, C Baigent, L Bowman, K Burbury, Z Chen, R Clarke, S Dunachie, V Frigi, M Landray
Universidade de Sao Paulo, Hospital das Clinicas, Unidade de Terapia Intensiva`,
  'few words': 'Der Patient wurde nach Hause entlassen und wird von uns nicht mehr gesehen.',
  nothing: '',
}

test.each(Object.entries(silent))('%s tell no language', (_, text) => {
  expect(languageOf(text)).toBeUndefined()
})

test('an English page that quotes another language stays English', () => {
  const quote = letters.spa?.split('\n').slice(1, 2).join('\n') ?? ''
  expect(languageOf(`${english.letter}\n${quote}\n${english.note}`)?.code).toBe('eng')
})

test('half English and half Spanish is never surely Spanish', () => {
  expect(languageOf(`${english.letter}\n${letters.spa}`)).not.toEqual({ code: 'spa', certain: true })
})

test('noise read as short words tells no language', () => {
  const random = createRandom(11)
  const often = [...'eeeeeetttttaaaaoooiiinnnsshhrrddlluuccmmwwffggyyppbbvk']
  const word = () => Array.from({ length: random.between(1, 4) }, () => random.pick(often)).join('')
  const line = () => Array.from({ length: 9 }, word).join(' ')
  const told = Array.from({ length: 300 }, () => languageOf(Array.from({ length: 25 }, line).join('\n')))
  expect(told.filter((language) => language?.certain)).toEqual([])
})

/** What tesseract's English model made of such letters on clean print, by the shapes it knows. */
function asReadInEnglish(text: string): string {
  const shapes: Readonly<Record<string, string>> = {
    ü: 'ii',
    ä: 'é',
    ö: '6',
    ß: 'B',
    å: 'a',
    ø: 'g',
    æ: 'ee',
    ő: '6',
    ı: '1',
  }
  const read = [...text].map((letter) => shapes[letter] ?? letter).join('')
  return read.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 't')
}
