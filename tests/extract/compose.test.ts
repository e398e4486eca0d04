import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractFacts } from '../../src-main/extract/compose.ts'
import { readMeasureDictionaries } from '../../src-main/extract/dictionaries/read-dictionaries.ts'
import { readDrugDictionaries } from '../../src-main/extract/dictionaries/read-drug-dictionaries.ts'
import { onePerPlace } from '../../src-main/extract/document/one-per-place.ts'
import type { ExtractPage, Proposal } from '../../src-main/extract/proposal.ts'
import type { Word } from '../../src-main/ingest/read-page.ts'
import { readers } from '../../src-main/ingest/readers/index.ts'
import { readPdf } from '../../src-main/ingest/readers/pdf.ts'
import { packWords, unpackWords } from '../../src-main/ingest/words.ts'

const dictionaries = { ...readMeasureDictionaries(), ...readDrugDictionaries() }
const papers = join(import.meta.dirname, '../../resources/sample/papers')

const page = (text: string, words: readonly Word[] = [], number = 1): ExtractPage => ({
  number,
  text,
  words,
  method: 'text',
})
const facts = (...texts: readonly string[]) =>
  extractFacts(
    texts.map((text, i) => page(text, [], i + 1)),
    dictionaries,
  )

async function readPaper(name: string): Promise<ExtractPage[]> {
  const bytes = new Uint8Array(await readFile(join(papers, name)))
  const pages: ExtractPage[] = []
  if (name.endsWith('.pdf')) {
    for await (const part of readPdf(bytes, {}))
      if (part.kind === 'page') pages.push({ ...part.page, words: unpackWords(part.page.words) })
    return pages
  }
  const format = ({ docx: 'docx', html: 'html', txt: 'text', md: 'markdown' } as const)[name.split('.').at(-1) ?? '']
  return format ? (await readers[format](bytes)).pages.map((read) => ({ ...read, words: [] })) : []
}

const labs = (proposals: readonly Proposal[]) =>
  proposals
    .filter(({ kind, details }) => kind === 'observation' && details.category === 'laboratory')
    .map(({ name, comparator = '', value, unit, flag, happenedOn }) => [
      name,
      `${comparator}${value}`,
      unit,
      flag,
      happenedOn,
    ])

describe('the papers of the sample', () => {
  test('a laboratory report gives each row, of the day its sample was taken', async () => {
    const { document, proposals } = extractFacts(await readPaper('oakhollow-m-lab-report-2024-03.pdf'), dictionaries)
    expect(document).toMatchObject({
      kind: 'lab-report',
      title: 'LABORATORY REPORT',
      author: 'Dr. Odalys Brennick',
      facility: 'Quillmere Clinical Laboratory',
      date: { on: '2024-03-12T07:55', precision: 'minute', isAmbiguous: false, dateKind: 'collected' },
      people: [{ name: 'Maren Oakhollow', bornOn: '1961-04-17', page: 1 }],
    })
    const rows = labs(proposals)
    expect(rows).toHaveLength(23)
    expect(new Set(rows.map((row) => row[4]))).toEqual(new Set(['2024-03-12T07:55']))
    expect(rows).toContainEqual(['Hemoglobin A1c', '7.2', '%', 'high', '2024-03-12T07:55'])
    expect(rows).toContainEqual(['HDL cholesterol', '47', 'mg/dL', 'low', '2024-03-12T07:55'])
    expect(rows).toContainEqual(['Platelets', '271', '10*3/uL', 'normal', '2024-03-12T07:55'])
  })

  test('a medication list gives its medicines and nothing else as one', async () => {
    const { document, proposals } = extractFacts(
      await readPaper('oakhollow-m-medication-list-2024-04.pdf'),
      dictionaries,
    )
    expect(document).toMatchObject({ kind: 'medicine-list', date: { on: '2024-04-02', dateKind: 'document' } })
    const medicines = proposals
      .filter(({ kind }) => kind === 'medication')
      .map(({ name, valueText }) => [name, valueText])
    expect(medicines.slice(0, 5)).toEqual([
      ['metformin', '1,000 mg'],
      ['lisinopril', '20 mg'],
      ['amlodipine', '5 mg'],
      ['atorvastatin', '40 mg'],
      ['cholecalciferol', '1,000 IU'],
    ])
    expect(proposals.filter(({ kind }) => kind === 'allergy').map(({ name }) => name)).toContain('penicillin')
    expect(medicines.map(([name]) => name)).not.toContain('penicillin')
  })

  test('what was measured during a stay is dated by neither its first nor its last day', async () => {
    const { document, proposals } = extractFacts(
      await readPaper('oakhollow-m-discharge-letter-2023-11.pdf'),
      dictionaries,
    )
    expect(document.date).toMatchObject({ on: '2023-11-24', dateKind: 'service' })
    const measured = proposals.filter(({ kind }) => kind === 'observation')
    expect(measured.length).toBeGreaterThan(5)
    for (const { dateKind, name } of measured) expect({ name, dateKind }).not.toEqual({ name, dateKind: 'service' })
  })

  test('every proposal stands on its page, in order, its value in what it was read from', async () => {
    let count = 0
    for (const name of await readdir(papers)) {
      const pages = await readPaper(name)
      const { document, proposals } = extractFacts(pages, dictionaries)
      count += proposals.length
      const textOf = (number: number) => pages.find((one) => one.number === number)?.text ?? ''
      for (const { span, page: number, name: person } of document.people)
        expect(textOf(number).slice(span.start, span.end)).toContain(person)
      let last = [0, 0]
      for (const { page: number, spans, valueSpan, nameText } of proposals) {
        const text = textOf(number)
        for (const { start, end } of spans)
          expect(start >= 0 && start < end && end <= text.length, `${name} ${nameText}`).toBe(true)
        expect(
          spans.some(({ start, end }) => start <= valueSpan.start && valueSpan.end <= end),
          `${name} ${nameText}`,
        ).toBe(true)
        const place = [number, spans[0]?.start ?? -1]
        expect(
          (place[0] ?? 0) > (last[0] ?? 0) || (place[0] === last[0] && (place[1] ?? 0) >= (last[1] ?? 0)),
          `${name} ${nameText}`,
        ).toBe(true)
        last = place
      }
    }
    expect(count).toBeGreaterThan(80)
  })
})

