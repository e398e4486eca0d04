/** A report of two pages that came by fax: one TIFF, black and white, with a line of transmission on each page. */
import { type Paper, pageText } from './paper.ts'
import { doctors, maren, places } from './people.ts'
import { LETTER, type Page } from './print/page.ts'
import { createPen } from './print/pen.ts'
import { printFax, transmissionLine } from './print/print-fax.ts'
import { createTextFlow, type TextFlow } from './print/text-flow.ts'
import type { Random } from './random.ts'

const sender = '01/23/2024 10:42  LARKMOOR VALLEY  555-0119'
const style = { face: 'sans', size: 11 } as const

export async function makeEchoFax(random: Random): Promise<Paper> {
  const number = random.digits(6)
  const set = [setPage((flow) => writeFirst(flow, number)), setPage(writeSecond)]
  const { image } = await printFax(
    set.map(({ page }) => page),
    { sender },
    random,
  )
  const pages = set.map(({ blocks }, i) => ({
    number: i + 1,
    text: pageText([transmissionLine(sender, i + 1, set.length), ...blocks]),
    imageOnly: true,
  }))
  return { fileName: 'oakhollow-m-echo-fax-2024-01.tiff', person: maren.name, bytes: image, expected: { pages } }
}

function setPage(write: (flow: TextFlow) => void): { page: Page; blocks: string[] } {
  const pen = createPen(LETTER)
  const flow = createTextFlow(pen, { left: 64, top: 76, width: pen.width - 128, style })
  write(flow)
  return { page: pen.finish(), blocks: flow.blocks() }
}

function writeFirst(flow: TextFlow, number: string) {
  flow.line(places.hospital.name, { ...style, size: 16, bold: true })
  flow.line(`Heart Center. ${places.hospital.address}`)
  flow.rule()
  flow.gap(10)
  flow.line(`Echocardiogram of ${maren.name}`, { ...style, size: 13, bold: true })
  flow.line(`Born ${maren.bornInWords}, examination ${number} of 22 January 2024`)
  flow.line(`Requested by ${doctors.family}: systolic murmur`)
  flow.gap(10)
  flow.table(
    [
      ['Measurement', 'Value', 'Usual'],
      ['Left ventricle, end of diastole', '47 mm', '38 - 52 mm'],
      ['Septum', '11 mm', '6 - 10 mm'],
      ['Left atrium', '36 mm', '27 - 38 mm'],
      ['Aortic valve, peak velocity', '1.9 m/s', '< 2.0 m/s'],
      ['Ejection fraction', '58 %', '> 53 %'],
    ],
    { stops: [0, 0.5, 0.75] },
  )
  flow.heading('Findings')
  flow.paragraph(
    'The left ventricle is of normal size and pumps normally, with an ejection fraction of 58 %. The septum is slightly ' +
      'thickened, as after years of high blood pressure. The aortic valve has three cusps and is a little calcified; it ' +
      'opens well.',
  )
}

function writeSecond(flow: TextFlow) {
  flow.line(`Echocardiogram of ${maren.name}, second page`, { ...style, bold: true })
  flow.gap(8)
  flow.paragraph(
    'The mitral valve closes with a trace of backflow. The right side of the heart is normal, and the pressure in the ' +
      'lung artery is not raised. There is no fluid around the heart.',
  )
  flow.heading('Judgement')
  flow.paragraph(
    'The murmur comes from mild calcification of the aortic valve without narrowing. A second echocardiogram in three ' +
      'years is enough. No prophylaxis against endocarditis is needed.',
  )
  flow.line('Dr. Hedda Farrowgate, Cardiology')
}
