/**
 * For every row of red-flags.csv, taken alone: values that are past its threshold and values that are not, written by hand from
 * the publications and not from the table. `rule | measure | unit | past | not past`.
 */
const lines = `
pressure-stage-3 | Blood pressure | mm[Hg] | 180/80 180/120 181/90 150/120 150/121 240/130 | 179/119 179.9/119.9 120/80 160/110 90/60
pressure-stage-3 | Systolic blood pressure | mm[Hg] | 180 181 190 210 250 | 179 179.9 160 120 119
pressure-stage-3 | Diastolic blood pressure | mm[Hg] | 120 121 125 130 140 | 119 119.9 110 90 80
pressure-stage-3 | Blood pressure | kPa | 24/12 24.1/10 20/16 18/17 30/20 | 23.9/15.9 16/10 20/15 22/14 12/8
pressure-in-pregnancy | Blood pressure | mm[Hg] | 160/80 160/110 161/90 140/110 140/111 186/82 | 159/109 159.9/109.9 140/90 120/80 90/60
pressure-in-pregnancy | Systolic blood pressure | mm[Hg] | 160 161 170 186 200 | 159 159.9 140 120 110
pressure-in-pregnancy | Diastolic blood pressure | mm[Hg] | 110 111 115 120 130 | 109 109.9 100 90 60
pressure-news-low | Blood pressure | mm[Hg] | 90/60 90/90 89/50 80/40 60/30 | 91/50 90.1/60 100/40 120/30 180/20
pressure-news-low | Systolic blood pressure | mm[Hg] | 90 89 85 70 50 | 91 90.1 100 110 120
pressure-news-low | Diastolic blood pressure | mm[Hg] | | 90 91 80 70 60 50 40 30 20 120
pulse-news-low | Heart rate | /min | 40 39 39.9 35 30 | 41 40.1 50 60 72
pulse-news-high | Heart rate | /min | 131 132 140 150 200 | 130 130.9 120 100 72
breathing-news-low | Respiratory rate | /min | 8 7 7.9 6 4 | 9 8.1 12 16 20
breathing-news-high | Respiratory rate | /min | 25 26 30 40 60 | 24 24.9 20 18 12
saturation-news-low | Oxygen saturation | % | 91 90 90.9 85 70 | 92 91.1 94 96 100
saturation-hypoxaemia | Oxygen saturation | % | 89 89.9 88 80 60 | 90 90.1 91 95 99
temperature-hypothermia | Body temperature | Cel | 34.9 34.99 34 32 28 | 35 35.1 36 36.6 37
temperature-hypothermia | Body temperature | [degF] | 94.9 94 93 90 85 | 95 95.1 96 98.6 104
temperature-heat | Body temperature | Cel | 40.1 40.01 40.5 41 42 | 40 39.9 39 38 37
temperature-heat | Body temperature | [degF] | 104.1 104.5 105 106 108 | 104 103.9 103 101 98.6
weight-index-low | Body mass index | kg/m2 | 12.9 12.99 12 11 10 | 13 13.1 15 18.5 24
potassium-severe-high | Potassium | mmol/L | 6.5 6.6 7 7.1 9 | 6.4 6.49 6 5.5 4
potassium-severe-high | Potassium | meq/L | 6.5 6.51 6.8 7.5 8 | 6.4 6.499 6.2 5 3
potassium-grade-4-high | Potassium | mmol/L | 7.1 7.01 7.5 8 9 | 7 6.9 6.5 5 4
potassium-grade-4-low | Potassium | mmol/L | 2.4 2.49 2.2 2 1.5 | 2.5 2.51 2.6 3 4
sodium-profound-low | Sodium | mmol/L | 124 124.9 122 118 110 | 125 125.1 130 140 150
sodium-grade-4-low | Sodium | mmol/L | 119 119.9 117 110 105 | 120 120.1 124 135 140
sodium-grade-4-high | Sodium | meq/L | 161 160.1 165 170 180 | 160 159.9 155 145 140
sodium-grade-4-high | Sodium | mmol/L | 161 160.1 165 170 180 | 160 159.9 155 145 140
calcium-severe-high | Calcium | mg/dL | 14.1 14.01 15 16 18 | 14 13.9 12 10 9
calcium-severe-high | Calcium | mmol/L | 3.51 3.6 3.8 4 4.5 | 3.5 3.49 3 2.6 2.3
calcium-severe-high | Calcium (corrected) | mmol/L | 3.51 3.6 3.8 4 4.5 | 3.5 3.49 3 2.6 2.3
calcium-severe-low | Calcium (corrected) | mmol/L | 1.89 1.8 1.7 1.5 1.2 | 1.9 1.91 2 2.2 2.5
calcium-ionized-grade-4-high | Calcium (ionized) | mmol/L | 1.81 1.9 2 2.2 2.5 | 1.8 1.79 1.5 1.3 1.2
calcium-ionized-grade-4-low | Calcium (ionized) | mmol/L | 0.79 0.75 0.7 0.6 0.5 | 0.8 0.81 0.9 1 1.2
magnesium-grade-4-high | Magnesium | mg/dL | 8.1 8.01 9 10 12 | 8 7.9 6 3 2
magnesium-grade-4-high | Magnesium | mmol/L | 3.31 3.4 3.6 4 5 | 3.3 3.29 3 1 0.9
magnesium-grade-4-low | Magnesium | mg/dL | 0.69 0.6 0.5 0.4 0.3 | 0.7 0.71 1 1.7 2
magnesium-grade-4-low | Magnesium | mmol/L | 0.29 0.28 0.25 0.2 0.1 | 0.3 0.31 0.5 0.7 0.9
phosphate-grade-4-low | Phosphate | mg/dL | 0.99 0.9 0.8 0.5 0.3 | 1 1.01 1.5 2.5 3.5
phosphate-grade-4-low | Phosphate | mmol/L | 0.29 0.28 0.25 0.2 0.1 | 0.3 0.31 0.5 0.8 1.2
glucose-level-2-low | Glucose | mg/dL | 53 53.9 50 40 30 | 54 54.1 60 70 100
glucose-level-2-low | Glucose | mmol/L | 2.9 2.99 2.5 2 1.5 | 3 3.01 3.5 4 5
glucose-grade-4-low | Glucose | mg/dL | 29 29.9 25 20 15 | 30 30.1 40 54 90
glucose-grade-4-low | Glucose | mmol/L | 1.69 1.6 1.5 1.2 1 | 1.7 1.71 2 3 5
glucose-hyperosmolar | Glucose | mg/dL | 600 601 700 900 1200 | 599 599.9 500 300 100
glucose-hyperosmolar | Glucose | mmol/L | 33.3 33.4 35 40 60 | 33.2 33.29 30 15 5
ketones-ketoacidosis | Beta-hydroxybutyrate | mmol/L | 3 3.1 4 6 10 | 2.9 2.99 1.5 0.6 0.1
lactate-bundle | Lactate | mmol/L | 4 4.1 5 8 15 | 3.9 3.99 2 1.5 1
triglycerides-severe-high | Triglycerides | mg/dL | 1000 1001 1500 2000 4000 | 999 999.9 500 200 150
triglycerides-severe-high | Triglycerides | mmol/L | 11.2 11.3 15 20 40 | 11.1 11.19 5 2 1.5
hemoglobin-transfusion | Hemoglobin | g/dL | 6.9 6.99 6 5 4 | 7 7.1 8 10 14
hemoglobin-transfusion | Hemoglobin | g/L | 69 69.9 60 50 40 | 70 70.1 80 100 140
hemoglobin-severe-anaemia | Hemoglobin | g/dL | 7.9 7.99 7 6 5 | 8 8.1 9 11 13
hemoglobin-severe-anaemia | Hemoglobin | g/L | 79 79.9 70 60 50 | 80 80.1 90 110 130
platelets-grade-4-low | Platelets | 10*9/L | 24 24.9 20 10 5 | 25 25.1 50 100 250
platelets-grade-4-low | Platelets | 10*3/uL | 24 24.9 20 10 5 | 25 25.1 50 100 250
platelets-grade-4-low | Platelets | /uL | 24000 24900 20000 9000 500 | 25000 25100 50000 100000 250000
platelets-transfusion | Platelets | 10*9/L | 10 9.9 8 5 1 | 11 10.1 20 100 250
neutrophils-grade-4-low | Neutrophils (absolute) | 10*9/L | 0.49 0.4 0.3 0.1 0 | 0.5 0.51 1 2 5
neutrophils-grade-4-low | Neutrophils (absolute) | /uL | 499 400 300 100 0 | 500 501 1000 2000 5000
lymphocytes-grade-4-low | Lymphocytes (absolute) | 10*3/uL | 0.19 0.15 0.1 0.05 0 | 0.2 0.21 0.5 1 2
lymphocytes-grade-4-low | Lymphocytes (absolute) | 10*9/L | 0.19 0.15 0.1 0.05 0 | 0.2 0.21 0.5 1 2
white-cells-grade-4-low | White blood cells | 10*9/L | 0.9 0.99 0.7 0.5 0.1 | 1 1.01 2 4 8
white-cells-grade-3-high | White blood cells | 10*3/uL | 100.1 101 120 200 400 | 100 99.9 50 12 8
white-cells-grade-3-high | White blood cells | 10*9/L | 100.1 101 120 200 400 | 100 99.9 50 12 8
cd4-advanced | CD4 cells | /uL | 199 199.9 150 100 20 | 200 201 350 500 900
cd4-advanced | CD4 cells | 10*9/L | 0.199 0.15 0.1 0.05 0.01 | 0.2 0.201 0.35 0.5 0.9
inr-bsh | INR | {INR} | 8.1 8.01 9 10 12 | 8 7.9 5 3 1
inr-bsh | INR | {ratio} | 8.1 8.01 9 10 12 | 8 7.9 5 3 1
inr-chest | INR | {INR} | 10.1 10.01 11 12 15 | 10 9.9 8 5 2
inr-chest | INR | {ratio} | 10.1 10.01 11 12 15 | 10 9.9 8 5 2
oxygen-respiratory-failure | Oxygen partial pressure (arterial) | kPa | 7.9 7.99 7 6 5 | 8 8.1 9 11 13
oxygen-respiratory-failure | Oxygen partial pressure (arterial) | mm[Hg] | 59 59.9 55 50 40 | 60 60.1 70 85 95
kidney-failure | eGFR | mL/min/{1.73_m2} | 14 14.9 12 8 5 | 15 15.1 30 60 90
kidney-failure | eGFR (CKD-EPI 2021) | mL/min/{1.73_m2} | 14 14.9 12 8 5 | 15 15.1 30 60 90
salicylate-extrip | Salicylate level | mg/dL | 101 100.1 110 120 150 | 100 99.9 60 30 10
salicylate-extrip | Salicylate level | mmol/L | 7.3 7.21 8 9 10 | 7.2 7.19 5 2 1
`

export interface Border {
  readonly rule: string
  readonly measure: string
  readonly unit: string
  readonly past: readonly string[]
  readonly notPast: readonly string[]
}

export const borders: readonly Border[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [rule = '', measure = '', unit = '', past = '', notPast = ''] = line.split('|').map((cell) => cell.trim())
    return { rule, measure, unit, past: past.split(' ').filter((value) => value !== ''), notPast: notPast.split(' ') }
  })