describe('what is common to all facts', () => {
  const text =
    'Collected: 14 March 2024\n\nTest\tResult\tUnits\tReference range\nSodium\t137\tmmol/L\t135 - 145\nPotassium\t4.4\tmmol/L\t3.5 - 5.1'
  const word = (written: string, marks: Partial<Word>): Word => ({
    start: text.indexOf(written),
    length: written.length,
    box: [0, 0, 0.1, 0.1],
    ...marks,
  })
  const doubtsWith = (marks: Partial<Word>) =>
    extractFacts(
      [{ ...page(text, [word('137', marks), word('4.4', { confidence: 0.95 })]), method: 'ocr' }],
      dictionaries,
    )
      .proposals.filter(({ kind }) => kind === 'observation')
      .map(({ name, doubts }) => [name, doubts.includes('unsure-words')])

  test('a doubtful word, or one read with little confidence, makes the facts on it doubtful, and no others', () => {
    expect(doubtsWith({ doubtful: true, confidence: 0.9 })).toEqual([
      ['Sodium', true],
      ['Potassium', false],
    ])
    expect(doubtsWith({ confidence: 0.6 })).toEqual([
      ['Sodium', true],
      ['Potassium', false],
    ])
    expect(doubtsWith({ confidence: 0.9 })).toEqual([
      ['Sodium', false],
      ['Potassium', false],
    ])
    expect(doubtsWith({})).toEqual([
      ['Sodium', false],
      ['Potassium', false],
    ])
  })

  test('what two looks agreed on is believed after it was stored too', () => {
    const [stored] = unpackWords(packWords([word('137', { confidence: 0.8 })]))
    expect(doubtsWith({ confidence: stored?.confidence ?? 0 })[0]).toEqual(['Sodium', false])
  })

  test('a dash of a range that was hardly seen makes nothing doubtful; a bound that was does', () => {
    const of = (marks: Word) =>
      extractFacts([{ ...page(text, [marks]), method: 'ocr' }], dictionaries).proposals[0]?.doubts
    const dash = { ...word('-', { confidence: 0.6 }), start: text.indexOf('135 - 145') + 4 }
    expect(of(dash)).toEqual([])
    expect(of(word('135', { confidence: 0.6 }))).toEqual(['unsure-words'])
  })

  test('a unit and a long name that the dictionaries know are no longer unsure; figures and short names are', () => {
    const unsureIn = (read: string, marks: readonly string[]) => {
      const words = marks.map((written) => ({
        ...word('137', { confidence: 0.6 }),
        start: read.indexOf(written),
        length: written.length,
      }))
      return extractFacts([{ ...page(read, words), method: 'ocr' }], dictionaries).proposals[0]?.doubts
    }
    expect(unsureIn(text, ['Sodium', 'mmol/L'])).toEqual([])
    expect(unsureIn(text, ['137'])).toEqual(['unsure-words'])
    expect(unsureIn(text.replace('Sodium\t137\tmmol/L\t135 - 145', 'ALT\t37\tU/L\t< 50'), ['ALT'])).toEqual([
      'unsure-words',
    ])
  })

  test('a unit that recognition misread is mended, and the fact says so', () => {
    const read = text.replace('4.4\tmmol/L\t3.5 - 5.1', '4.4\tmmol/L\t3.5 - 5.1\nPlatelets\t289\t10M9/L\t150 - 370')
    const [, , platelets] = extractFacts([{ ...page(read), method: 'ocr' }], dictionaries).proposals
    expect(platelets).toMatchObject({ unit: '10*9/L', doubts: ['slip-corrected'], correctedFrom: '10M9/L' })
  })

  test('a day of the paper that is not certain makes what it dates doubtful', () => {
    const { document, proposals } = facts(text.replace('14 March 2024', '03/04/2024'))
    expect(document.date).toEqual({ on: '2024', precision: 'year', isAmbiguous: true, dateKind: 'collected' })
    expect(proposals.map(({ doubts }) => doubts)).toEqual([['ambiguous-date'], ['ambiguous-date']])
  })

  test('the order of day and month is that of the whole document', () => {
    const { proposals } = facts(text.replace('14 March 2024', '03/04/2024'), 'Printed: 14/04/2024')
    expect(proposals.map(({ happenedOn }) => happenedOn)).toEqual(['2024-04-03', '2024-04-03'])
  })

  test('samples of several days leave results without a day, and say so', () => {
    const { document, proposals } = facts(
      'Collected: 12 March 2024\tCollected: 13 March 2024',
      text.split('\n\n')[1] ?? '',
    )
    expect(document.date).toBeUndefined()
    expect(proposals.every(({ happenedOn, doubts }) => happenedOn !== undefined || doubts.includes('no-date'))).toBe(
      true,
    )
  })

  test('pages without a word give nothing', () => {
    expect(facts('', '\n')).toEqual({ document: { people: [] }, proposals: [] })
    expect(extractFacts([], dictionaries)).toEqual({ document: { people: [] }, proposals: [] })
  })
})

