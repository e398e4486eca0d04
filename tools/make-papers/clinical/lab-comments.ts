/** What laboratories print below results: sentences full of numbers, none of which is anybody's result. */
import type { Random } from '../random.ts'

const comments: readonly string[] = [
  'Reference interval changed. For persons over 49 years of age the limit is about 13% higher.',
  'Prediabetes: 5.7 - 6.4; Diabetes: >6.4; Glycemic control for adults with diabetes: <7.0',
  'Desirable range <100 mg/dL for primary prevention; <70 mg/dL for patients with heart disease.',
  'Not estimated below 20 mL/min. Stage 3 is 30 to 59 for at least 3 months.',
  'Specimen slightly hemolyzed (index 40). Potassium may be raised by up to 0.3 mmol/L.',
  'This test was developed by the laboratory and cleared under number 510. Biotin above 5 mg a day can interfere.',
  'A deficiency is likely below 20 ng/mL, insufficiency between 21 and 29 ng/mL.',
  'Method: immunoassay, analyzer 7, run 0412. Repeat in 6 weeks is suggested.',
  'Values from 2 laboratories can differ by 10%.',
]

export const pickComment = (random: Random): string => random.pick(comments)

/** Rows that stand where results stand and hold none. */
export const noResults: readonly string[] = ['Pending', 'See note', 'Test not performed', 'TNP']
