import { describe, expect, test } from 'vitest'
import type { PositionedWord } from '../../../src-main/ingest/layout/positioned-word.ts'
import { chooseReading, mustRecognize, type PageLayer } from '../../../src-main/ingest/readers/pdf-reading.ts'

const page =
  'the patient was seen today and has taken metformin 500 mg since the year 2019 without any complaint'.split(' ')
const other = 'for sale one nearly new bicycle with lights mirror bell price negotiable please call after six pm'.split(
  ' ',
)

/** Words in rows of ten, each in its own place. */
const words = (texts: readonly string[], top = 100, confidence?: number): PositionedWord[] =>
  texts.map((text, i) => ({
    text,
    x: 50 + (i % 10) * 50,
    y: top + Math.floor(i / 10) * 20,
    width: Math.min(45, 5 * text.length),
    height: 12,
    size: 11,
    ...(confidence === undefined ? {} : { confidence }),
  }))

const layer = (parts: Partial<PageLayer>): PageLayer => ({
  shown: [],
  unsure: [],
  hidden: [],
  grade: 'good',
  outside: 0,
  isSwapped: false,
  ...parts,
})
const seen = (texts: readonly string[], confidence = 0.94) => ({ words: words(texts, 101, confidence), confidence })
const textOf = (list: readonly PositionedWord[]) => list.map((word) => word.text).join(' ')
const plain = { left: 0, isBlank: false }

describe('a page is recognised', () => {
  test.each([
    ['when it has no layer and is not blank', layer({}), plain, true],
    ['not when it is blank', layer({}), { left: 0, isBlank: true }, false],
    ['not when its text is drawn and there is nothing else', layer({ shown: words(page) }), plain, false],
    ['when its text is debris', layer({ shown: words(page), grade: 'poor' }), plain, true],
    ['when its fonts draw other letters than they say', layer({ shown: words(page), isSwapped: true }), plain, true],
    ['when its text lies over an image', layer({ unsure: words(page) }), plain, true],
    ['when a line of it lies over an image', layer({ shown: words(page), unsure: words(other, 400) }), plain, true],
    [
      'when one stamped line is all that is not image',
      layer({ shown: words(page.slice(0, 3)) }),
      { ...plain, left: 300 },
      true,
    ],
    [
      'not for a mark or two beside much text',
      layer({ shown: words([...page, ...page, ...page]) }),
      { ...plain, left: 5 },
      false,
    ],
    ['not for hidden text alone', layer({ shown: words(page), hidden: words(other, 400) }), plain, false],
  ] as const)('%s', (_, of, marks, expected) => {
    expect(mustRecognize(of, marks)).toBe(expected)
  })
})

describe('the text of a page', () => {
  test('is what its layer draws, exact to the letter', () => {
    const reading = chooseReading(layer({ shown: words(page) }), undefined)
    expect(reading).toMatchObject({ from: 'layer', differs: false, notices: [] })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('leaves out what is hidden, and says so', () => {
    const reading = chooseReading(layer({ shown: words(page), hidden: words(other, 400) }), undefined)
    expect(reading).toMatchObject({ from: 'layer', differs: true, notices: ['hidden-text'] })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('says nothing of a single hidden word or a dot', () => {
    const hidden = words(['.', '-', 'SPACE'], 400)
    expect(chooseReading(layer({ shown: words([...page, ...page, ...page]), hidden }), undefined).notices).toEqual([])
  })

  test('says when letters lie outside or have no size', () => {
    expect(chooseReading(layer({ shown: words(page), outside: 40 }), undefined).notices).toEqual(['hidden-text'])
  })

  test('is what recognition read when the fonts draw other letters than they say', () => {
    const reading = chooseReading(layer({ shown: words(other), isSwapped: true }), seen(page))
    expect(reading).toMatchObject({ from: 'ocr', differs: true, notices: ['swapped-text'] })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('is what recognition read when the layer is debris', () => {
    const reading = chooseReading(layer({ shown: words(['\ue000\ue001', '\ue002']), grade: 'garbage' }), seen(page))
    expect(reading).toMatchObject({ from: 'ocr', differs: false })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('is a stamp from the layer and the scan below it from recognition, each word once', () => {
    const stamp = words(['Received', '12', 'May', '2021'], 30)
    const stampAsSeen = words(['Receivcd', '12', 'Mav', '2021'], 31, 0.8)
    const reading = chooseReading(layer({ shown: stamp }), {
      words: [...stampAsSeen, ...seen(page).words],
      confidence: 0.93,
    })
    expect(reading).toMatchObject({ from: 'both', differs: false })
    expect(textOf(reading.words)).toBe(`Received 12 May 2021 ${page.join(' ')}`)
  })
})

describe("a scanner's own layer", () => {
  test('stays when recognition agrees with it but for slips', () => {
    const slips = page.map((word) => (word === 'metformin' ? 'rnetformin' : word === '500' ? '5O0' : word))
    const reading = chooseReading(layer({ unsure: words(page) }), seen(slips))
    expect(reading).toMatchObject({ from: 'layer', differs: false })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('stays when the two split words otherwise', () => {
    const joined = words(page.slice(0, 10), 101, 0.9)
    const [first, second] = joined
    if (!first || !second) throw new Error('two words are needed')
    const merged = { ...first, text: first.text + second.text, width: second.x + second.width - first.x }
    const reading = chooseReading(layer({ unsure: words(page.slice(0, 10)) }), {
      words: [merged, ...joined.slice(2)],
      confidence: 0.9,
    })
    expect(reading.from).toBe('layer')
  })

  test('gives way when it is worse than ours', () => {
    const poor = page.map((word, i) => (i % 3 === 0 ? word : `${word[0]}~#${word.length}`))
    const reading = chooseReading(layer({ unsure: words(poor) }), seen(page, 0.8))
    expect(reading).toMatchObject({ from: 'ocr', differs: false })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('gives way when it misses half of the page', () => {
    const reading = chooseReading(layer({ unsure: words(page.slice(0, 8)) }), seen(page))
    expect(reading.from).toBe('ocr')
  })

  test('stays when our own reading is hardly worth its name and roughly the same', () => {
    const rough = page.map((word, i) => (i % 3 === 0 ? 'xxxx' : word))
    expect(chooseReading(layer({ unsure: words(page) }), seen(rough, 0.4)).from).toBe('layer')
  })

  test('that says something else than the image is hidden text, and the image is right', () => {
    const reading = chooseReading(layer({ unsure: words(other) }), seen(page))
    expect(reading).toMatchObject({ from: 'ocr', differs: true, notices: ['hidden-text'] })
    expect(textOf(reading.words)).toBe(page.join(' '))
  })

  test('that changes one sentence is found out too', () => {
    const changed = [...page.slice(0, 14), 'for', 'twenty', 'months', 'never']
    const reading = chooseReading(layer({ unsure: words(changed) }), seen(page))
    expect(reading.notices).toEqual(['hidden-text'])
    expect(textOf(reading.words)).toContain('without any complaint')
  })
})
