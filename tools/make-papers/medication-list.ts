/** The first person's medication list of April 2024, as a PDF with wrapped cells. */
import { createFlow } from './flow.ts'
import type { Paper } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import type { Random } from './random.ts'
import { createSheet } from './sheet.ts'
import type { Column, Row } from './table.ts'

const columns: readonly Column[] = [
  { title: 'Medicine', width: 120 },
  { title: 'Strength', width: 65 },
  { title: 'How to take it', width: 140 },
  { title: 'What it is for', width: 100 },
  { title: 'Since', width: 70 },
]

const rows: readonly Row[] = [
  ['Metformin tablet', '1,000 mg', 'One tablet twice daily, with breakfast and dinner', 'Type 2 diabetes', 'June 2015'],
  ['Lisinopril tablet', '20 mg', 'One tablet every morning', 'High blood pressure, kidney protection', 'May 2012'],
  ['Amlodipine tablet', '5 mg', 'One tablet every morning', 'High blood pressure', 'August 2021'],
  ['Atorvastatin film-coated tablet', '40 mg', 'One tablet every evening', 'High cholesterol', 'October 2023'],
  ['Cholecalciferol (vitamin D3) capsule', '1,000 IU', 'One capsule daily', 'Low vitamin D', 'April 2024'],
]

export async function makeMedicationList(random: Random): Promise<Paper> {
  const sheet = createSheet({ title: 'Medication list' })
  const flow = createFlow(sheet)
  flow.turn()
  flow.lines([places.practice.name], { size: 14, bold: true })
  flow.lines([`${places.practice.address}. Telephone ${places.practice.phone}`], { size: 9 })
  flow.lines([`Medication list for ${maren.name}, born ${maren.bornInWords}`], { size: 11, bold: true })
  flow.lines([`Valid from 2 April 2024. Checked by ${doctors.family}. List number ${random.digits(5)}`])
  flow.table(columns, rows)
  flow.lines(['Allergies and intolerances'], { size: 11, bold: true })
  flow.paragraph('Penicillin: hives and swelling of the lips (1989). Severe. Do not give penicillin or amoxicillin.')
  flow.lines(['Stopped medicines'], { size: 11, bold: true })
  flow.paragraph('Doxycycline, stopped on 27 November 2023 (course completed).')
  flow.paragraph('Hydrochlorothiazide 12.5 mg, stopped in August 2021 because of low sodium.')
  flow.paragraph('Please bring this list to every appointment and show it in the pharmacy.', { size: 9 })
  const { bytes, pages } = await sheet.finish()
  return { fileName: 'oakhollow-m-medication-list-2024-04.pdf', person: maren.name, bytes, expected: { pages } }
}
