import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityOf } from '../../src-main/extract/identity.ts'

const named = (text: string) =>
  identityOf([{ number: 1, text }]).map(({ name, bornOn }) => (bornOn === undefined ? name : `${name} *${bornOn}`))

describe('whom a paper names as the one it is about', () => {
  test.each([
    ['Patient: Alma Fennby\nDate of birth: 17 April 1961', 'Alma Fennby *1961-04-17'],
    ['Patient Name: FENNBY, ALMA J   DOB: 04/17/1961   Sex: F', 'FENNBY, ALMA J *1961-04-17'],
    ['Patient: Fennby, Alma DOB: 04/17/1961 MRN: 123456', 'Fennby, Alma *1961-04-17'],
    ['PATIENT: ALMA FENNBY\tDOB: 17-Apr-1961\tSEX: F', 'ALMA FENNBY *1961-04-17'],
    [
      'Patient\tAlma Fennby\tCollected\t12 March 2024\nDOB\t17.04.1961\tReported\t13 March 2024',
      'Alma Fennby *1961-04-17',
    ],
    ['Patient Name\tDOB\tMRN\nFENNBY, ALMA\t1961-04-17\t123', 'FENNBY, ALMA *1961-04-17'],
    ['Patient\nAlma Fennby\n\nDate of birth\n17 April 1961', 'Alma Fennby *1961-04-17'],
    ['Name: Alma Fennby\nBorn: 1961-04-17', 'Alma Fennby *1961-04-17'],
    ['Name:        Alma Fennby\nBorn:        1961', 'Alma Fennby *1961'],
    ['Name\tAlma Fennby\tSex\tF\nDate of Birth\t17/04/1961', 'Alma Fennby *1961-04-17'],
    ['Re: Alma Fennby, born 17 April 1961, record 1234567\nDear Dr. Ilse Farnwick,', 'Alma Fennby *1961-04-17'],
    ['RE: FENNBY, ALMA\nDOB: 04/17/1961', 'FENNBY, ALMA *1961-04-17'],
    ['Re: Mrs. Alma Fennby', 'Alma Fennby'],
    ['Re:\tMr John van der Berg, DOB 17/04/1961', 'John van der Berg *1961-04-17'],
    ["Pt: Seán O'Connor-Lutz  D.O.B. 17.04.1961", "Seán O'Connor-Lutz *1961-04-17"],
    ['Name of patient: Jörg Müller, geb. 17.04.1961', 'Jörg Müller *1961-04-17'],
    ['Client: Alma Fennby', 'Alma Fennby'],
    ['Member Name: Alma Fennby   Member ID: 9912', 'Alma Fennby'],
    ['Last name: Fennby\nFirst name: Alma\nDate of birth: 17 April 1961', 'Alma Fennby *1961-04-17'],
    ['Last Name\tFirst Name\tDOB\nFennby\tAlma\t1961-04-17', 'Alma Fennby *1961-04-17'],
    ['Results for Alma Fennby, born 17 April 1961. Blood collected on 14 September 2023.', 'Alma Fennby *1961-04-17'],
    ['Echocardiogram of Alma Fennby\n\nBorn 17 April 1961, examination 689035', 'Alma Fennby *1961-04-17'],
    ['FENNBY, ALMA (DOB 04/17/1961)', 'FENNBY, ALMA *1961-04-17'],
    ['Alma Fennby\nDOB: 1961-04-17\nMRN: 12345', 'Alma Fennby *1961-04-17'],
    ['Thank you for referring Mrs. Alma Fennby to the clinic.', 'Alma Fennby'],
    ['Home blood pressure diary of Alma Fennby', 'Alma Fennby'],
    ['Patient: Fennby\tDOB: 17/04/1961', 'Fennby *1961-04-17'],
    ['Patient: Alma Fennby Jr.\nDOB: 17/04/1961', 'Alma Fennby Jr. *1961-04-17'],
    ['Patient: Alma Fennby (F)\nDOB: 03/04/1961', 'Alma Fennby *1961'],
    ['Collected: 03/04/2023\nPatient: Alma Fennby\nDate of Birth (DD/MM/YYYY): 17/04/1961', 'Alma Fennby *1961-04-17'],
    ['| Patient | Alma Fennby |\n| DOB | 1961-04-17 |', 'Alma Fennby *1961-04-17'],
    ['Fernbrook Practice\n\nAlma Fennby\t1961-04-17\n\nFindings of 3 March 2022', 'Alma Fennby *1961-04-17'],
    ['Patient: Alma Fennby, 1961-04-17\n\nReport of 3 March 2022', 'Alma Fennby *1961-04-17'],
    ['Message sent on 15 March 2024 to Alma Fennby (born 17 April 1961).', 'Alma Fennby *1961-04-17'],
  ])('%s', (text, person) => {
    expect(named(text)).toEqual([person])
  })

  test('the place is that of the name', () => {
    const text = 'Clinic\n\nPatient: Mrs. Alma Fennby\nDOB: 17.04.1961'
    const [person] = identityOf([{ number: 3, text }])
    expect(person?.page).toBe(3)
    expect(text.slice(person?.span.start, person?.span.end)).toBe('Alma Fennby')
  })

  test('the same person on the next page is not a second one, another is', () => {
    const pages = [
      'Patient: Alma Fennby\nDOB: 1961-04-17',
      'Patient: FENNBY, ALMA',
      'Patient: Jonas Fennby\nDOB: 1990-01-02',
    ]
    const people = identityOf(pages.map((text, i) => ({ number: i + 1, text })))
    expect(people.map(({ name, bornOn, page }) => [name, bornOn, page])).toEqual([
      ['Alma Fennby', '1961-04-17', 1],
      ['Jonas Fennby', '1990-01-02', 3],
    ])
  })
})

