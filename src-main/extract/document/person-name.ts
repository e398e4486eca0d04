/**
 * The names of persons as they are written: `Maren Oakhollow`, `Mrs. M. van der Berg`, `SMITH, JOHN A`. Only the shape
 * is looked at here; whose name it is, the words around it tell.
 */
export interface WrittenName {
  /** Without what one is addressed by. */
  readonly start: number
  readonly end: number
  readonly name: string
  readonly words: number
  /** Addressed as `Mr`, `Ms` …, as a doctor, or written with a doctor's letters after it. */
  readonly address?: 'plain' | 'doctor'
}

/** The name that begins at `at`; ends before anything that cannot be of a name. */
export function readName(text: string, at: number): WrittenName | undefined {
  const address = matchAt(ADDRESS, text, at)
  const doctor = matchAt(DOCTOR, text, at)
  const start = at + (doctor?.length ?? address?.length ?? 0)
  const words = readWords(text, start)
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last || words.every(({ isLesser }) => isLesser)) return undefined
  const rest = doctor === undefined ? readAfterComma(text, last.end, words.length) : undefined
  const end = rest?.end ?? last.end
  const letters = matchAt(CREDENTIALS, text, end)
  const isDoctor = doctor !== undefined || letters !== undefined
  return {
    start,
    end,
    name: text.slice(start, end).replace(/\s+/g, ' '),
    words: words.length + (rest?.words ?? 0),
    ...(isDoctor ? { address: 'doctor' } : address !== undefined && { address: 'plain' }),
  }
}

