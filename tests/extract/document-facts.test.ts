import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOrderOf } from '../../src-main/extract/dates.ts'
import { documentFacts } from '../../src-main/extract/document-facts.ts'

const factsOf = (...texts: readonly string[]) =>
  documentFacts(
    texts.map((text, index) => ({ number: index + 1, text })),
    dateOrderOf(texts),
  )

function dateOf(...texts: readonly string[]): string | undefined {
  const { date } = factsOf(...texts)
  return date && `${date.dateKind} ${date.on}${date.isAmbiguous ? '?' : ''}`
}

describe('the date a paper gives for itself', () => {
  test.each([
    [
      'Patient: Alma Fennby\tCollected: 03/14/2024 07:55\nDOB: 04/17/1961\tReceived: 03/15/2024\n\tReported: 03/16/2024',
      'collected 2024-03-14T07:55',
    ],
    ['Collected\t12 March 2024\nReported\t13 March 2024', 'collected 2024-03-12'],
    ['Collection Date\tReceived\tReported\n2024-03-12\t2024-03-13\t2024-03-14', 'collected 2024-03-12'],
    ['Date of collection: 12.03.2024\nDatum: 14.03.2024', 'collected 2024-03-12'],
    ['Specimen collected on 12 March 2024 at 07:55', 'collected 2024-03-12T07:55'],
    ['Date Taken: 12-Mar-2024\nDate Reported: 14-Mar-2024', 'collected 2024-03-12'],
    ['Entnahme: 12.03.2024\nBefunddatum: 14.03.2024', 'collected 2024-03-12'],
    [
      'Results for Alma Fennby, born 17 April 1961. Blood collected on 14 September 2023, ordered by Dr. X',
      'collected 2023-09-14',
    ],
    ['Hospital\nVisit note, 2 April 2024, visit number 049331', 'service 2024-04-02'],
    ['Date of service: 2 April 2024\nPrinted: 5 April 2024', 'service 2024-04-02'],
    ['Admitted on 20 November 2023, discharged on 24 November 2023', 'service 2023-11-24'],
    ['Admission date: 20/11/2023\nDischarge date: 24/11/2023\nDate: 25/11/2023', 'service 2023-11-24'],
    ['Exam date: 2024-01-22\nReported: 2024-01-23', 'service 2024-01-22'],
    [
      'Echocardiogram of Alma Fennby\n\nBorn 17 April 1961, examination 689035 of 22 January 2024',
      'service 2024-01-22',
    ],
    ['Encounter 64236225   21 August 2023   18:40', 'service 2023-08-21T18:40'],
    ['Clinic\n\n18 January 2024\n\nDear Dr. Ilse Farnwick,\nthank you', 'document 2024-01-18'],
    ['Larkmoor, 18 January 2024\n\nDear Dr. Farnwick,', 'document 2024-01-18'],
    ['Dr. Ilse Farnwick\t18 January 2024\nRe: Alma Fennby, born 17 April 1961', 'document 2024-01-18'],
    ['Date: 18 January 2024\nDear Dr. Farnwick,\nShe was seen on 3 January 2020.', 'document 2024-01-18'],
    [
      'Medication list for Alma Fennby, born 17 April 1961\nValid from 2 April 2024. Checked by Dr. X',
      'document 2024-04-02',
    ],
    ['Message MSG-1, sent on 15 March 2024 to Alma Fennby (born 17 April 1961).', 'document 2024-03-15'],
    ['Report date: 14 March 2024', 'reported 2024-03-14'],
    ['Clinical Laboratory, report of 13 March 2024, continued', 'reported 2024-03-13'],
    ['Radiology report\n\nFindings\nNo fracture.\n\nElectronically signed on 14 March 2024', 'reported 2024-03-14'],
    [
      'Vaccination record\nDate\tVaccine\n3 Nov 1994\tHepatitis B\n9 Dec 1994\tHepatitis B\nPrinted on 6 October 2023',
      'document 2023-10-06',
    ],
    ['Cardiac follow-up, 2 March 2020\n\nRe: Alma Fennby', 'service 2020-03-02'],
    ['Order 271, sample of 11.10.2023 08:37', 'collected 2023-10-11T08:37'],
    ['Date: 14 August 2019\nDear Dr. X,\n\nLaboratory\nCollected: 6 August 2019', 'document 2019-08-14'],
    [
      'Old Mill Surgery\nDr A. Penn, General Practitioner\n20 November 2018\nPatient: Alma Fennby\tDOB: 17 April 1961\n\nSeen today.',
      'document 2018-11-20',
    ],
    ['Collected: 03/04/2024', 'collected 2024?'],
    ['Collected: 03/04/2024\nReported: 03/14/2024', 'collected 2024-03-04'],
  ])('%s', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })

  test.each([
    ['a date of birth', 'Patient: Alma Fennby\nDOB: 17 April 1961'],
    ['a name and a birth', 'Clinic\nAlma Fennby\t1961-04-17\nDate of birth: 1961-04-17'],
    ['an appointment', 'Your next appointment: 9 July 2024 at 08:30'],
    ['what stands under the word', 'Old Mill Surgery\nNext appointment\n9 July 2024\nPatient: Alma Fennby\tBed 4'],
    ['an appointment to come', 'Appointment date: 9 July 2024'],
    ['a due date', 'Payment due: 9 July 2024'],
    ['an expiry', 'Lot AB12, expires 09/07/2024'],
    ['an end of validity', 'Prescription valid until 9 July 2024'],
    ['a previous result', 'Previous result: 9 July 2023'],
    ['what somebody tells', 'She was seen on 3 January 2020 and has been well since 4 May 2021.'],
    ['a year', 'Appendectomy in 2015'],
    ['a column of results', 'Test\t12 March 2024\t14 September 2023\nHbA1c\t7.2\t8.4'],
    ['the dates of a list', 'Date\tReason\n18 March 2008\tPain\n26 June 2009\tWound'],
    ['a follow-up', 'Follow-up: 9 July 2024'],
    ['when a sample came in', 'Received: 12 March 2024'],
    ['nothing', ''],
  ])('is never %s', (_, text) => {
    expect(dateOf(text)).toBeUndefined()
  })

  test('samples of several days leave the paper without one', () => {
    expect(dateOf('Collected: 12 March 2024', 'Collected: 13 March 2024\nReported: 14 March 2024')).toBeUndefined()
    expect(dateOf('Collected: 03/04/2024', 'Collected: 03/05/2024')).toBeUndefined()
  })

  test('the same day said twice is one, with its time', () => {
    expect(dateOf('Collected: 12 March 2024', 'Collected: 12 March 2024 07:55')).toBe('collected 2024-03-12T07:55')
    expect(dateOf('Collected: 03/04/2024', 'Collected: 03/04/2024 07:55')).toBe('collected 2024?')
  })

  test('several visits leave what the paper says of itself', () => {
    const text = 'Date: 5 May 2024\nVisit date: 3 March 2024\nVisit date: 4 April 2024'
    expect(dateOf(text)).toBe('document 2024-05-05')
  })
})

