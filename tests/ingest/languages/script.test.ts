import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Raster } from '../../../src-main/ingest/image/raster.ts'
import { createScriptDetector, isPoorReading, type ScriptDetector } from '../../../src-main/ingest/languages/script.ts'

let detector: ScriptDetector
beforeAll(async () => {
  const font = new URL('../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', import.meta.url)
  GlobalFonts.registerFromPath(font.pathname, 'Script Paper')
  detector = await createScriptDetector()
})
afterAll(() => detector.close())

const texts = {
  Latin: `Dear Dr Miller, thank you for referring this pleasant patient with shortness of breath. On examination the
chest was clear. We have arranged an echocardiogram and started furosemide 40 mg once daily.`,
  Cyrillic: `Пациент поступил с жалобами на одышку и боль в груди. При осмотре состояние удовлетворительное, кожные
покровы чистые. Назначено лечение, рекомендовано наблюдение у кардиолога по месту жительства.`,
  Greek: `Ο ασθενής προσήλθε με δύσπνοια και πόνο στο στήθος. Κατά την εξέταση η γενική κατάσταση ήταν καλή.
Συνιστάται παρακολούθηση από καρδιολόγο και επανάληψη των εξετάσεων σε δύο εβδομάδες.`,
}

test.each(Object.entries(texts))('a page in %s letters is told by their shapes', async (script, text) => {
  expect(await detector.detectScript(print(text))).toBe(script)
})

test('a page upside down is told likewise', async () => {
  const { width, height, data } = print(texts.Cyrillic)
  expect(await detector.detectScript({ width, height, data: data.toReversed() })).toBe('Cyrillic')
})

test('an empty page and one of a few words tell nothing', async () => {
  expect(await detector.detectScript(print(''))).toBeUndefined()
  expect(await detector.detectScript(print('Рентген'))).toBeUndefined()
})

test('an English page is not looked at for its script, however bad its print', () => {
  const words = 'Dear Dr Mlller thank you lor retemng thls patlent wlth some shortness and ehest paln'.split(' ')
  expect(isPoorReading(words.map((text) => ({ text, confidence: 0.3 })))).toBe(false)
})

test('a reading without English words and without confidence is poor; one with confidence is not', () => {
  const words = 'MaLmMeHT NoCTynuA ¢ Xanobamm Ha ofpILLKy 1 60/1b B rpyau MNpu ocmMoTpe'.split(' ')
  expect(isPoorReading(words.map((text) => ({ text, confidence: 0.34 })))).toBe(true)
  expect(isPoorReading(words.map((text) => ({ text, confidence: 0.7 })))).toBe(false)
})

test('a page of hardly a word is not poor: nothing is known of it', () => {
  expect(isPoorReading([{ text: 'Xa', confidence: 0.1 }])).toBe(false)
  expect(isPoorReading([])).toBe(false)
})

function print(text: string): Raster {
  const [width, height] = [1240, 600]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000'
  context.font = '28px "Script Paper"'
  const lines = wrap(text.replace(/\s+/g, ' '), 70)
  for (const [at, line] of [...lines, '', ...lines].entries()) context.fillText(line, 100, 80 + at * 45)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, data: Uint8Array.from({ length: width * height }, (_, at) => data[4 * at] ?? 255) }
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
