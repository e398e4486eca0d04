import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makePapers } from '../../tools/make-papers/papers.ts'
import { people } from '../../tools/make-papers/people.ts'
import { demoQuestions } from '../../tools/make-papers/questions.ts'
import { readPdf, wordsOf } from './read-pdf.ts'

const papers = await makePapers()
const pdfs = papers.filter(({ fileName }) => fileName.endsWith('.pdf'))
const textOf = (fileName: string) => {
  const paper = papers.find((one) => one.fileName === fileName)
  if (paper === undefined) throw new Error('no such paper')
  return paper.expected.pages.map(({ text }) => text)
}
const flat = (text: string) => wordsOf(text).join(' ')

describe('the papers', () => {
  test('are equal byte for byte when made twice from one seed', async () => {
    const again = await makePapers()
    expect(again.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString('base64')])).toEqual(
      papers.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString('base64')]),
    )
  })

  test('differ in their numbers from seed to seed and still answer every question', async () => {
    const others = await makePapers(31)
    expect(others.map(({ fileName }) => fileName)).toEqual(papers.map(({ fileName }) => fileName))
    expect(others.map(({ expected }) => expected)).not.toEqual(papers.map(({ expected }) => expected))
    for (const { fileName, page, answerContains } of demoQuestions) {
      if (answerContains === null) continue
      const other = others.find((one) => one.fileName === fileName)
      expect(flat(other?.expected.pages[(page ?? 1) - 1]?.text ?? '')).toContain(answerContains)
    }
  })

  test('belong to two people, each with more than one, and every paper names its person', () => {
    expect(new Set(papers.map(({ person }) => person))).toEqual(new Set(people.map(({ name }) => name)))
    for (const { person, expected } of papers)
      expect(expected.pages.map(({ text }) => text).join('\n')).toContain(person)
  })

  test.each(pdfs.map((paper) => [paper.fileName, paper] as const))(
    '%s holds exactly the expected words of each page, or a picture without any',
    async (_, paper) => {
      const pages = await readPdf(paper.bytes)
      expect(pages.length).toBe(paper.expected.pages.length)
      for (const [index, items] of pages.entries()) {
        const page = paper.expected.pages[index]
        const expected = page?.imageOnly ? [] : wordsOf(page?.text ?? '')
        expect(wordsOf(items.join(' ')).toSorted()).toEqual(expected.toSorted())
      }
    },
  )

  test('text files hold their expected text as it is', () => {
    const plain = papers.filter(({ fileName }) => /\.txt$/.test(fileName))
    expect(plain.length).toBeGreaterThanOrEqual(2)
    for (const { bytes, expected } of plain) expect(new TextDecoder().decode(bytes)).toBe(expected.pages[0]?.text)
  })

  test('the referral holds the expected words in order, the name in the header part only', () => {
    const referral = papers.find(({ fileName }) => fileName.endsWith('.docx'))
    if (referral === undefined) throw new Error('no referral')
    const parts = unzipSync(referral.bytes)
    const [header = '', body = '', footer = ''] = ['header1', 'document', 'footer1'].map((name) =>
      shown(strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array(0))),
    )
    expect(body).not.toContain(referral.person)
    expect(flat([header, body, footer].join(' '))).toBe(flat(textOf(referral.fileName).join(' ')))
  })

  test('the portal message shows the expected words in order', () => {
    const message = papers.find(({ fileName }) => fileName.endsWith('.html'))
    if (message === undefined) throw new Error('no message')
    expect(flat(shown(new TextDecoder().decode(message.bytes)))).toBe(flat(textOf(message.fileName).join(' ')))
  })

  test('the letter is drawn across its columns, so the drawing order is not the reading order', async () => {
    const letter = pdfs.find(({ fileName }) => fileName.includes('discharge-letter'))
    if (letter === undefined) throw new Error('no letter')
    const [first = []] = await readPdf(letter.bytes)
    const drawn = flat(first.join(' '))
    const [expected = ''] = textOf(letter.fileName)
    expect(drawn).not.toBe(flat(expected))
    expect(drawn).toMatch(/care of your a sinus tachycardia .{1,60} patient, who stayed/)
    expect(flat(expected)).toContain('care of your patient, who stayed')
  })

  test('the two copies of one lab table read alike though they are drawn differently', async () => {
    const [practice, patient] = pdfs.filter(({ fileName }) => fileName.includes('lab-2023-09'))
    if (practice === undefined || patient === undefined) throw new Error('a copy is missing')
    const table = (text = '') => text.slice(text.indexOf('Test\tResult'))
    expect(table(practice.expected.pages[0]?.text)).toBe(table(patient.expected.pages[0]?.text))
    const drawn = async (bytes: Uint8Array) => flat((await readPdf(bytes)).flat().join(' '))
    expect(await drawn(practice.bytes)).toContain('Test Result Flag Units Reference range')
    expect(await drawn(patient.bytes)).toContain('Result 8.4 168')
  })
})

describe('the questions', () => {
  test('are at least fourteen, at least four of them without an answer', () => {
    expect(demoQuestions.length).toBeGreaterThanOrEqual(14)
    expect(demoQuestions.filter(({ answerContains }) => answerContains === null).length).toBeGreaterThanOrEqual(4)
  })

  test.each(
    demoQuestions.filter(({ answerContains }) => answerContains !== null).map((one) => [one.question, one] as const),
  )('%s is answered on the page it names', (_, { fileName = '', page = 1, answerContains, person }) => {
    expect(papers.find((one) => one.fileName === fileName)?.person).toBe(person)
    expect(flat(textOf(fileName)[page - 1] ?? '')).toContain(answerContains)
  })

  test('without an answer ask about things that no paper of that person mentions', () => {
    const topics = ['colonoscopy', 'warfarin', 'pacemaker', 'mammogram', 'hba1c', 'metformin']
    const unanswerable = demoQuestions.filter(({ answerContains }) => answerContains === null)
    for (const { person, question } of unanswerable) {
      const topic = topics.find((one) => question.toLowerCase().includes(one))
      expect(topic, question).toBeDefined()
      const record = papers.filter((paper) => paper.person === person).flatMap(({ expected }) => expected.pages)
      for (const { text } of record) expect(text.toLowerCase()).not.toContain(topic)
    }
  })
})

/** What is left to see of our own markup: not a general reader of either format. */
const shown = (markup: string) =>
  markup
    .replace(
      /<head>.*<\/head>|<script>.*?<\/script>|<!--.*?-->|<w:del .*?<\/w:del>|<w:instrText.*?<\/w:instrText>/gs,
      '',
    )
    .replace(/<\/?(?:w:(?:p|tc|br)|br|p|t[dhr]|li|ul|h1|table|footer)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
