import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOrderOf, findDates } from '../../src-main/extract/dates.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const two = (part: number): string => String(part).padStart(2, '0')
const only = (text: string, order?: 'day-first' | 'month-first') =>
  findDates(text, { order }).map(({ date }) => (date.isAmbiguous ? `${date.on}?` : date.on))

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isoOf = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`

function everyDay(first: number, last: number): Day[] {
  const days: Day[] = []
  for (let at = new Date(Date.UTC(first, 0, 1)); at.getUTCFullYear() <= last; at.setUTCDate(at.getUTCDate() + 1))
    days.push({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() })
  return days
}

const ordinal = (day: number) =>
  `${day}${day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`

const plainForms: Readonly<Record<string, (day: Day) => string>> = {
  '2021-03-04': isoOf,
  '2021/03/04': ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
  '04.03.2021': ({ year, month, day }) => `${two(day)}.${two(month)}.${year}`,
  '4.3.2021': ({ year, month, day }) => `${day}.${month}.${year}`,
  '4. 3. 2021': ({ year, month, day }) => `${day}. ${month}. ${year}`,
  '4 March 2021': ({ year, month, day }) => `${day} ${MONTHS[month - 1]} ${year}`,
  '4th of March 2021': ({ year, month, day }) => `${ordinal(day)} of ${MONTHS[month - 1]} ${year}`,
  '4th March, 2021': ({ year, month, day }) => `${ordinal(day)} ${MONTHS[month - 1]}, ${year}`,
  '4. March 2021': ({ year, month, day }) => `${day}. ${MONTHS[month - 1]} ${year}`,
  'Mar 4, 2021': ({ year, month, day }) => `${MONTHS[month - 1]?.slice(0, 3)} ${day}, ${year}`,
  'MARCH 4 2021': ({ year, month, day }) => `${MONTHS[month - 1]?.toUpperCase()} ${day} ${year}`,
  'March 4th, 2021': ({ year, month, day }) => `${MONTHS[month - 1]} ${ordinal(day)}, ${year}`,
  'Mar. 4, 2021': ({ year, month, day }) => `${MONTHS[month - 1]?.slice(0, 3)}. ${day}, ${year}`,
  '04-Mar-2021': ({ year, month, day }) => `${two(day)}-${MONTHS[month - 1]?.slice(0, 3)}-${year}`,
  '04MAR2021': ({ year, month, day }) => `${two(day)}${MONTHS[month - 1]?.slice(0, 3).toUpperCase()}${year}`,
  '2021-Mar-04': ({ year, month, day }) => `${year}-${MONTHS[month - 1]?.slice(0, 3)}-${two(day)}`,
}

const shortForms: Readonly<Record<string, (day: Day) => string>> = {
  '04.03.21': ({ year, month, day }) => `${two(day)}.${two(month)}.${two(year % 100)}`,
  '04-Mar-21': ({ year, month, day }) => `${two(day)}-${MONTHS[month - 1]?.slice(0, 3)}-${two(year % 100)}`,
  "4 March '21": ({ year, month, day }) => `${day} ${MONTHS[month - 1]} '${two(year % 100)}`,
  '4 Mar 21': ({ year, month, day }) => `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${two(year % 100)}`,
}

const surroundings = ['#', 'Collected: #', 'seen on #.', '(#)', 'Date:#', 'a\t#\tb', 'as of #, then', '[#]', '\n#\n']

describe('every day from 1900 to 2049 is found exactly as it is written', () => {
  for (const [name, write] of Object.entries(plainForms))
    test(name, () => {
      everyDay(1900, 2049).forEach((day, index) => {
        const written = write(day)
        const around = surroundings[index % surroundings.length] ?? '#'
        const text = around.replace('#', written)
        const found = findDates(text)
        const at = around.indexOf('#')
        if (found.length !== 1 || found[0]?.date.on !== isoOf(day) || found[0].end !== at + written.length)
          expect({ text, found }).toEqual({ text, found: [{ start: at, end: at + written.length, date: isoOf(day) }] })
      })
    })

  for (const [name, write] of Object.entries(shortForms))
    test(`${name}, in the century from 1950`, () => {
      for (const day of everyDay(1950, 2049)) {
        const text = write(day)
        const on = only(text)
        if (on.length !== 1 || on[0] !== isoOf(day)) expect({ text, on }).toEqual({ text, on: [isoOf(day)] })
      }
    })
})

