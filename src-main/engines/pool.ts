/** The engines of an open vault, each started on first use and ended together. */
import { createEngine, type Engine, type EngineDeps, type EngineStatus } from './host.ts'
import type { OcrEngine } from './ocr.engine.ts'
import type { PdfEngine } from './pdf.engine.ts'
import type { TextEngine } from './text.engine.ts'

export interface Engines {
  readonly pdf: Engine<PdfEngine>['remote']
  readonly text: Engine<TextEngine>['remote']
  readonly ocr: Engine<OcrEngine>['remote']
  status(): EngineStatus[]
  close(): Promise<void>
}

export function createEngines(deps: EngineDeps): Engines {
  const pdf = createEngine<PdfEngine>('pdf', deps)
  const text = createEngine<TextEngine>('text', deps)
  const ocr = createEngine<OcrEngine>('ocr', deps)
  return {
    pdf: pdf.remote,
    text: text.remote,
    ocr: ocr.remote,
    status: () => [pdf.status(), text.status(), ocr.status()],
    close: async () => void (await Promise.all([pdf.close(), text.close(), ocr.close()])),
  }
}
