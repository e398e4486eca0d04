/** Pictures pasted into the window: taken for the person shown, with a way back; nothing else is, and text stays text. */
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { tempApp } from '../support/temp-app.ts'
import { openWindow } from './harness.ts'

test('a picture is pasted wherever one is, and taken back; what is no picture is refused by name, and text goes where one writes', async () => {
  const { app, api, personId } = await tempApp()
  const { page, errors } = await openWindow({ app, at: `/#/${personId}/notes?write=yes` })
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  /** Answers whether the window took it. */
  const paste = (bytes: Buffer, type: string, text?: string) =>
    page.evaluate(`(() => {
      const { base64, type, text } = ${JSON.stringify({ base64: bytes.toString('base64'), type, text })}
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], 'image.png', { type }))
      if (text !== undefined) transfer.setData('text/plain', text)
      const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer })
      return !document.activeElement.dispatchEvent(event)
    })()`)
  const formats = async () => (await api.documents.list({ filter: {} })).items.map(({ format }) => format)

  await page.getByRole('textbox', { name: 'Text' }).focus()
  expect(await paste(picture, 'image/png', 'words from a letter')).toBe(false)
  await page.getByRole('heading', { name: 'Notes', level: 1 }).waitFor()
  expect(await paste(picture, 'image/png')).toBe(true)
  await page.getByText('The picture was taken into Ada Example’s documents').waitFor()
  expect(await formats()).toEqual(['png'])
  await paste(picture, 'image/png')
  await page.getByText('This picture is among Ada Example’s documents already.').waitFor()
  await paste(Buffer.from('not a picture'), 'image/png')
  await page.getByText('What was pasted is no picture that MedMemory can read.').waitFor()
  await paste(Buffer.from('a text'), 'text/plain')
  await page.getByText('is not a file on this disk').waitFor()
  expect(await formats()).toEqual(['png'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(formats).toEqual([])
  // one is still where one was
  expect(await page.getByRole('form', { name: 'New note' }).count()).toBe(1)
  expect(errors).toEqual([])
})