describe('day and month that could be either', () => {
  const numeric = ({ year, month, day }: Day, mark: string, isDayFirst: boolean) =>
    isDayFirst ? [two(day), two(month), year].join(mark) : [two(month), two(day), year].join(mark)

  for (const mark of ['/', '-'])
    for (const order of ['day-first', 'month-first'] as const)
      test(`written with ${mark}, ${order}: ambiguous unless a part is above 12, the two are alike, or the order is known`, () => {
        for (const day of everyDay(1900, 2049)) {
          const text = numeric(day, mark, order === 'day-first')
          const isClear = day.day > 12 || day.day === day.month
          const expected = isClear ? isoOf(day) : `${day.year}?`
          const unknown = only(text)[0]
          const known = only(text, order)[0]
          if (unknown !== expected || known !== isoOf(day))
            expect({ text, unknown, known }).toEqual({ text, unknown: expected, known: isoOf(day) })
        }
      })

  test('an ambiguous date holds its year and no time', () => {
    expect(findDates('03/04/2021 08:15')).toEqual([
      { start: 0, end: 16, date: { on: '2021', precision: 'year', isAmbiguous: true } },
    ])
  })

  test('a known order does not overrule a part that can be no month', () => {
    expect(only('03/14/2021', 'day-first')).toEqual(['2021-03-14'])
    expect(only('14/03/2021', 'month-first')).toEqual(['2021-03-14'])
  })

  test('points in a document that puts the month first leave it open', () => {
    expect(only('03.04.2021', 'month-first')).toEqual(['2021?'])
  })

  test('dashes and two digits that may begin with the year are no date', () => {
    expect(only('21-03-04')).toEqual([])
    expect(only('21-03-04', 'day-first')).toEqual(['2004-03-21'])
  })

  test('the order of a document is that of its clear dates', () => {
    expect(dateOrderOf(['seen 03/04/2021', 'back on 14/04/2021'])).toBe('day-first')
    expect(dateOrderOf(['03/04/2021', '04/14/2021'])).toBe('month-first')
    expect(dateOrderOf(['14.04.2021'])).toBe('day-first')
    expect(dateOrderOf(['03/04/2021', '2021-04-14', '4 March 2021'])).toBeUndefined()
    expect(dateOrderOf(['14/04/2021', '04/14/2021'])).toBeUndefined()
    expect(dateOrderOf([])).toBeUndefined()
  })
})

describe('parts of dates', () => {
  test('every month of every year', () => {
    for (let year = 1900; year <= 2049; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        const on = `${year}-${two(month)}`
        const name = MONTHS[month - 1] ?? ''
        for (const text of [
          `${two(month)}/${year}`,
          `${name} ${year}`,
          `since ${name.slice(0, 3)} ${year}.`,
          `${name}-${year}`,
        ])
          if (only(text).join() !== on) expect({ text, found: only(text) }).toEqual({ text, found: [on] })
        if (month !== (year + 1) % 100 && only(on).join() !== on) expect(only(on)).toEqual([on])
      }
  })

  test('two years that follow each other are no month', () => {
    expect(only('the winter of 2011-12')).toEqual([])
  })

  test.each([
    ['appendectomy in 2015', '2015'],
    ['since 2008 he has', '2008'],
    ['Appendectomy (2015)', '2015'],
    ['Appendectomy, 2015', '2015'],
    ['diagnosed in early 2019.', '2019'],
    ['in summer 2019', '2019'],
    ['ca. 1998', '1998'],
    ['seit 2011', '2011'],
  ])('a year by itself counts next to words that say so: %s', (text, year) => {
    expect(only(text)).toEqual([year])
  })

  test('years that lean on a year before them', () => {
    expect(only('in 2008 and 2012, and in 2014 or 2015')).toEqual(['2008', '2012', '2014', '2015'])
  })

  test.each([
    'Room 2015',
    'dissolved in 2000 mL of saline',
    'in 2000 mg daily',
    'NPO until 2000',
    '2015: patient seen, comfortable',
    'Ferritin 2015',
    'Vitamin B12\t2015\tpg/mL',
    'from 1900 to 2000',
    'in 2015 patients',
    'ref. 2015',
    'since 2000-2500 mL',
    'titre of 1/2000',
  ])('no year: %s', (text) => {
    expect(only(text)).toEqual([])
  })
})

describe('times that go with a date', () => {
  test.each([
    ['2021-03-04 08:15', '2021-03-04T08:15'],
    ['2021-03-04T08:15:30Z', '2021-03-04T08:15'],
    ['2021-03-04T08:15:30.123+01:00', '2021-03-04T08:15'],
    ['03/14/2021 8:15 PM', '2021-03-14T20:15'],
    ['03/14/2021 12:05 AM', '2021-03-14T00:05'],
    ['03/14/2021 12:05 p.m.', '2021-03-14T12:05'],
    ['4 March 2021 at 08:15', '2021-03-04T08:15'],
    ['4 March 2021, 08:15', '2021-03-04T08:15'],
    ['4 March 2021 0815 hrs', '2021-03-04T08:15'],
    ['04.03.2021\t08:15\tx', '2021-03-04T08:15'],
    ['04.03.2021 um 08:15', '2021-03-04T08:15'],
  ])('%s', (text, on) => {
    expect(findDates(text).map(({ date }) => date)).toEqual([{ on, precision: 'minute', isAmbiguous: false }])
  })

  test.each(['04.03.2021 1:40', '04.03.2021 25:15', '04.03.2021 08:75', '04.03.2021 08:15:7x', '04.03.2021 1:80'])(
    'what is no time leaves the day: %s',
    (text) => {
      expect(only(text)).toEqual(['2021-03-04'])
    },
  )
})

