import { expect, test } from 'vitest'
import { needsLanguage, needsServedBy, packsFor } from '../../../src-main/ingest/languages/choose-pack.ts'

const german = { script: undefined, language: { code: 'deu', certain: true } }
const russian = { script: 'Cyrillic', language: undefined }

test('an English page needs nothing', () => {
  const readers = { script: 'Latin', language: { code: 'eng', certain: true }, installed: [] }
  expect(needsLanguage(readers)).toBeUndefined()
  expect(packsFor({ ...readers, installed: ['deu'] })).toEqual([])
})

test('a page that tells nothing of its language is read as English', () => {
  expect(needsLanguage({ script: undefined, language: undefined, installed: [] })).toBeUndefined()
})

test('a page that may be in another language is read as English', () => {
  expect(needsLanguage({ script: 'Latin', language: { code: 'deu', certain: false }, installed: [] })).toBeUndefined()
})

test('a German page needs German, and is read with it once it is there', () => {
  expect(needsLanguage({ ...german, installed: ['fra'] })).toBe('deu')
  expect(needsLanguage({ ...german, installed: ['deu'] })).toBeUndefined()
  expect(packsFor({ ...german, installed: ['fra', 'deu_frak', 'deu'] })).toEqual(['deu', 'deu_frak'])
})

test('a page in Cyrillic letters needs any language that is written in them', () => {
  expect(needsLanguage({ ...russian, installed: ['ell'] })).toBe('Cyrillic')
  expect(packsFor({ ...russian, installed: ['ell', 'ukr', 'srp_latn', 'uzb_cyrl'] })).toEqual(['ukr', 'uzb_cyrl'])
})

test('Chinese does not read Japanese, and Japanese reads both', () => {
  expect(needsLanguage({ script: 'Japanese', language: undefined, installed: ['chi_sim'] })).toBe('Japanese')
  expect(packsFor({ script: 'Han', language: undefined, installed: ['jpn', 'chi_tra'] })).toContain('chi_tra')
})

test('languages that share their letters and most of their words stand in for each other', () => {
  expect(
    needsLanguage({ script: 'Latin', language: { code: 'dan', certain: true }, installed: ['nor'] }),
  ).toBeUndefined()
})

test('a pack names all that waits for it', () => {
  expect(needsServedBy('deu')).toEqual(['deu'])
  expect(needsServedBy('rus')).toEqual(['rus', 'Cyrillic'])
  expect(needsServedBy('nor')).toEqual(['nor', 'dan'])
  expect(needsServedBy('chi_sim')).toEqual(['chi', 'Han'])
})