/** The longest name that ends right at `end`, on the same line and in the same cell. */
export function readNameBefore(text: string, end: number): WrittenName | undefined {
  const from = Math.max(0, end - 70)
  const before = text.slice(from, end)
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\t'), before.lastIndexOf('|')) + 1
  for (const { index } of before.slice(lineStart).matchAll(/(?<![\p{L}\p{M}'’.-])\p{L}/gu)) {
    const name = readName(text, from + lineStart + index)
    if (name?.end === end) return name
  }
  return undefined
}

interface NameWord {
  readonly end: number
  readonly text: string
  /** An initial, or a word such as `van`, which is no name by itself. */
  readonly isLesser: boolean
}

const ADDRESS =
  /(?:mr|mrs|ms|miss|mx|master|sir|lady|herrn?|frau|mme|mlle|monsieur|madame|señora?|sra?|signora?)\.?[ \u00a0]+(?=\p{Lu})/iuy
const DOCTOR = /(?:(?:dr|prof|doctor|professor)\b\.?[ \u00a0]*(?:med\b\.?[ \u00a0]*)?)+(?=\p{Lu})/iuy
const CREDENTIALS =
  /,?[ \u00a0]+(?:M\.?D|D\.?O|N\.?P|P\.?A(?:-C)?|R\.?N|FNP|CRNP|ARNP|Ph\.?D|MBBS|FRCP|FRCS|FACC|DDS|DMD|DPM|OD|PharmD|MRCP|MRCGP)(?!\.?\p{L})/uy
const WORD = /[\p{Lu}\p{Lo}][\p{L}\p{M}]*(?:['’‐‑-][\p{L}\p{M}]+)*['’]?\.?/uy
const PARTICLE =
  /(?:de la|de los|van der|van den|von der|de|del|della|di|da|dos|das|du|la|le|van|von|der|den|ter|ten|zu|zum|al|el|bin|ibn|ben|abu|y|e)(?=[ \u00a0]\p{Lu})/uy
const SUFFIX = /,?[ \u00a0](?:Jr|Sr|II|III|IV)(?![\p{L}])\.?/uy
const MOST_WORDS = 5

function readWords(text: string, start: number): NameWord[] {
  const words: NameWord[] = []
  let at = start
  while (words.length < MOST_WORDS) {
    const particle = matchAt(PARTICLE, text, at)
    const word = particle ?? matchAt(WORD, text, at)
    if (word === undefined) break
    const letters = word.replace(/\.$/, '')
    if (particle === undefined && (isNoName(letters) || /^[\d%]/.test(text.charAt(at + word.length)))) break
    // A stop after a whole word ends the sentence and the name.
    const isInitial = letters.length === 1 || (word.endsWith('.') && letters.length <= 2)
    const end = at + (isInitial ? word.length : letters.length)
    words.push({ end, text: letters, isLesser: isInitial || particle !== undefined })
    const gap = text.charAt(end)
    if (gap !== ' ' && gap !== '\u00a0') break
    at = end + 1
  }
  while (words.length > 0 && particleWords.has(words.at(-1)?.text ?? '')) words.pop()
  return withSuffix(text, words)
}

function withSuffix(text: string, words: NameWord[]): NameWord[] {
  const last = words.at(-1)
  const suffix = last && matchAt(SUFFIX, text, last.end)
  if (!last || !suffix) return words
  return [...words.slice(0, -1), { ...last, end: last.end + suffix.length }]
}

/** `SMITH, JOHN A`: the family's name first, when nothing but the end of the cell or a new matter follows. */
function readAfterComma(text: string, at: number, before: number): { end: number; words: number } | undefined {
  if (!/^,[ \u00a0]?\p{Lu}/u.test(text.slice(at, at + 3)) || before > 3) return undefined
  const start = at + (text.charAt(at + 1) === ' ' || text.charAt(at + 1) === '\u00a0' ? 2 : 1)
  if (matchAt(CREDENTIALS, text, at) !== undefined) return undefined
  const words = readWords(text, start)
  const end = words.at(-1)?.end
  if (end === undefined || words.length > 3 || words.every(({ isLesser }) => isLesser)) return undefined
  const next = text.slice(end, end + 3)
  return next === '' || /^(?:[\t\n|(;]|,? ?(?:\d|\p{L}|\(|$| ))/u.test(next) ? { end, words: words.length } : undefined
}

const particleWords = new Set([
  'de',
  'del',
  'di',
  'da',
  'du',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'y',
  'e',
])

export const isNoName = (word: string): boolean => noNames.has(word.toLowerCase().replace(/['’]s$/, ''))

/** Words that papers write with a capital where a name could stand. */
const noNames = new Set(
  `
  a about abnormal accession account acct active address admission admitted adult advice age all allergies allergy an
  and annual antibody appointment arrival assay assessment at attending authorised authorized
  bed billing biopsy birth blood board body bone brain breast building
  call cancer cardiac cardiology care careful cc center centre change chart chemistry chest clinic clinical clinician
  collected collection comment comments confidential consent consult consultant consultation contact copy core ct culture
  daily data date dear demographics dental department dermatology details diagnosis diagnoses diagnostic diagnostics
  diary discharge disease dob doctor document dose drug
  ear echocardiogram ecg echo education electronically email emergency encounter endocrinology enquiries episode evaluation
  exam examination eye
  facility family fasting fax female file final findings first flag fluid foot for form from
  gastroenterology gender general given group guarantor gp
  haematology health healthcare heart hematology history home hospital
  id identification identifier imaging immunization immunizations impression in information instructions insurance
  insured internal interpretation introduction invoice is
  kidney knee
  lab laboratories laboratory last left letter limited list liver location lung
  m.r.n maiden male medical medication medications medicine medicines member message microbiology mri mrn my
  name names nephrology neurology new next nhs normal no not note notes notice number nurse
  of office on oncology ophthalmology order ordered ordering orders orthopaedics orthopedics our outpatient
  page panel partners path pathology patient patients pediatrics pharmacy phone physical physician physiotherapy plan
  plasma please portal practice preliminary prescription preventive primary printed procedure profile progress provider
  psychiatry pt
  radiology re reason received record records ref reference referral referred referring regarding registration regular
  relationship report reported request requested requesting result results review rheumatology right room
  sample scan screening secure seen serum service services sex specialist specimen ssn state statement status street
  strength study subject subscriber summary surgery surname surgical system
  team tel telephone test testing tests the therapy this time to today total transcribed treatment trust type
  ultrasound unit units university urgent urine urology
  vaccination vaccinations vaccine visit vital vitals
  ward we wellness with women xray x-ray years your you
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
  `
    .trim()
    .split(/\s+/)
    // `May`, `April`, `June` and `August` are given names as well.
    .filter((word) => !['may', 'april', 'june', 'august'].includes(word)),
)

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
