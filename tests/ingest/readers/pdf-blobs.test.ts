import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import type { Raster } from '../../../src-main/ingest/image/raster.ts'
import { blobsOf } from '../../../src-main/ingest/readers/pdf-blobs.ts'
import './make-scan.ts'

function drawn(draw: (context: ReturnType<ReturnType<typeof createCanvas>['getContext']>) => void): Raster {
  const canvas = createCanvas(400, 200)
  const context = canvas.getContext('2d')
  context.fillStyle = '#eee'
  context.fillRect(0, 0, 400, 200)
  context.fillStyle = context.strokeStyle = '#222'
  context.font = '15px Paper'
  draw(context)
  const { data } = context.getImageData(0, 0, 400, 200)
  return { width: 400, height: 200, data: Uint8Array.from({ length: 400 * 200 }, (_, i) => data[4 * i] ?? 0) }
}

const lettersIn = (raster: Raster) => blobsOf(raster).reduce((sum, blob) => sum + blob.letters, 0)

describe('marks on a page', () => {
  test('are about as many as there are letters', () => {
    const text = 'Potassium was 4.1 mmol per litre'
    const letters = lettersIn(drawn((context) => context.fillText(text, 20, 100)))
    expect(letters).toBeGreaterThan(0.6 * text.replaceAll(' ', '').length)
    expect(letters).toBeLessThan(1.3 * text.replaceAll(' ', '').length)
  })

  test('that touch are counted by their width', () => {
    const letters = lettersIn(
      drawn((context) => {
        context.fillRect(20, 98, 60, 2)
        context.fillText('minimum', 20, 100)
      }),
    )
    expect(letters).toBeGreaterThan(3)
  })

  test('are no letters when they are rules, boxes, bars or specks', () => {
    const raster = drawn((context) => {
      context.fillRect(20, 20, 300, 2)
      context.strokeRect(20, 40, 12, 12)
      context.strokeRect(60, 40, 300, 60)
      context.fillRect(20, 120, 200, 20)
      for (let i = 0; i < 20; i++) context.fillRect(20 + i * 17, 170, 2, 2)
    })
    expect(lettersIn(raster)).toBe(0)
  })

  test('are none on empty paper', () => {
    expect(blobsOf(drawn(() => {}))).toEqual([])
  })

  test('join across rows whatever their shape', () => {
    const spiral = drawn((context) => {
      context.lineWidth = 2
      context.beginPath()
      for (let t = 0; t < 40; t++) context.lineTo(200 + t * 2 * Math.cos(t / 3), 100 + t * 2 * Math.sin(t / 3))
      context.stroke()
    })
    expect(blobsOf(spiral)).toHaveLength(1)
  })
})
