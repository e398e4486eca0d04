/** A sheet of advice from the dentist, photographed with a phone on a desk. */
import { type Paper, pageText } from './paper.ts'
import { tobin } from './people.ts'
import { A4 } from './print/page.ts'
import { createPen } from './print/pen.ts'
import { printPhoto } from './print/print-photo.ts'
import { createTextFlow, type TextFlow } from './print/text-flow.ts'
import type { Random } from './random.ts'

const style = { face: 'humanist', size: 13 } as const

export async function makeDentalPhoto(random: Random): Promise<Paper> {
  const pen = createPen(A4)
  const flow = createTextFlow(pen, { left: 66, top: 84, width: pen.width - 132, style })
  write(flow, random.digits(6))
  const { image } = await printPhoto(
    pen.finish(),
    {
      size: { width: 1680, height: 2240 },
      desk: 'cluttered',
      pose: { leanDegrees: 7, pitchDegrees: -9, rollDegrees: 2.5, fill: 0.82 },
      light: { falloff: 0.3, shadow: 0.2 },
      jpegQuality: 80,
    },
    random,
  )
  return {
    fileName: 'oakhollow-t-dentist-advice-2024-05.jpg',
    person: tobin.name,
    bytes: image,
    expected: { pages: [{ number: 1, text: pageText(flow.blocks()), imageOnly: true }] },
  }
}

function write(flow: TextFlow, number: string) {
  flow.line('Millpond Dental Practice', { ...style, size: 20, bold: true })
  flow.line('5 Cooper Row, Larkmoor. Telephone 555-0187')
  flow.rule()
  flow.gap(12)
  flow.line(`${tobin.name}, born ${tobin.bornInWords}, file ${number}`, { ...style, bold: true })
  flow.gap(10)
  flow.paragraph(
    'On 14 May 2024 we removed both lower wisdom teeth under local anesthesia. The sutures dissolve by themselves ' +
      'within two weeks.',
  )
  flow.heading('For the next days')
  flow.list(
    [
      'Ibuprofen 400 mg every eight hours for three days, with food',
      'Cool the cheek for ten minutes every hour on the first day',
      'Soft food, nothing hot, no smoking for one week',
      'Rinse with chlorhexidine 0.2 % twice daily from tomorrow',
    ],
    () => '-',
  )
  flow.paragraph('Call us if bleeding does not stop within an hour, or if the temperature rises above 38.5 °C.')
  flow.paragraph('Check-up on 22 May 2024 at 8:40.')
  flow.gap(20)
  flow.line('Dr. Linnea Coppergate')
}
