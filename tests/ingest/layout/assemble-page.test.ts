import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assemblePage } from '../../../src-main/ingest/layout/assemble-page.ts'
import type { PositionedWord } from '../../../src-main/ingest/layout/positioned-word.ts'
import { line, page, table } from './place.ts'

const prose = (mark: string, n: number) =>
  Array.from(
    { length: n },
    (_, i) => `${mark}${i + 1} the patient was seen again today and felt ${i % 3 ? 'well' : 'better'}`,
  )

const labs = [
  ['Glucose', '95', 'mg/dL', '70-99'],
  ['Hemoglobin A1c', '6.1 H', '%', '4.0-5.6'],
  ['Creatinine, serum', '0.9', 'mg/dL', '0.7-1.3'],
  ['Sodium', '141', 'mmol/L', '135-145'],
  ['Potassium', '4.4', 'mmol/L', '3.5-5.1'],
  ['Alanine aminotransferase', '31', 'U/L', '7-56'],
]
const labText = labs.map((cells) => cells.join('\t')).join('\n')
const textOf = (words: readonly PositionedWord[]) => assemblePage(words, page).text

describe('columns of prose', () => {
  const left = prose('L', 20)
  const right = prose('R', 20)

  it('are read one after the other although their lines are drawn in turns', () => {
    const drawn = left.flatMap((text, i) => [...line(text, 40, 60 + i * 12), ...line(right[i] ?? '', 320, 60 + i * 12)])
    expect(textOf(drawn)).toBe(`${left.join('\n')}\n\n${right.join('\n')}`)
  })

  it('may have baselines that do not meet', () => {
    const drawn = left.flatMap((text, i) => [...line(text, 40, 60 + i * 12), ...line(right[i] ?? '', 320, 65 + i * 13)])
    expect(textOf(drawn)).toBe(`${left.join('\n')}\n\n${right.join('\n')}`)
  })

  it('leave a header above and a footer below them', () => {
    const drawn = [
      ...line('Riverside Clinic discharge letter for a patient who was treated on the third ward of the house', 40, 40),
      ...left.flatMap((text, i) => [...line(text, 40, 60 + i * 12), ...line(right[i] ?? '', 320, 60 + i * 12)]),
      ...line('Page 1 of 2, printed on the day of discharge and valid without a signature of a physician', 40, 330),
    ]
    const lines = textOf(drawn).split('\n')
    expect(lines[0]).toMatch(/^Riverside/)
    expect(lines.at(-1)).toMatch(/^Page 1/)
    expect(lines.indexOf(left[19] ?? '')).toBeLessThan(lines.indexOf(right[0] ?? ''))
  })

  it('leave a short header line and a short page number outside', () => {
    const drawn = [
      ...line('Riverside Clinic', 40, 30),
      ...line('3 March 2021', 500, 30),
      ...left.flatMap((text, i) => [...line(text, 40, 60 + i * 12), ...line(right[i] ?? '', 320, 60 + i * 12)]),
      ...line('Page 1', 40, 340),
    ]
    const text = textOf(drawn)
    expect(text.startsWith('Riverside Clinic\t3 March 2021\n\nL1 ')).toBe(true)
    expect(text.endsWith('\n\nPage 1')).toBe(true)
  })

  it('may be three', () => {
    const texts = ['A', 'B', 'C'].map((mark) => prose(mark, 12).map((text) => text.split(' ').slice(0, 6).join(' ')))
    const drawn = texts.flatMap((lines, c) => lines.flatMap((text, i) => line(text, 30 + c * 190, 60 + i * 12)))
    expect(textOf(drawn)).toBe(texts.map((lines) => lines.join('\n')).join('\n\n'))
  })

  it('may begin with paragraphs of different lengths and end at different heights', () => {
    const drawn = [
      ...left.slice(0, 15).flatMap((text, i) => line(i === 6 ? 'L7 short' : text, 40, 60 + i * 12 + (i > 6 ? 8 : 0))),
      ...right.slice(0, 9).flatMap((text, i) => line(i === 3 ? 'R4 short' : text, 320, 60 + i * 12 + (i > 3 ? 8 : 0))),
    ]
    const order = textOf(drawn)
      .split(/\n+/)
      .map((each) => each.split(' ')[0])
    expect(order).toEqual([...left.slice(0, 15), ...right.slice(0, 9)].map((each) => each.split(' ')[0]))
  })
})

