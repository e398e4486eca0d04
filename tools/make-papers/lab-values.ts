/**
 * The laboratory results of the first person, two drawings of blood six months apart. The values that questions ask about are
 * fixed; those that no question asks about vary inside their reference range with the seed.
 */
import type { Random } from './random.ts'
import type { Column, Row } from './table.ts'

export const labColumns: readonly Column[] = [
  { title: 'Test', width: 170 },
  { title: 'Result', width: 65 },
  { title: 'Flag', width: 45 },
  { title: 'Units', width: 105 },
  { title: 'Reference range', width: 110 },
]

const decimal = (random: Random, low: number, high: number, places: number) =>
  (random.between(low * 10 ** places, high * 10 ** places) / 10 ** places).toFixed(places)

export function marchChemistry(random: Random): Row[] {
  return [
    { span: 'DIABETES MONITORING', bold: true },
    ['Hemoglobin A1c (HbA1c), whole blood, by immunoassay', '7.2', 'H', '%', '4.0 - 5.6'],
    { span: 'Comment: Previous HbA1c 8.4 % on 14 September 2023. Target agreed with the patient: below 7.0 %.' },
    ['Glucose, fasting', '131', 'H', 'mg/dL', '70 - 99'],
    ['Albumin/creatinine ratio, random urine', '42', 'H', 'mg/g', '0 - 29'],
    { span: 'Comment: Moderately increased. Please repeat on a first morning sample within three months.' },
    { span: 'METABOLIC PANEL', bold: true },
    ['Sodium', String(random.between(137, 143)), '', 'mmol/L', '135 - 145'],
    ['Potassium', '4.6', '', 'mmol/L', '3.5 - 5.1'],
    ['Chloride', String(random.between(99, 105)), '', 'mmol/L', '98 - 107'],
    ['Bicarbonate', String(random.between(23, 27)), '', 'mmol/L', '22 - 29'],
    ['Urea nitrogen', String(random.between(14, 19)), '', 'mg/dL', '7 - 20'],
    ['Creatinine', '0.94', '', 'mg/dL', '0.50 - 1.10'],
    ['Estimated glomerular filtration rate (eGFR), CKD-EPI 2021', '68', '', 'mL/min/1.73 m²', '> 59'],
    ['Calcium', decimal(random, 9, 9.9, 1), '', 'mg/dL', '8.6 - 10.2'],
    ['Albumin', decimal(random, 3.9, 4.6, 1), '', 'g/dL', '3.5 - 5.0'],
    ['Alanine aminotransferase (ALT)', String(random.between(18, 32)), '', 'U/L', '7 - 35'],
  ]
}

export function marchLipidsAndBlood(random: Random): Row[] {
  return [
    { span: 'LIPID PANEL', bold: true },
    ['Cholesterol, total', '172', '', 'mg/dL', '< 200'],
    ['HDL cholesterol', '47', 'L', 'mg/dL', '> 50'],
    ['LDL cholesterol, calculated', '88', '', 'mg/dL', '< 100'],
    ['Triglycerides, fasting', '185', 'H', 'mg/dL', '< 150'],
    { span: 'BLOOD COUNT AND OTHERS', bold: true },
    ['Hemoglobin', decimal(random, 12.6, 14.2, 1), '', 'g/dL', '12.0 - 15.5'],
    ['White blood cell count', decimal(random, 5.2, 8.8, 1), '', 'x10E3/uL', '4.0 - 11.0'],
    ['Platelet count', String(random.between(210, 330)), '', 'x10E3/uL', '150 - 400'],
    ['Thyroid stimulating hormone (TSH)', '2.31', '', 'mIU/L', '0.40 - 4.50'],
    ['25-Hydroxyvitamin D, total, by tandem mass spectrometry', '24', 'L', 'ng/mL', '30 - 100'],
    { span: 'Comment: Insufficient. Values below 20 ng/mL are considered deficient.' },
    ['Vitamin B12', String(random.between(320, 610)), '', 'pg/mL', '232 - 1245'],
  ]
}

export function septemberResults(random: Random): Row[] {
  return [
    ['Hemoglobin A1c (HbA1c), whole blood, by immunoassay', '8.4', 'H', '%', '4.0 - 5.6'],
    ['Glucose, fasting', '168', 'H', 'mg/dL', '70 - 99'],
    ['Sodium', String(random.between(137, 143)), '', 'mmol/L', '135 - 145'],
    ['Potassium', '4.4', '', 'mmol/L', '3.5 - 5.1'],
    ['Creatinine', '0.91', '', 'mg/dL', '0.50 - 1.10'],
    ['Estimated glomerular filtration rate (eGFR), CKD-EPI 2021', '71', '', 'mL/min/1.73 m²', '> 59'],
    ['Cholesterol, total', '214', 'H', 'mg/dL', '< 200'],
    ['HDL cholesterol', '45', 'L', 'mg/dL', '> 50'],
    ['LDL cholesterol, calculated', '127', 'H', 'mg/dL', '< 100'],
    ['Triglycerides, fasting', '210', 'H', 'mg/dL', '< 150'],
    ['Alanine aminotransferase (ALT)', String(random.between(22, 34)), '', 'U/L', '7 - 35'],
  ]
}
