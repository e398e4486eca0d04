import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statesPregnancy } from '../../src-main/answer/states-pregnancy.ts'

const stated = [
  'The patient is pregnant.',
  'She is currently 29 weeks pregnant and feels well.',
  '29+6 weeks gestation',
  'BP 186/82 at 29 w 6 d of gestation',
  "Seen at 32 weeks' gestation for raised blood pressure.",
  'Gestational age: 29w6d',
  'Gestational age: 31 weeks',
  'EGA 34+2 weeks, cephalic',
  'GA: 27 weeks',
  'G2P1 at 36 weeks',
  'G3 P1011, presents with headache',
  '28 year old G2P1 with headache and swelling',
  'Gravida 2, para 1',
  'G3P1A1 with swelling',
  'She was 29 weeks pregnant at admission.',
  'Accompanied by her mother, 29 weeks pregnant',
  'Primigravida, booked at 10 weeks',
  'Pregnant: Yes',
  'Pregnant? Yes',
  'Pregnancy test: positive',
  'Urine hCG positive',
  'Pregnancy status: pregnant',
  '34-year-old pregnant woman presents with headache',
  'Intrauterine pregnancy confirmed on scan',
  'Complications of the current pregnancy: none',
  'Patient is 18 weeks pregnant with twins',
  'EDD: 12/03/2022',
  'Estimated due date 2022-03-12',
  'Antenatal clinic letter',
  'Prenatal visit, BP 142/90',
  'In her third trimester, swelling of both feet',
  'Fetal heart rate 140/min, regular',
  'Fundal height 32 cm',
  'Postpartum day 3, BP 164/104',
  'Postpartum day #2',
  'PPD #2 after vaginal delivery',
  '6 weeks post partum',
  '6 weeks postpartum, breast feeding',
  'She is two weeks post-partum.',
  '3 days after delivery, headache',
  'Day 4 after caesarean section',
  '10 days after giving birth she developed a headache',
  '42 days postpartum',
  'Transferred to the postnatal ward',
  'Postpartum visit, all well',
  'Diagnosis: pre-eclampsia.\nShe is 33 weeks pregnant.\nPlan: admit.',
  'Pregnant:\nYes',
]

const notStated = [
  'The patient is not pregnant.',
  'Patient is not currently pregnant.',
  'Not pregnant',
  'Non-pregnant female',
  'Pregnant: No',
  'Pregnant? No',
  'Pregnant:\nNo',
  'Pregnancy test negative',
  'Pregnancy test: negative',
  'Pregnancy test was negative today.',
  'Urine hCG: negative',
  'She denies pregnancy.',
  'Pregnancy was ruled out.',
  'No current pregnancy.',
  'Last pregnancy 2009',
  'Previous pregnancies: two, both uneventful',
  'Hypertension in her first pregnancy',
  'History of pregnancy loss',
  'She was pregnant in 2009.',
  'She was 20 weeks pregnant in 2009.',
  'When she was 20 weeks pregnant with her son, it was 150/90.',
  'While she was pregnant with her son, she had diabetes.',
  'Pregnancy in 2011 complicated by diabetes',
  'His wife is 20 weeks pregnant.',
  'Her daughter is pregnant.',
  'Her sister is pregnant with twins.',
  "The patient's mother was pregnant at 16.",
  'Daughter-in-law 30 weeks pregnant, lives with them',
  'Do not take this medicine if you are pregnant.',
  'Tell your doctor if you are or may become pregnant.',
  'Avoid in pregnancy.',
  'Contraindicated in pregnancy and breast feeding',
  'Women who are pregnant should not handle broken tablets.',
  'Planning to become pregnant next year',
  'They are trying to get pregnant.',
  'She wishes to become pregnant.',
  'Is there any chance that you could be pregnant?',
  'Born at 38 weeks gestation, weight 3200 g',
  'Born at 29+6 weeks gestation, ventilated for two days',
  'He was premature, delivered at 30 weeks.',
  'Gestational age at birth: 34 weeks',
  'G2P2, postmenopausal, no bleeding',
  'G3P3. Hysterectomy 2015.',
  'Annual exam. G2P1, on birth control.',
  'Postpartum depression after the birth in 2009',
  'History of postpartum haemorrhage',
  '8 weeks postpartum',
  '4 months postpartum',
  '50 days post partum',
  'Postpartum day 60',
  'PPD 10 mm, read at 48 hours',
  'PPD placed left forearm',
  'Follow-up in 6 weeks',
  'Symptoms for 6 weeks and 3 days',
  'Recheck in 12 weeks',
  'Back pain since 29 weeks',
  'Blood pressure 164/112 mmHg',
  'Pregabalin 75 mg twice daily',
  'Week 6 of chemotherapy',
  '6 weeks after surgery',
  '3 days after delivery of the wheelchair bed',
  'Family history: mother G4P3',
  'Delivered at 32 weeks gestation to a G4 mother',
  'G2P2; last menstrual period 3 weeks ago',
  'G3P2A1',
  'G4P3, tubal ligation 2012',
  'Gravida 2, para 2',
  'Product of a full term, uncomplicated pregnancy',
  'Unlikely to be pregnant',
  '',
]

describe('a page states pregnancy or a birth within six weeks', () => {
  test('in each of these words', () => {
    expect(stated.filter((text) => !statesPregnancy(text))).toEqual([])
  })

  test('also in the middle of a page', () => {
    const around = (text: string) =>
      `CITY HOSPITAL\nName: A. Example\nBlood pressure 164/112 mmHg\n${text}\nPotassium 4.1 mmol/L`
    expect(stated.filter((text) => !statesPregnancy(around(text)))).toEqual([])
  })

  test('not in these', () => {
    expect(notStated.filter(statesPregnancy)).toEqual([])
  })

  test('not in all of these together, nor in capitals', () => {
    expect(notStated.filter((text) => statesPregnancy(text.toUpperCase()))).toEqual([])
  })

  test('in capitals as well', () => {
    expect(stated.filter((text) => !statesPregnancy(text.toUpperCase()))).toEqual([])
  })

  test('is told up to the 42nd day and no longer', () => {
    for (let day = 1; day <= 90; day++)
      expect(statesPregnancy(`Postpartum day ${day}, BP 150/95`), `day ${day}`).toBe(day <= 42)
    for (let week = 1; week <= 12; week++)
      expect(statesPregnancy(`${week} weeks postpartum`), `week ${week}`).toBe(week <= 6)
  })

  test('is asked of any text without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof statesPregnancy(text) === 'boolean'))
  })
})
