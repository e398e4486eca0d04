import { describe, expect, it } from 'vitest'
import { qualityOf } from '../../../src-main/ingest/readers/text-quality.ts'

const grade = (text: string) => qualityOf(text.split(' ').map((word) => ({ text: word }))).grade

describe('a text layer', () => {
  it('of sentences, of numbers or of another script is good', () => {
    expect(grade('The patient was seen again today.')).toBe('good')
    expect(grade('141 4.4 103 25 0.9 95 <200 70-99 135-145 3.5-5.1 98-107 21-32 0.7-1.3')).toBe('good')
    expect(grade('Пациент осмотрен повторно, жалоб не предъявляет')).toBe('good')
    expect(grade('患者は本日再診し、症状は改善している')).toBe('good')
    expect(grade('')).toBe('good')
  })

  it('with rows of dashes and dots between its words is good', () => {
    expect(grade(`Results ${'-'.repeat(200)} Glucose ${'.'.repeat(80)} 95`)).toBe('good')
  })

  it('of replacement and private characters is garbage, with some of them poor', () => {
    expect(grade('\ufffd\ufffd\ufffd\ue001\ue002 ab')).toBe('garbage')
    expect(grade(`${'\uf0b7'.repeat(8)} ${'word '.repeat(10)}`)).toBe('poor')
  })

  it('without vowels or without letters is garbage', () => {
    expect(grade('wkh sdwlhqw zdv '.replace(/[aeiouy]/g, 'q').repeat(30))).toBe('garbage')
    expect(grade('#$%& ()*+ <=>? '.repeat(10))).toBe('garbage')
  })

  it('counts letters and digits', () => {
    expect(qualityOf([{ text: 'A1c' }, { text: '6.1%' }]).letters).toBe(5)
  })
})