describe('what a paper is', () => {
  test.each([
    ['Quillmere Clinical Laboratory\nLABORATORY REPORT\n\nPatient: Alma Fennby', 'lab-report', 'LABORATORY REPORT'],
    ['Clinic\n\nTest\tResult\tUnits\tReference range\nSodium\t137\tmmol/L\t135 - 145', 'lab-report', undefined],
    ['Larkmoor Hospital\nDischarge summary\nPatient: Alma Fennby', 'discharge-summary', 'Discharge summary'],
    [
      'Discharge letter for Alma Fennby, born 17 April 1961\n\nDear Dr. X,\n\nKind regards',
      'discharge-summary',
      'Discharge letter',
    ],
    ['Radiology Report\n\nFINDINGS\nNo fracture.\nIMPRESSION\nNormal.', 'imaging-report', 'Radiology Report'],
    ['MRI of the lumbar spine report\nFindings: none', 'imaging-report', 'MRI of the lumbar spine report'],
    ['Echocardiogram of Alma Fennby\n\nBorn 17 April 1961\n\nFindings\nNormal.', 'imaging-report', 'Echocardiogram'],
    ['Medication list for Alma Fennby, born 17 April 1961', 'medicine-list', 'Medication list'],
    ['Practice\nList of current medications\nMetformin 500 mg', 'medicine-list', 'List of current medications'],
    ['Fernbrook Practice\nVaccination record\nAlma Fennby', 'vaccination-record', 'Vaccination record'],
    ['IMMUNIZATION HISTORY\nAlma Fennby', 'vaccination-record', 'IMMUNIZATION HISTORY'],
    ['Clinic\n\nDear Dr. Farnwick,\n\nThank you.\n\nKind regards\nDr. Pell Rushmere', 'letter', undefined],
    [
      'Referral to ophthalmology\nDear Dr. Vosgrove,\nPlease see her.\nWith thanks\nDr. X',
      'letter',
      'Referral to ophthalmology',
    ],
    ['Visit note, 2 April 2024\nPatient: Alma Fennby', undefined, 'Visit note'],
    ['Message from your care team\n\nDear Ms. Fennby,\n\nKind regards', undefined, 'Message from your care team'],
    ['Hospital\n\nCurrent Medications\nPatient: Alma Fennby', 'medicine-list', 'Current Medications'],
    ['Form\na\nb\nc\nd\ne\nf\nLab results', undefined, undefined],
    ['Dear diary', undefined, undefined],
    ['Imaging referral\nPlease do an MRI.', undefined, 'Imaging referral'],
    ['She takes the medication list to every visit.', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (text, kind, title) => {
    const facts = factsOf(text)
    expect([facts.kind, facts.title]).toEqual([kind, title])
  })
})

describe('who wrote a paper', () => {
  test.each([
    ['Text.\n\nWith kind regards\nDr. Ilse Farnwick', 'Dr. Ilse Farnwick'],
    ['With kind regards, Dr. Ilse Farnwick', 'Dr. Ilse Farnwick'],
    ['Sincerely,\n\nIlse Farnwick, MD\nCardiology', 'Ilse Farnwick'],
    ['Signed: Dr. Ilse Farnwick', 'Dr. Ilse Farnwick'],
    ['Electronically signed by Ilse Farnwick, MD on 3 March 2024', 'Ilse Farnwick'],
    ['Electronically reviewed by\nDr. Odalys Brennick, Clinical Pathology', 'Dr. Odalys Brennick'],
    ['Yours sincerely\nIlse Farnwick', 'Ilse Farnwick'],
    ['From: Dr. Ilse Farnwick, Fernbrook Practice\n\nDear Ms. Fennby,', 'Dr. Ilse Farnwick'],
    ['The murmur is harmless.\n\nDr. Hedda Farrowgate, Cardiology', 'Dr. Hedda Farrowgate'],
    ['Dear Dr. Ilse Farnwick,\n\nthank you.\n\nPlease call.\nWe will write.\nGood bye.\nThe end of it.', undefined],
    ['Patient: Alma Fennby\nSigned: Alma Fennby', undefined],
    ['The consent was signed after a talk.', undefined],
    ['Reported on the same day.', undefined],
    ['Ordered by: Dr. Ilse Farnwick\na\nb\nc\nd\ne', undefined],
  ])('%s', (text, author) => {
    expect(factsOf(text).author).toBe(author)
  })

  test.each([
    ['Larkmoor Valley Hospital\nDepartment of Internal Medicine. 400 Heronsgate Road', 'Larkmoor Valley Hospital'],
    ['Stonebridge Urgent Care, 88 Weaver Street, Larkmoor', 'Stonebridge Urgent Care'],
    ['FERNBROOK FAMILY PRACTICE\nVisit note', 'FERNBROOK FAMILY PRACTICE'],
    ['01/23/2024 10:42  LARKMOOR VALLEY  555-0119  P. 1/2\n\nLarkmoor Valley Hospital', 'Larkmoor Valley Hospital'],
    [
      'Note\na\nb\nc\nd\ne\nf\nFernbrook Family Practice, 12 Tumbledown Lane, telephone 555-0142',
      'Fernbrook Family Practice',
    ],
    ['To: Brightwater Eye Clinic\nDate: 18 January 2024', undefined],
    ['Copy for the practice', undefined],
    ['She was seen in our clinic.', undefined],
    ['Laboratory report', undefined],
  ])('%s', (text, facility) => {
    expect(factsOf(text).facility).toBe(facility)
  })
})

test('any text is read in a time that grows with its length', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom('Collected: ', '12.03.2024', '\n', '\t', 'Dr. ', 'Signed ', 'Dear '),
          fc.string({ maxLength: 6 }),
        ),
        { maxLength: 40 },
      ),
      (parts) => {
        const facts = factsOf(parts.join(''))
        expect(facts.people).toBeInstanceOf(Array)
      },
    ),
  )
  for (const part of ['Collected: 12.03.2024\n', 'Signed by ', 'Dear Dr. ', 'Date: 1.1.2020 ', 'a\t', 'Regards\n']) {
    const began = performance.now()
    factsOf(part.repeat(100_000 / part.length))
    expect(performance.now() - began, part).toBeLessThan(8000)
  }
})
