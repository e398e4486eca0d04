/**
 * What laboratories measure, by panel: name, unit, reference limits, decimals. The limits are of the usual size and
 * serve only to print plausible reports; nothing may be diagnosed with them.
 */
export interface Analyte {
  readonly panel: string
  readonly name: string
  readonly short: string
  readonly unit: string
  /** Absent when only the other limit is given. */
  readonly low?: number
  readonly high?: number
  readonly decimals: number
}

type Line = readonly [
  name: string,
  short: string,
  unit: string,
  low: number | null,
  high: number | null,
  decimals: number,
]

const panels: Readonly<Record<string, readonly Line[]>> = {
  'Metabolic panel': [
    ['Glucose', 'GLU', 'mg/dL', 70, 99, 0],
    ['Urea nitrogen', 'BUN', 'mg/dL', 7, 20, 0],
    ['Creatinine', 'CREA', 'mg/dL', 0.57, 1.25, 2],
    ['eGFR, CKD-EPI 2021', 'EGFR', 'mL/min/1.73', 59, null, 0],
    ['Sodium', 'NA', 'mmol/L', 134, 144, 0],
    ['Potassium', 'K', 'mmol/L', 3.5, 5.2, 1],
    ['Chloride', 'CL', 'mmol/L', 96, 106, 0],
    ['Carbon dioxide, total', 'CO2', 'mmol/L', 20, 29, 0],
    ['Calcium', 'CA', 'mg/dL', 8.7, 10.2, 1],
    ['Protein, total', 'TP', 'g/dL', 6.0, 8.5, 1],
    ['Albumin', 'ALB', 'g/dL', 3.8, 4.9, 1],
    ['Anion gap', 'AGAP', 'mmol/L', 6, 16, 0],
    ['Magnesium', 'MG', 'mg/dL', 1.6, 2.3, 1],
    ['Phosphorus', 'PHOS', 'mg/dL', 2.8, 4.1, 1],
    ['Base excess', 'BE', 'mmol/L', -2.0, 3.0, 1],
  ],
  'Liver panel': [
    ['Bilirubin, total', 'TBIL', 'mg/dL', 0.2, 1.2, 1],
    ['Bilirubin, direct', 'DBIL', 'mg/dL', null, 0.4, 2],
    ['Alkaline phosphatase', 'ALP', 'IU/L', 44, 121, 0],
    ['AST (SGOT)', 'AST', 'IU/L', null, 40, 0],
    ['ALT (SGPT)', 'ALT', 'IU/L', null, 44, 0],
    ['Gamma-glutamyl transferase', 'GGT', 'IU/L', 8, 61, 0],
    ['Lipase', 'LIP', 'U/L', 13, 78, 0],
    ['Ammonia', 'NH3', 'umol/L', 11, 51, 0],
  ],
  'Lipid panel': [
    ['Cholesterol, total', 'CHOL', 'mg/dL', 100, 199, 0],
    ['Triglycerides', 'TRIG', 'mg/dL', null, 149, 0],
    ['HDL cholesterol', 'HDL', 'mg/dL', 39, null, 0],
    ['LDL cholesterol, calculated', 'LDL', 'mg/dL', null, 99, 0],
    ['Non-HDL cholesterol', 'NHDL', 'mg/dL', null, 129, 0],
    ['Lipoprotein (a)', 'LPA', 'nmol/L', null, 75, 1],
    ['Apolipoprotein B', 'APOB', 'mg/dL', null, 90, 0],
  ],
  'Complete blood count': [
    ['White blood cells', 'WBC', 'x10E3/uL', 3.4, 10.8, 1],
    ['Red blood cells', 'RBC', 'x10E6/uL', 3.77, 5.28, 2],
    ['Hemoglobin', 'HGB', 'g/dL', 11.1, 15.9, 1],
    ['Hematocrit', 'HCT', '%', 34.0, 46.6, 1],
    ['MCV', 'MCV', 'fL', 79, 97, 0],
    ['MCH', 'MCH', 'pg', 26.6, 33.0, 1],
    ['MCHC', 'MCHC', 'g/dL', 31.5, 35.7, 1],
    ['RDW', 'RDW', '%', 11.7, 15.4, 1],
    ['Platelets', 'PLT', 'x10E3/uL', 150, 450, 0],
    ['Neutrophils, absolute', 'NEUT', 'x10E3/uL', 1.4, 7.0, 1],
    ['Lymphocytes, absolute', 'LYMPH', 'x10E3/uL', 0.7, 3.1, 1],
    ['Monocytes, absolute', 'MONO', 'x10E3/uL', 0.1, 0.9, 1],
    ['Eosinophils, absolute', 'EOS', 'x10E3/uL', 0.0, 0.4, 1],
    ['Basophils, absolute', 'BASO', 'x10E3/uL', 0.0, 0.2, 1],
    ['Immature granulocytes', 'IG', '%', null, 0.9, 2],
  ],
  'Thyroid and hormones': [
    ['TSH', 'TSH', 'uIU/mL', 0.45, 4.5, 3],
    ['Free T4', 'FT4', 'ng/dL', 0.82, 1.77, 2],
    ['Free T3', 'FT3', 'pg/mL', 2.0, 4.4, 1],
    ['Parathyroid hormone, intact', 'PTH', 'pg/mL', 15, 65, 0],
    ['Cortisol, morning', 'CORT', 'ug/dL', 6.2, 19.4, 1],
    ['Prolactin', 'PRL', 'ng/mL', 4.8, 33.4, 1],
    ['Hemoglobin A1c', 'A1C', '%', 4.8, 5.6, 1],
    ['Insulin, fasting', 'INS', 'uIU/mL', 2.6, 24.9, 1],
  ],
  'Iron and vitamins': [
    ['Iron, serum', 'FE', 'ug/dL', 27, 159, 0],
    ['Iron binding capacity', 'TIBC', 'ug/dL', 250, 450, 0],
    ['Iron saturation', 'SAT', '%', 15, 55, 0],
    ['Ferritin', 'FERR', 'ng/mL', 15, 150, 0],
    ['Vitamin B12', 'B12', 'pg/mL', 232, 1245, 0],
    ['Folate, serum', 'FOL', 'ng/mL', 3.0, null, 1],
    ['Vitamin D, 25-hydroxy', 'VITD', 'ng/mL', 30.0, 100.0, 1],
    ['Zinc, plasma', 'ZN', 'ug/dL', 44, 115, 0],
  ],
  'Inflammation and heart': [
    ['C-reactive protein', 'CRP', 'mg/L', null, 4.9, 1],
    ['Sedimentation rate', 'ESR', 'mm/hr', 0, 40, 0],
    ['Troponin I, high sensitivity', 'TNIH', 'ng/L', null, 14, 1],
    ['NT-proBNP', 'PBNP', 'pg/mL', null, 287, 0],
    ['Creatine kinase', 'CK', 'U/L', 32, 182, 0],
    ['D-dimer', 'DDIM', 'mg/L FEU', null, 0.49, 2],
    ['Rheumatoid factor', 'RF', 'IU/mL', null, 14.0, 1],
    ['Procalcitonin', 'PCT', 'ng/mL', null, 0.08, 2],
    ['Uric acid', 'URIC', 'mg/dL', 2.6, 6.2, 1],
    ['Lactate dehydrogenase', 'LDH', 'IU/L', 119, 226, 0],
  ],
  'Coagulation and urine': [
    ['Prothrombin time', 'PT', 'sec', 9.1, 12.0, 1],
    ['INR', 'INR', '', 0.9, 1.2, 1],
    ['aPTT', 'PTT', 'sec', 24, 33, 0],
    ['Fibrinogen', 'FIB', 'mg/dL', 193, 507, 0],
    ['Specific gravity, urine', 'SG', '', 1.005, 1.03, 3],
    ['pH, urine', 'UPH', '', 5.0, 7.5, 1],
    ['Albumin/creatinine ratio', 'ACR', 'mg/g creat', 0, 29, 0],
    ['Osmolality, urine', 'UOSM', 'mOsm/kg', 300, 900, 0],
  ],
}

export const panelNames: readonly string[] = Object.keys(panels)

export const analytesOf = (panel: string): Analyte[] =>
  (panels[panel] ?? []).map(([name, short, unit, low, high, decimals]) => ({
    panel,
    name,
    short,
    unit,
    decimals,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
  }))
