/** A PDF that opens only with a password. Its bytes differ from run to run: the format asks for random salts. */
import { createFlow } from './flow.ts'
import { maren, places } from './people.ts'
import { createSheet } from './sheet.ts'

export async function makePasswordPdf(password: string): Promise<Uint8Array> {
  const sheet = createSheet({ title: 'Letter', password })
  const flow = createFlow(sheet)
  flow.turn()
  flow.lines([places.eyeClinic.name], { size: 14, bold: true })
  flow.paragraph(`Findings for ${maren.name}, born ${maren.bornInWords}, examined on 21 February 2024.`)
  flow.paragraph(
    'Mild nonproliferative diabetic retinopathy of the left eye, no macular edema. Next examination in twelve months.',
  )
  return (await sheet.finish()).bytes
}