test('a year of birth of two digits is not after the other dates of the paper', () => {
  expect(named('Patient: Fennby, Alma\nDOB: 7/13/38\nCollected: 4/16/20')).toEqual(['Fennby, Alma *1938-07-13'])
  expect(named('Patient: Fennby, Alma\nDOB: 7/13/08\nCollected: 4/16/20')).toEqual(['Fennby, Alma *2008-07-13'])
  expect(named('Patient: Fennby, Alma\nDOB: 7/13/38')).toEqual(['Fennby, Alma'])
})

test.each([
  ['Fennby, Alma, F, born 17 April 1961', 'Fennby, Alma *1961-04-17'],
  ['Fennby, Alma *17 April 1961 No. 271', 'Fennby, Alma *1961-04-17'],
  ['Name Fennby, Alma\tSpecimen: urine\nBorn 17 April 1961', 'Fennby, Alma *1961-04-17'],
  ['Re: Fennby, born 17 April 1961', 'Fennby *1961-04-17'],
])('as laboratories write it: %s', (text, person) => {
  expect(named(text)).toEqual([person])
})

describe('who is not the one a paper is about', () => {
  test.each([
    'Dear Dr. Ilse Farnwick,\n\nthank you for your letter.',
    'Dr. Ilse Farnwick\nDOB unknown',
    'Ordering physician: Ilse Farnwick',
    'Ordered by: Ilse Farnwick, MD',
    'Physician Name: Ilse Farnwick',
    'Name of your family doctor: Ilse Farnwick',
    'Emergency contact\nName: Tobin Oakhollow\nRelationship: son',
    'EMERGENCY CONTACT\n\nName: Tobin Oakhollow',
    'Emergency contact: Tobin Oakhollow, born 2 September 1994',
    'Next of kin: Tobin Oakhollow DOB 1994-09-02',
    'Subscriber: Tobin Oakhollow\tDOB: 1994-09-02',
    'Insured name: Tobin Oakhollow',
    'Her son Tobin Oakhollow, born 2 September 1994, called the ambulance.',
    "Mother's name: Alma Fennby",
    'Mother: Alma Fennby, born 17 April 1961',
    'Guarantor\nName: Alma Fennby\nDOB: 1961-04-17',
    'Test name: Sodium',
    'Name\tDose\tFrequency\nMetformin Tablet\t500 mg\tdaily',
    'Patient Information',
    'Patient Education Materials',
    'Patient: see below',
    'Patient presented with cough.',
    'Re: Test Results',
    'Re: Follow Up Appointment',
    'Subject: Your Laboratory Results',
    'Department of Internal Medicine',
    'Report of Laboratory Findings',
    'Copy for the patient',
    'Results for the Practice',
    'Signed: Ilse Farnwick',
    'The child was born on 3 March 2020.',
    'Quillmere Clinical Laboratory\t12 March 2024\n7 May 2021',
    'Date of birth: ____',
    'Contact Name: Tobin Oakhollow',
    'Referring patient: Tobin',
  ])('%s', (text) => {
    expect(named(text)).toEqual([])
  })

  test('beside the patient, nobody else is taken', () => {
    const text = [
      'Larkmoor Hospital',
      'Patient: Alma Fennby\tOrdering Provider: Ilse Farnwick, MD',
      'DOB: 1961-04-17\tCopy to: Pell Rushmere',
      '',
      'PATIENT INFORMATION\tEMERGENCY CONTACT',
      'Name: Alma Fennby\tName: Tobin Oakhollow',
      'DOB: 1961-04-17\tRelationship: son',
      '',
      'Dear Mr. Quill,',
      'her brother, Jonas Fennby, born 2 May 1958, came along. Dr. Odalys Brennick, born 1970, signs.',
    ].join('\n')
    expect(named(text)).toEqual(['Alma Fennby *1961-04-17'])
  })

  test('a name and a birth date of somebody else do not become one', () => {
    const text = 'Patient: Alma Fennby\nMother: Ruth Fennby, DOB: 1935-02-03'
    expect(named(text).map((name) => name.split(' *')[0])).toEqual(['Alma Fennby'])
    expect(named(text)).not.toContain('Alma Fennby *1935-02-03')
  })
})

test('any text gives places inside it, quickly', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Patient: ',
      'Re: ',
      'DOB: ',
      'born ',
      'Alma ',
      'FENNBY, ',
      'Dr. ',
      '\n',
      '\t',
      '17.04.1961',
      'Name',
      ':',
      ' | ',
    ),
    fc.string({ maxLength: 5 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      for (const { span, name } of identityOf([{ number: 1, text }])) {
        expect(span.start).toBeGreaterThanOrEqual(0)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(name).not.toBe('')
      }
    }),
  )
  for (const part of [
    'Patient: ',
    'DOB: 17.04.1961 ',
    'Alma ',
    'born ',
    'Patient: Alma Fennby\n',
    'A, B ',
    'Dr. Re: ',
    '\t|\t',
  ]) {
    const text = part.repeat(200_000 / part.length)
    const began = performance.now()
    identityOf([{ number: 1, text }])
    expect(performance.now() - began, part).toBeLessThan(5000)
  }
})