describe('tables', () => {
  const cells = table(labs, [40, 250, 340, 430], 100, 14)

  it('are read row by row when drawn row by row', () => {
    expect(textOf(cells.flat(2))).toBe(labText)
  })

  it('are read row by row when drawn column by column', () => {
    expect(textOf([0, 1, 2, 3].flatMap((c) => cells.flatMap((row) => row[c] ?? [])))).toBe(labText)
  })

  it('keep their rows at 7 points with hardly any room between the cells', () => {
    const tight = table(labs, [40, 40 + 24 * 3.5 + 6, 160, 190], 100, 8, 7)
    expect(textOf(tight.flat(2))).toBe(labText)
  })

  it('keep rows in which cells are missing', () => {
    const gaps = labs.map((row, i) => (i % 2 ? [row[0] ?? '', '', '', row[3] ?? ''] : row))
    const text = textOf(table(gaps, [40, 250, 340, 430], 100, 14).flat(2))
    expect(text).toBe(gaps.map((row) => row.filter(Boolean).join('\t')).join('\n'))
  })

  it('keep a row that stands too near and has no mark, since a value under a value is another result', () => {
    const rows = [
      ['Glucose', '95', 'H', 'mg/dL', '70-99'],
      ['Specific gravity', '1.032', 'H', '', '1.005-1.030'],
      ['Urine pH', '5.7', '', '', '5.0-7.5'],
      ['Sodium', '141', 'L', 'mmol/L', '135-145'],
      ['Potassium', '4.4', 'L', 'mmol/L', '3.5-5.1'],
    ]
    const tops = [100, 120, 134, 154, 174]
    const uneven = rows.flatMap((row, i) => table([row], [40, 250, 320, 360, 450], tops[i] ?? 0, 14))
    expect(textOf(uneven.flat(2)).split(/\n+/)).toEqual(rows.map((row) => row.filter(Boolean).join('\t')))
  })

  it('keep figures apart that stand evenly and in no column', () => {
    const values = [
      [
        ['94', '8.8', '5.6', '1.9', '180'],
        [100, 160, 220, 280, 340],
      ],
      [
        ['88', '9.3', '6.5', '1.7', '426'],
        [109, 169, 229, 289, 349],
      ],
      [
        ['91', '7.2', '4.4', '2.1', '210'],
        [94, 154, 214, 274, 334],
      ],
    ] as const
    const drawn = values.flatMap(([row, xs], i) => row.flatMap((text, c) => line(text, xs[c] ?? 0, 100 + i * 14)))
    expect(textOf(drawn)).toBe(values.map(([row]) => row.join('\t')).join('\n'))
  })

  it('keep a long remark beside its row', () => {
    const rows = labs.map((row) => [row[0] ?? '', `${row[1]} is what was found in the sample this time`])
    expect(textOf(table(rows, [40, 250], 100, 14).flat(2))).toBe(rows.map((row) => row.join('\t')).join('\n'))
  })

  it('keep a row that stands too near to the one above, since it fills the columns itself', () => {
    const tops = [100, 120, 140, 154, 174, 194, 214, 234]
    const uneven = labs.slice(0, tops.length).flatMap((row, i) => table([row], [40, 250, 340, 430], tops[i] ?? 0, 14))
    const rows = labs.slice(0, tops.length).map((row) => row.join('\t'))
    expect(textOf(uneven.flat(2)).split(/\n+/)).toEqual(rows)
  })

  it('of wrapped cells keep the lines of a cell together and the cells of a record in a row', () => {
    const records = [0, 1, 2, 3, 4].flatMap((r) => [
      ...line(`P${r} type 2 diabetes that is known for years`, 40, 100 + r * 48),
      ...line('and poorly controlled', 40, 112 + r * 48),
      ...line(`Q${r} continue the tablets twice a day, then`, 320, 100 + r * 48),
      ...line('come back for another test of the blood', 320, 112 + r * 48),
    ])
    const rows = [0, 1, 2, 3, 4].map((r) =>
      [
        `P${r} type 2 diabetes that is known for years and poorly controlled`,
        `Q${r} continue the tablets twice a day, then come back for another test of the blood`,
      ].join('\t'),
    )
    expect(textOf(records)).toBe(rows.join('\n\n'))
  })
})

describe('groups of rows', () => {
  it('set apart by white space keep their rows', () => {
    const more = labs.map((row) => [`${row[0]} again`, ...row.slice(1)])
    const groups = [...table(labs, [40, 250, 340, 430], 100, 14), ...table(more, [40, 250, 340, 430], 220, 14)]
    expect(textOf(groups.flat(2))).toBe(`${labText}\n\n${more.map((cells) => cells.join('\t')).join('\n')}`)
  })
})

describe('a page of everything', () => {
  const head = [
    ['Patient:', 'Jane Doe', 'Collected:', '2021-03-04'],
    ['Born:', '1970-01-02', 'Received:', '2021-03-05'],
    ['Ordered by:', 'Dr. A. Smith', 'Reported:', '2021-03-06'],
  ]
  const left = prose('L', 8)
  const right = prose('R', 8)
  const words = [
    ...left.flatMap((text, i) => [...line(text, 40, 400 + i * 12), ...line(right[i] ?? '', 320, 400 + i * 12)]),
    ...table(labs, [40, 250, 340, 430], 200, 14).flat(2),
    ...line('Interpretation of the results by the laboratory physician, who has seen all of the values above', 40, 370),
    ...table(head, [40, 120, 320, 400], 60, 14).flat(2),
  ]

  it('keeps labels with values, rows with rows and columns apart', () => {
    const text = textOf(words)
    expect(text.startsWith(head.map((row) => row.join('\t')).join('\n'))).toBe(true)
    expect(text).toContain(`\n\n${labText}\n\n`)
    expect(text.endsWith(`${left.join('\n')}\n\n${right.join('\n')}`)).toBe(true)
  })

  it('reads the same in whatever order the words come, each word once, where its span says', () => {
    const expected = assemblePage(words, page).text
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
        const read = assemblePage(shuffled, page)
        expect(read.text).toBe(expected)
        const found = read.words.map((word) => read.text.slice(word.start, word.start + word.length))
        expect([...found].sort()).toEqual(words.map((word) => word.text).sort())
      }),
      { numRuns: 50 },
    )
  })
})

