/** Words by tesseract.js, behind the Recognizer port: a queue in front of as many threads as images may be read side by side. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { AppError } from '#contract/errors.ts'
import type { Raster } from '../image/raster.ts'
import type { RecognizedWord, RecognizeOptions, Recognizer } from './recognizer.ts'
import { portableGreymap, startTesseract, type TesseractModel, type TesseractWorker } from './tesseract-worker.ts'

export interface TesseractOptions {
  /** The first one leads; at least one. */
  readonly languages: readonly TesseractModel[]
  /** How many images may be recognised side by side, each on its own thread with its own models. */
  readonly workers: number
}

/** Throws AppError('engine/crashed') when a model cannot be loaded. */
export async function createTesseract({ languages, workers }: TesseractOptions): Promise<Recognizer> {
  const [lead, ...others] = languages
  if (!lead) throw new AppError('engine/crashed')
  const idle = await Promise.all(Array.from({ length: Math.max(1, workers) }, () => startWorker(lead, others)))
  const all = [...idle]
  const waiting: ((worker: TesseractWorker) => void)[] = []

  return {
    async recognize(image, options) {
      const worker = idle.pop() ?? (await new Promise<TesseractWorker>((resolve) => waiting.push(resolve)))
      try {
        return await recognizeOn(worker, image, options)
      } finally {
        const next = waiting.shift()
        if (next) next(worker)
        else idle.push(worker)
      }
    },
    close: async () => void (await Promise.all(all.map((worker) => worker.terminate()))),
  }
}

/** Light-on-dark is turned round before we get here, so tesseract need not try every line twice. */
const parameters = { tessedit_do_invert: '0' }

async function startWorker(lead: TesseractModel, others: readonly TesseractModel[]): Promise<TesseractWorker> {
  const worker = await startTesseract(lead, 'words')
  try {
    if (others.length > 0) await addModels(worker, lead, others)
    await worker.setParameters(parameters)
    return worker
  } catch (cause) {
    throw crashed(cause)
  }
}

/** createWorker takes one folder for all models; further ones are put into the engine's own file system by hand. */
async function addModels(
  worker: TesseractWorker,
  lead: TesseractModel,
  others: readonly TesseractModel[],
): Promise<void> {
  for (const { code, dir } of others) {
    const model = await promisify(gunzip)(await readFile(join(dir, `${code}.traineddata.gz`)))
    await worker.FS('writeFile', [`./${code}.traineddata`, model])
  }
  const codes = others.map(({ code }) => code).join('+')
  await worker.reinitialize(lead.code, undefined, `tessedit_load_sublangs ${codes}`)
}

type Answer = Awaited<ReturnType<TesseractWorker['recognize']>>['data']

const pageSegmentation = { page: '3', block: '6', line: '7', sparse: '11' } as const

async function recognizeOn(
  worker: TesseractWorker,
  image: Raster,
  options: RecognizeOptions,
): Promise<RecognizedWord[]> {
  const variables = {
    tessedit_pageseg_mode: pageSegmentation[options.layout],
    user_defined_dpi: String(Math.round(options.dpi)),
  }
  try {
    const { data } = await worker.recognize(portableGreymap(image), variables as object, { text: false, blocks: true })
    return wordsOf(data)
  } catch (cause) {
    throw crashed(cause)
  }
}

function wordsOf(page: Answer): RecognizedWord[] {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.flatMap(({ words, baseline }, line) =>
    words.map(({ text, bbox, confidence }) => {
      const box = { x: bbox.x0, y: bbox.y0, width: bbox.x1 - bbox.x0, height: bbox.y1 - bbox.y0 }
      const along = (box.x + box.width / 2 - baseline.x0) / Math.max(1, baseline.x1 - baseline.x0)
      const y = baseline.y0 + along * (baseline.y1 - baseline.y0)
      return { text, box, confidence: confidence / 100, baseline: y, line }
    }),
  )
}

/** tesseract.js rejects with plain strings. Their text may quote the image, so it goes no further than `cause`. */
function crashed(cause: unknown): AppError {
  return new AppError('engine/crashed', {}, { cause })
}
