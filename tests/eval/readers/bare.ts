/**
 * The peer: one call of tesseract.js as its documentation shows it, on the file as it is. It marks nothing doubtful and
 * nothing unread.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { createWorker, OEM, PSM } from 'tesseract.js'
import type { Reader, ReadWord } from '../reader.ts'

export async function createBareReader(): Promise<Reader> {
  const data = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(dirname(data), '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
    logger: () => {},
    errorHandler: () => {},
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '200' })
  return {
    async read(image) {
      const { width, height } = (await sharp(image).metadata()).autoOrient
      const startedAt = performance.now()
      const { data: page } = await worker.recognize(Buffer.from(image), {}, { text: true, blocks: true })
      const ms = performance.now() - startedAt
      const words = (page.blocks ?? [])
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)))
        .map(({ text, bbox: { x0, y0, x1, y1 }, confidence }): ReadWord => {
          const box = [x0 / width, y0 / height, (x1 - x0) / width, (y1 - y0) / height] as const
          return { text, box, confidence: confidence / 100, doubtful: false }
        })
      return [{ text: page.text, words, unread: [], reading: 'read', turn: 0, notices: [], ms, passes: 1 }]
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