describe('what is no date', () => {
  test.each([
    '31.02.2021',
    '30 February 2021',
    'February 30, 2021',
    '31/04/2021',
    '29.02.2023',
    '2021-13-01',
    '2021-02-30',
    '00/00/2021',
    '13/2021',
    '31 April 2021',
    '0.3.2021',
    '32.01.2021',
  ])('no day of the calendar: %s', (text) => {
    expect(only(text)).toEqual([])
  })

  test('29 February is a day in leap years', () => {
    expect(only('29.02.2024, 29 Feb 2000')).toEqual(['2024-02-29', '2000-02-29'])
    expect(only('29.02.1900')).toEqual([])
  })

  test.each([
    '555-0123-2021',
    '(030) 12 34 56',
    'Tel: 03-04-2021',
    'Fax 01/23/2021',
    '+1-03-04-2021',
    '3-5',
    '1/2',
    '120/80',
    '1:80',
    '12/14',
    '3.5',
    '1.2.21',
    'v1.2.2021',
    'version 1.2.2021',
    'Ref: 12/2021',
    'ID 12-03-2021-7',
    '12-03-2021-0007',
    'MRN 2021-03',
    '2021-03-04-0012',
    'A-04-03-2021',
    '1.04.03.2021',
    '04.03.2021.5',
    '04/03/2021/7',
    'SW1A 1AA',
    '10115',
    '1,200',
    '0.12.2021',
    '$2021',
    '12/2021%',
    'grade 2/3',
    '3/4/2',
    '20210304',
    'x04.03.2021',
    '04.03.2021x',
    '04.03.20211',
    'No. 03/2021',
    'Lot 03/2021',
    'Acc# 03-04-2021',
    'on 12 May 20 mg was started',
    'may 20 mg',
    'march 3',
  ])('%s', (text) => {
    expect(only(text)).toEqual([])
  })

  test('two lines of a table make no date together', () => {
    expect(only('04 Mar\t05 Apr\n2021\t2022')).toEqual([])
    expect(only('seen on 4 March\n2021 in the clinic')).toEqual(['2021-03-04'])
  })

  test('digits at random', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999_999_999 }), { maxLength: 12 }), (numbers) => {
        expect(findDates(numbers.join(' '))).toEqual([])
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, min: 0, max: 5000 }), { maxLength: 12 }), (numbers) => {
        expect(findDates(numbers.map((n) => n.toFixed(2)).join('\t'))).toEqual([])
      }),
    )
  })
})

describe('several dates', () => {
  test('stretches, lists and columns', () => {
    expect(only('01.03.2021-05.03.2021')).toEqual(['2021-03-01', '2021-03-05'])
    expect(only('14/03/2021 – 16/03/2021')).toEqual(['2021-03-14', '2021-03-16'])
    expect(only('14/03/2021–16/03/2021')).toEqual(['2021-03-14', '2021-03-16'])
    expect(only('04 Mar 21\t05 Apr 21\t06 May 21')).toEqual(['2021-03-04', '2021-04-05', '2021-05-06'])
    expect(only('2021-03-04, 2021-05-06; 7 June 2021')).toEqual(['2021-03-04', '2021-05-06', '2021-06-07'])
  })

  test('in other languages', () => {
    expect(only('4. März 2021, 4 février 2021, 4 de marzo de 2021, 4 maart 2021')).toEqual([
      '2021-03-04',
      '2021-02-04',
      '2021-03-04',
      '2021-03-04',
    ])
  })

  test('they stand in order, apart from each other, inside the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '04.03.2021',
        '3/4/21',
        'Mar 4, 2021',
        'in 2015',
        '12/2020',
        ' ',
        '\n',
        '\t',
        '-',
        '/',
        '08:15',
        '.',
      ),
      fc.string({ maxLength: 6 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end, date } of findDates(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(date.on).toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$/)
          last = end
        }
      }),
    )
  })

  test('time grows with the length, not with its square', () => {
    for (const piece of ['1/', '2021-', 'Mar ', '04.03.', '2021 and ', '12 34 ', ' \n', "4 March '", '04.03.2021-']) {
      const text = piece.repeat(400_000 / piece.length)
      const began = performance.now()
      findDates(text)
      expect(performance.now() - began, piece).toBeLessThan(4000)
    }
  })
})
