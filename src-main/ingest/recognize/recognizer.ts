/**
 * The port behind which a recognition engine stands. What is behind it knows nothing of pages, columns or records:
 * an image goes in, words with boxes come out. A better engine needs to implement only this.
 */
import type { PixelBox, Raster } from '../image/raster.ts'

export interface RecognizedWord {
  readonly text: string
  /** In pixels of the image given. */
  readonly box: PixelBox
  /** 0..1 */
  readonly confidence: number
  /** Y of the baseline under the middle of the word, in pixels of the image given. */
  readonly baseline: number
  /** Words of one printed line share it; it grows down the image. */
  readonly line: number
}

export interface RecognizeOptions {
  readonly dpi: number
  /** `page`: find columns and blocks yourself; `block`: one column of lines; `line`: a single line; `sparse`: words anywhere. */
  readonly layout: 'page' | 'block' | 'line' | 'sparse'
}

export interface Recognizer {
  /** Grey or two-tone with 0 as black; throws AppError('engine/crashed') when the engine cannot take the image. */
  recognize(image: Raster, options: RecognizeOptions): Promise<RecognizedWord[]>
  close(): Promise<void>
}
