/** A letter of two pages that was scanned into a PDF: pictures of pages, no text layer. */
import type { Paper } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import { A4, type Page } from './print/page.ts'
import { createPen } from './print/pen.ts'
import { printScan } from './print/print-scan.ts'
import { createTextFlow, type TextFlow } from './print/text-flow.ts'
import type { Random } from './random.ts'
import { createSheet } from './sheet.ts'

const style = { face: 'serif', size: 11 } as const

export async function makeBoneScanLetter(random: Random): Promise<Paper> {
  const sheet = createSheet({ title: 'Scan' })
  const number = random.digits(7)
  for (const [page, write] of [writeFirst, writeSecond].entries()) {
    const { drawn, blocks } = setPage((flow) => write(flow, number))
    const scan = { dpi: 200, skewDegrees: page === 0 ? 0.7 : -0.4, noise: 4, jpegQuality: 60 }
    sheet.turn()
    sheet.picture((await printScan(drawn, scan, random)).image)
    for (const block of blocks) sheet.expect(block)
  }
  const { bytes, pages } = await sheet.finish()
  return {
    fileName: 'oakhollow-m-bone-density-letter-2022-10.pdf',
    person: maren.name,
    bytes,
    expected: { pages: pages.map((page) => ({ ...page, imageOnly: true })) },
  }
}

function setPage(write: (flow: TextFlow) => void): { drawn: Page; blocks: string[] } {
  const pen = createPen(A4)
  const flow = createTextFlow(pen, { left: 62, top: 70, width: pen.width - 124, style })
  write(flow)
  return { drawn: pen.finish(), blocks: flow.blocks() }
}

function writeFirst(flow: TextFlow, number: string) {
  flow.line(places.hospital.name, { ...style, size: 17, bold: true })
  flow.line(`Department of Nuclear Medicine. ${places.hospital.address}`)
  flow.rule()
  flow.gap(10)
  flow.line(`To ${doctors.family}, ${places.practice.name}`)
  flow.line('14 October 2022')
  flow.gap(8)
  flow.line(`${maren.name}, born ${maren.bornInWords}, record number ${number}`, { ...style, bold: true })
  flow.gap(8)
  flow.paragraph(`Dear ${doctors.family},`)
  flow.paragraph(
    'Thank you for sending your patient for a bone density scan, which we did on 12 October 2022. She is past the ' +
      'menopause and her mother broke a hip at the age of 71. She has not taken steroids and does not smoke.',
  )
  flow.heading('Result')
  flow.table(
    [
      ['Region', 'Density', 'T-score', 'Z-score'],
      ['Lumbar spine L1 to L4', '0.872 g/cm²', '-1.8', '-0.6'],
      ['Left femoral neck', '0.704 g/cm²', '-1.6', '-0.4'],
      ['Left total hip', '0.811 g/cm²', '-1.2', '-0.3'],
    ],
    { stops: [0, 0.42, 0.64, 0.82] },
  )
  flow.heading('Judgement')
  flow.paragraph(
    'The bone density scan shows osteopenia of the lumbar spine and of the femoral neck. There is no osteoporosis by ' +
      'the definition of the World Health Organization. No vertebral fracture was seen on the lateral image.',
  )
  flow.paragraph(
    'The risk of a major fracture within ten years, reckoned with her clinical risk factors, is 11 %. This is below the ' +
      'threshold at which we would recommend a medicine.',
  )
}

function writeSecond(flow: TextFlow) {
  flow.line(`${places.hospital.name}, letter of 14 October 2022 for ${maren.name}, page 2`)
  flow.rule()
  flow.gap(10)
  flow.heading('What we recommend')
  flow.list(
    [
      'Calcium 1,000 mg a day, with food where possible',
      'Colecalciferol 800 units once daily',
      'Walking or other weight-bearing exercise for 30 minutes on most days',
      'A second bone density scan in October 2025',
    ],
    (i) => `${i + 1}.`,
  )
  flow.paragraph(
    'Please check the vitamin D level before winter. If a fracture occurs after a small fall, a treatment should be ' +
      'considered at once, whatever the density.',
  )
  flow.paragraph('With kind regards')
  flow.gap(30)
  flow.line('Dr. Sunniva Aldermarsh')
  flow.line('Consultant in Nuclear Medicine')
}
