/** Questions for one of many readings: by its day, or by the name of a medicine that resembles another. */
import type { Random } from '../../../../tools/make-papers/random.ts'
import type { PersonRecord, RecordPage } from '../../../../tools/make-papers/records/records.ts'
import { monthName } from '../../../../tools/make-papers/word-banks.ts'
import type { SetQuestion } from '../evaluation-set.ts'

interface Reading {
  readonly subject: string
  readonly page: RecordPage
  readonly quote: string
}

export function askForReadings(records: readonly PersonRecord[], random: Random): SetQuestion[] {
  const questions = records.flatMap((record) => {
    const readings = readingsOf(record)
    const { female, name } = { female: record.person.sex === 'female', name: record.person.name }
    const ask = (
      slice: 'dates' | 'plain',
      text: string,
      found: Reading,
      earlier?: Reading,
    ): Omit<SetQuestion, 'id'> => ({
      ...{ person: name, text, slice, vocabulary: 'plain' },
      gold: [found, ...(earlier ? [earlier] : [])].map(({ page, quote }, at) => ({
        ...{ document: page.fileName, quote },
        grade: at === 0 ? 3 : 1,
      })),
    })
    const one = (wanted: (reading: Reading) => boolean) => random.pick(readings.filter(wanted))

    const pressure = one(({ subject }) => subject === 'blood pressure')
    const weight = one(({ subject }) => subject === 'weight')
    const value = one(({ page, quote }) => isLab(page) && quote.includes('\t'))
    const vaccine = one(({ subject }) => subject.startsWith('influenza vaccine'))
    const [early, late] = dosesOf(readings, random)
    const asked = [
      ask('dates', `blood pressure ${askedMonthOf(pressure, random)}`, pressure),
      ask('dates', `${value.subject} ${random.chance(0.5) ? monthOf(value) : `on ${dayOf(value)}`}`, value),
      ask('dates', `${early.subject} dose in ${early.page.writtenOn.slice(0, 4)}`, early),
      ask('dates', `date of the ${vaccine.subject}`, vaccine),
      ask('plain', `Which dose of ${late.subject} is ${female ? 'she' : 'he'} on now?`, late, early),
    ]
    const lastYears = readings.filter(
      ({ subject, page }) => subject === 'eye test tension' && page.writtenOn.startsWith('2025'),
    )
    if (lastYears.length === 1 && lastYears[0]) asked.push(ask('dates', "last year's eye test", lastYears[0]))
    else asked.push(ask('dates', `what was ${female ? 'her' : 'his'} weight ${askedMonthOf(weight, random)}`, weight))
    return asked
  })
  return questions.map((question, at) => ({ id: `reading ${at + 1}`, ...question }))
}

const readingsOf = ({ pages }: PersonRecord): Reading[] =>
  pages.flatMap((page) =>
    page.anchors.flatMap(({ about, start, end }) =>
      about.kind === 'reading' ? [{ subject: about.subject, page, quote: page.text.slice(start, end) }] : [],
    ),
  )

const isLab = ({ text }: RecordPage) => text.includes('Analyte\tResult')
const isList = ({ text }: RecordPage) => text.includes('Medicine\tDose')

const monthOf = ({ page: { writtenOn } }: Reading) =>
  `${monthName(Number(writtenOn.slice(5, 7)))} ${writtenOn.slice(0, 4)}`

/** As people write months: most in words, some in haste. */
function askedMonthOf(reading: Reading, random: Random): string {
  const [year = '', month = ''] = reading.page.writtenOn.split('-')
  const inWords = `in ${monthOf(reading)}`
  return random.pick([
    inWords,
    inWords,
    `in ${monthName(Number(month)).slice(0, 3)} ${year}`,
    `${month}/${year}`,
    `from ${year}-${month}`,
  ])
}

const dayOf = (reading: Reading) => `${Number(reading.page.writtenOn.slice(8))} ${monthOf(reading)}`

/** One medicine on both lists, the earlier first. */
function dosesOf(readings: readonly Reading[], random: Random): [Reading, Reading] {
  const listed = readings.filter(({ page }) => isList(page))
  const { subject } = random.pick(listed)
  const [early, late] = listed
    .filter((reading) => reading.subject === subject)
    .toSorted((a, b) => (a.page.writtenOn < b.page.writtenOn ? -1 : 1))
  if (early === undefined || late === undefined) throw new Error(`${subject} is not on two lists`)
  return [early, late]
}
