/** The second person's vaccination record, as a PDF table. */
import { createFlow } from './flow.ts'
import type { Paper } from './paper.ts'
import { doctors, places, tobin } from './people.ts'
import type { Random } from './random.ts'
import { createSheet } from './sheet.ts'
import type { Column, Row } from './table.ts'

const columns: readonly Column[] = [
  { title: 'Date', width: 85 },
  { title: 'Vaccine', width: 185 },
  { title: 'Dose', width: 50 },
  { title: 'Lot', width: 75 },
  { title: 'Site', width: 95 },
]

const given: readonly (readonly [date: string, vaccine: string, dose: string, site: string])[] = [
  ['3 Nov 1994', 'Hepatitis B, pediatric', '1', 'Left thigh'],
  ['9 Dec 1994', 'Hepatitis B, pediatric', '2', 'Right thigh'],
  ['12 May 1995', 'Hepatitis B, pediatric', '3', 'Left thigh'],
  ['20 Sep 1995', 'Measles, mumps and rubella (MMR)', '1', 'Left thigh'],
  ['14 Sep 1999', 'Measles, mumps and rubella (MMR)', '2', 'Left arm'],
  ['6 Mar 2008', 'Human papillomavirus (HPV), quadrivalent', '1', 'Left arm'],
  ['11 Sep 2008', 'Human papillomavirus (HPV), quadrivalent', '2', 'Left arm'],
  ['8 Jun 2022', 'Tetanus, diphtheria and pertussis (Tdap), booster', '1', 'Right arm'],
  ['5 Oct 2023', 'Influenza, inactivated, season 2023/2024', '1', 'Left arm'],
  ['5 Oct 2023', 'COVID-19, mRNA, adapted to XBB.1.5', '4', 'Right arm'],
]

export async function makeVaccinationRecord(random: Random): Promise<Paper> {
  const sheet = createSheet({ title: 'Vaccination record' })
  const flow = createFlow(sheet)
  const rows: Row[] = given.map(([date, vaccine, dose, site]) => [date, vaccine, dose, `L${random.digits(5)}`, site])
  flow.turn()
  flow.lines([places.practice.name], { size: 14, bold: true })
  flow.lines(['Vaccination record'], { size: 12, bold: true })
  flow.lines([`${tobin.name}, born ${tobin.bornInWords}`])
  flow.table(columns, rows)
  flow.paragraph('Reaction: sore arm for one day after the influenza vaccine in 2023. No other reaction was reported.')
  flow.paragraph('Next due: tetanus booster in June 2032; influenza vaccine every autumn.')
  flow.lines([`Printed on 6 October 2023, checked by ${doctors.family}`], { size: 9 })
  const { bytes, pages } = await sheet.finish()
  return { fileName: 'oakhollow-t-vaccination-record-2023.pdf', person: tobin.name, bytes, expected: { pages } }
}
