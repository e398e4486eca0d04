/** The engines of an open vault, each started on first use and ended together. */
import type { EmbedEngine } from './embed.engine.ts'
import { createEngine, type Engine, type EngineDeps, type EngineStatus } from './host.ts'
import type { ImageEngine } from './image.engine.ts'
import type { LlamaEngine } from './llama.engine.ts'
import type { OcrEngine } from './ocr.engine.ts'
import type { PdfEngine } from './pdf.engine.ts'
import type { TextEngine } from './text.engine.ts'

export interface Engines {
  readonly pdf: Engine<PdfEngine>['remote']
  readonly text: Engine<TextEngine>['remote']
  readonly ocr: Engine<OcrEngine>['remote']
  readonly embed: Engine<EmbedEngine>['remote']
  readonly image: Engine<ImageEngine>['remote']
  readonly llama: Engine<LlamaEngine>['remote']
  status(): EngineStatus[]
  close(): Promise<void>
}

export function createEngines(deps: EngineDeps): Engines {
  const pdf = createEngine<PdfEngine>('pdf', deps)
  const text = createEngine<TextEngine>('text', deps)
  const ocr = createEngine<OcrEngine>('ocr', deps)
  const embed = createEngine<EmbedEngine>('embed', deps)
  const image = createEngine<ImageEngine>('image', deps)
  const llama = createEngine<LlamaEngine>('llama', deps)
  const all = [pdf, text, ocr, embed, image, llama]
  return {
    pdf: pdf.remote,
    text: text.remote,
    ocr: ocr.remote,
    embed: embed.remote,
    image: image.remote,
    llama: llama.remote,
    status: () => all.map((engine) => engine.status()),
    close: async () => void (await Promise.all(all.map((engine) => engine.close()))),
  }
}