describe('single lines', () => {
  it('go on after a comma that leaves wide white behind it', () => {
    expect(textOf([...line('T4,', 40, 100), ...line('Free', 64, 100), ...line('1.13', 160, 100)])).toBe(
      'T4, Free\t1.13',
    )
    expect(textOf([...line('T4', 40, 100), ...line('Free', 59, 100)])).toBe('T4\tFree')
  })

  it('take in superscripts and subscripts without a space', () => {
    const words = [
      ...line('Leucocytes 6.1', 40, 100),
      ...line('x10', 130, 100),
      ...line('9', 145, 96, 6),
      ...line('/L', 149, 100),
    ]
    expect(textOf(words)).toBe('Leucocytes 6.1\tx109/L')
  })

  it('join pieces of one word that differ in font', () => {
    const [bold, regular] = [line('Hb', 40, 100), line('A1c', 50.2, 100)]
    expect(textOf([...regular, ...bold])).toBe('HbA1c')
  })

  it('of loose justified prose stay one line', () => {
    const words = ['when all the gaps of one line', 'are as wide as in this sample'].flatMap((text, i) =>
      line(text, 40, 100 + i * 12, 10, 0.9),
    )
    expect(textOf(words)).toBe('when all the gaps of one line\nare as wide as in this sample')
  })

  it('of a list keep their bullet and stay lines', () => {
    const items = [0, 1, 2].flatMap((i) => [
      ...line('\u2022', 40, 100 + i * 36),
      ...line(`take tablet number ${i} in the morning after the`, 60, 100 + i * 36),
      ...line('breakfast with a glass of water', 60, 112 + i * 36),
    ])
    const item = (i: number) =>
      `\u2022 take tablet number ${i} in the morning after the\nbreakfast with a glass of water`
    expect(textOf(items)).toBe([0, 1, 2].map(item).join('\n\n'))
  })

  it('in Arabic are read from the right, numbers in them from the left', () => {
    const words = line('mmol/L 95 نتيجة التحليل', 40, 100)
    expect(textOf(words)).toBe('التحليل نتيجة mmol/L 95')
  })

  it('set sideways are read in their own direction, after the upright text', () => {
    const upright = line('the text of the page as it stands', 100, 100)
    const margin = ['copy', 'for', 'archive'].map((text, i) => ({
      text,
      x: 20,
      y: 400 - i * 40,
      width: 10,
      height: text.length * 5,
      size: 10,
      descent: 2,
      turn: 3 as const,
    }))
    expect(textOf([...margin, ...upright])).toBe('the text of the page as it stands\n\ncopy\tfor archive')
  })
})

describe('any words at all', () => {
  const word = fc.record({
    text: fc.stringMatching(/^[a-zA-Z0-9.,%]{1,12}$/),
    x: fc.double({ min: -20, max: 620, noNaN: true }),
    y: fc.double({ min: -20, max: 820, noNaN: true }),
    width: fc.double({ min: 0, max: 300, noNaN: true }),
    height: fc.double({ min: 0, max: 40, noNaN: true }),
    size: fc.double({ min: 0, max: 40, noNaN: true }),
    turn: fc.constantFrom(0, 0, 0, 1, 2, 3, 4) as fc.Arbitrary<0 | 1 | 2 | 3 | 4>,
  })

  it('appear exactly once, in their spans, within the page, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.nat(), (words, seed) => {
        const read = assemblePage(words, page)
        const turned = words.map((each, i) => ({ each, key: (i * 7919 + seed) % 1009 })).sort((a, b) => a.key - b.key)
        expect(
          assemblePage(
            turned.map(({ each }) => each),
            page,
          ).text,
        ).toBe(read.text)
        const found = read.words.map((each) => read.text.slice(each.start, each.start + each.length))
        expect([...found].sort()).toEqual(words.map((each) => each.text).sort())
        for (const {
          box: [x, y, w, h],
        } of read.words) {
          expect(Math.min(x, y, w, h)).toBeGreaterThanOrEqual(0)
          expect(Math.max(x + w, y + h)).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('may be none', () => {
    expect(assemblePage([], page)).toEqual({ text: '', words: [] })
  })
})