describe('one proposal for one place', () => {
  const proposal = (kind: Proposal['kind'], nameText: string, start: number, end: number): Proposal => ({
    ...{ kind, name: nameText, nameText, valueText: nameText, flag: 'unknown', isNoneKnown: false },
    ...{ details: {}, doubts: [], suggestions: [], page: 1, spans: [{ start, end }], valueSpan: { start, end } },
  })

  test('of two results that share a value the first is kept', () => {
    const [row, prose] = [proposal('observation', 'Sodium', 10, 13), proposal('observation', 'Na', 9, 13)]
    expect(onePerPlace([row, prose])).toEqual([row])
    expect(onePerPlace([prose, row])).toEqual([prose])
  })

  test('an allergen is not a medicine that is taken, whichever was found first', () => {
    const [allergy, medicine] = [proposal('allergy', 'Penicillin', 0, 10), proposal('medication', 'penicillin', 0, 10)]
    expect(onePerPlace([medicine, allergy])).toEqual([allergy])
    expect(onePerPlace([allergy, medicine])).toEqual([allergy])
  })

  test('each day on which one vaccine of a row was given is kept, and the same day once', () => {
    const given = (happenedOn: string) => ({ ...proposal('immunization', 'MMR', 0, 3), happenedOn })
    expect(onePerPlace([given('2016-04-04'), given('2019-09-02')])).toHaveLength(2)
    expect(onePerPlace([given('2016-04-04'), given('2016-04-04')])).toHaveLength(1)
  })

  test('what only stands near, or on another page, is kept', () => {
    const near = [proposal('observation', 'A', 0, 3), proposal('observation', 'B', 3, 6)]
    expect(onePerPlace(near)).toEqual(near)
    const far = [proposal('observation', 'A', 0, 3), { ...proposal('observation', 'A', 0, 3), page: 2 }]
    expect(onePerPlace(far)).toEqual(far)
    const reason = [proposal('medication', 'metformin', 0, 30), proposal('condition', 'diabetes', 20, 28)]
    expect(onePerPlace(reason)).toEqual(reason)
  })
})
