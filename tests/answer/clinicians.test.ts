import { describe, expect, test } from 'vitest'
import { asksForClinician, isSignature, joinNames } from '../../src-main/answer/clinicians.ts'
import { splitUnits } from '../../src-main/retrieve/sentences.ts'

describe('who stands behind a paper', () => {
  test('is asked for by an office or by what was done, and not by every who', () => {
    for (const question of ['Who is her GP?', 'Who reported the MRI?', 'What is the name of the surgeon?'])
      expect(asksForClinician(question), question).toBe(true)
    for (const question of ['Who had breast cancer?', 'What did the doctor say?'])
      expect(asksForClinician(question), question).toBe(false)
  })

  test('is named by a signature, never by the line about the patient', () => {
    for (const line of ['Electronically signed by Ann Bell, MD', 'Pathologist: Ann Bell', 'Seen on 4 May by Dr Bell'])
      expect(isSignature(line), line).toBe(true)
    for (const line of ['Re: Mr Tom Bell, Consultant', 'Patient: Dr Tom Bell', 'Consultant Cardiologist'])
      expect(isSignature(line), line).toBe(false)
  })

  test('is quoted with the office on the next line', () => {
    const text = 'Yours sincerely,\n\nDr Ann Bell\nConsultant Cardiologist'
    const quotes = joinNames(text, splitUnits(text)).map((unit) => text.slice(unit.start, unit.end))
    expect(quotes).toContain('Dr Ann Bell\nConsultant Cardiologist')
  })
})
