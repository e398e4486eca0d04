/**
 * A thread of tesseract.js with one model loaded: its only importer. Models are read from disk; nothing is fetched,
 * cached or written. A hang inside its WASM is ended from outside, with the whole process.
 */
import type { Worker } from 'tesseract.js'
import { AppError } from '#contract/errors.ts'
import type { Raster } from '../image/raster.ts'

export type TesseractWorker = Worker

export interface TesseractModel {
  /** As tesseract names it: 'eng', 'deu', … */
  readonly code: string
  /** The folder that holds <code>.traineddata.gz. */
  readonly dir: string
}

/**
 * `words` reads by the LSTM model; `script` only tells which script and which way up. A model that cannot be loaded is
 * AppError('engine/crashed'); its thread is out of reach then and ends with the process.
 */
export async function startTesseract({ code, dir }: TesseractModel, task: 'words' | 'script'): Promise<Worker> {
  const { createWorker, OEM } = await import('tesseract.js')
  const legacy = task === 'script'
  return new Promise((resolve, reject) => {
    // its failures are plain strings, which may quote what it was given: they go no further than `cause`
    const fail = (cause: unknown) => reject(new AppError('engine/crashed', {}, { cause }))
    createWorker(code, legacy ? OEM.TESSERACT_ONLY : OEM.LSTM_ONLY, {
      langPath: dir,
      gzip: true,
      cacheMethod: 'none',
      ...(legacy && { legacyCore: true, legacyLang: true }),
      logger: () => {},
      // told of every failure; one to load or start a model is told nowhere else, and createWorker never settles
      errorHandler: fail,
    }).then(resolve, fail)
  })
}

/**
 * The cheapest form that the engine takes: no compression, nothing to decode. tesseract.js looks for an EXIF turn in
 * the first 500 bytes of whatever it is given; the comment keeps pixels out of its sight.
 */
export function portableGreymap({ width, height, data }: Raster): Buffer {
  const header = Buffer.from(`P5\n#${' '.repeat(500)}\n${width} ${height}\n255\n`, 'latin1')
  return Buffer.concat([header, data])
}
