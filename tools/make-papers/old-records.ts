/** Older records that a practice sent: pages of text, and between them one old report that was only scanned. */
import { createFlow, type Flow } from './flow.ts'
import type { Paper } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import { A4 } from './print/page.ts'
import { createPen } from './print/pen.ts'
import { printScan } from './print/print-scan.ts'
import { createTextFlow, type TextFlow } from './print/text-flow.ts'
import type { Random } from './random.ts'
import { createSheet, type Sheet } from './sheet.ts'

export async function makeOldRecords(random: Random): Promise<Paper> {
  const sheet = createSheet({ title: 'Older records' })
  const flow = createFlow(sheet)
  flow.turn()
  writeCover(flow)
  sheet.turn()
  await scanOperation(sheet, random)
  flow.turn()
  writeVisits(flow)
  const { bytes, pages } = await sheet.finish()
  return {
    fileName: 'oakhollow-m-older-records-2024-02.pdf',
    person: maren.name,
    bytes,
    expected: { pages: pages.map((page) => (page.number === 2 ? { ...page, imageOnly: true } : page)) },
  }
}

function writeCover(flow: Flow) {
  const { practice } = places
  flow.lines([practice.name], { size: 15, bold: true })
  flow.lines([`${practice.address}. Telephone ${practice.phone}`], { size: 9 })
  flow.paragraph(`Older records of ${maren.name}, born ${maren.bornInWords}, sent on 9 February 2024.`)
  flow.paragraph(
    'As you asked, we send what we hold from before 2012. The next page is the report of the operation, which we have ' +
      'only as a scan. The last page lists the visits of those years.',
  )
  flow.lines(['With kind regards', doctors.family])
}

function writeVisits(flow: Flow) {
  flow.lines(['Visits from 2008 to 2011'], { size: 12, bold: true })
  flow.table(
    [
      { title: 'Date', width: 110 },
      { title: 'Reason', width: 250 },
      { title: 'Seen by', width: 130 },
    ],
    [
      ['18 March 2008', 'Pain below the right ribs after meals', doctors.family],
      ['26 June 2009', 'Wounds healed after the operation', doctors.family],
      ['4 November 2010', 'Influenza vaccine', 'Practice nurse'],
      ['22 August 2011', 'Sprain of the left wrist', doctors.family],
    ],
  )
  flow.foot(`${places.practice.name}, older records of ${maren.name}. Page 3 of 3`)
}

async function scanOperation(sheet: Sheet, random: Random) {
  const pen = createPen(A4)
  const style = { face: 'typewriter', size: 10.5 } as const
  const flow = createTextFlow(pen, { left: 70, top: 84, width: pen.width - 140, style })
  writeOperation(flow, random.digits(5))
  const scan = { dpi: 200, skewDegrees: -1.1, noise: 6, paper: 236, specks: 0.000006, jpegQuality: 50 }
  sheet.picture((await printScan(pen.finish(), scan, random)).image)
  for (const block of flow.blocks()) sheet.expect(block)
}

function writeOperation(flow: TextFlow, number: string) {
  flow.line(places.hospital.name.toUpperCase())
  flow.line('DEPARTMENT OF SURGERY')
  flow.gap(14)
  flow.line(`OPERATION REPORT No. ${number}`)
  flow.gap(10)
  flow.line(`Patient: ${maren.name}, born ${maren.bornInWords}`)
  flow.line('Date of operation: 3 June 2009')
  flow.gap(10)
  flow.paragraph('Diagnosis: gallstones with repeated colic.')
  flow.paragraph('Operation: laparoscopic removal of the gallbladder.')
  flow.paragraph(
    'The abdomen was entered with four ports. The gallbladder was thin-walled and held nine stones of up to 11 mm. ' +
      'Cystic duct and artery were clipped and divided. Blood loss was 40 mL. The operation took 55 minutes.',
  )
  flow.paragraph('She went home on 5 June 2009. The wounds were closed with absorbable sutures.')
  flow.line('Surgeon: Dr. Matthis Quernmore')
}
