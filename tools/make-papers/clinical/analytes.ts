/**
 * What laboratories measure: the names papers use, and a usual unit with usual limits in the American and in the
 * European way. The limits serve only to invent plausible reports; nothing may be diagnosed with them.
 */
export interface Scale {
  readonly unit: string
  readonly low?: number
  readonly high?: number
  readonly decimals: number
}

export interface Analyte {
  readonly id: string
  readonly panel: string
  readonly names: readonly string[]
  readonly europeanNames: readonly string[]
  readonly us: Scale
  readonly european: Scale
  /** LOINC codes (loinc.org) any of which fits; only for measures that others could be taken for. */
  readonly loinc: readonly string[]
}

type Limits = readonly [unit: string, low: number | null, high: number | null, decimals: number]
type Row = readonly [id: string, names: string, europeanNames: string, us: Limits, european: Limits, loinc?: string]

const panels: Readonly<Record<string, readonly Row[]>> = {
  'Comprehensive Metabolic Panel': [
    [
      'glucose',
      'Glucose|Glucose, Serum|Glucose, Fasting',
      'Glucose|Glucose (plasma)',
      ['mg/dL', 70, 99, 0],
      ['mmol/L', 3.9, 5.6, 1],
      '2345-7|1558-6|2339-0|14749-6|14771-0|1557-8',
    ],
    [
      'urea-nitrogen',
      'BUN|Urea Nitrogen (BUN)|Blood Urea Nitrogen',
      'Urea nitrogen',
      ['mg/dL', 7, 25, 0],
      ['mmol/L', 2.5, 8.9, 1],
    ],
    [
      'creatinine',
      'Creatinine|Creatinine, Serum',
      'Creatinine|Creatinine (serum)',
      ['mg/dL', 0.6, 1.3, 2],
      ['umol/L', 53, 115, 0],
      '2160-0|14682-9',
    ],
    [
      'egfr',
      'eGFR|eGFR (CKD-EPI 2021)|Estimated GFR',
      'eGFR (CKD-EPI)|eGFR',
      ['mL/min/1.73m2', 60, null, 0],
      ['mL/min/1.73m2', 60, null, 0],
    ],
    ['sodium', 'Sodium|Sodium, Serum', 'Sodium', ['mmol/L', 136, 145, 0], ['mmol/L', 136, 145, 0], '2951-2|2947-0'],
    [
      'potassium',
      'Potassium|Potassium, Serum',
      'Potassium',
      ['mmol/L', 3.5, 5.1, 1],
      ['mmol/L', 3.5, 5.1, 1],
      '2823-3|6298-4',
    ],
    ['chloride', 'Chloride|Chloride, Serum', 'Chloride', ['mmol/L', 98, 107, 0], ['mmol/L', 98, 107, 0]],
    [
      'bicarbonate',
      'Carbon Dioxide, Total|CO2|Bicarbonate',
      'Bicarbonate|Bicarbonate (standard)',
      ['mmol/L', 20, 31, 0],
      ['mmol/L', 22, 26, 1],
    ],
    ['calcium', 'Calcium|Calcium, Serum', 'Calcium', ['mg/dL', 8.6, 10.3, 1], ['mmol/L', 2.15, 2.55, 2]],
    ['total-protein', 'Protein, Total|Total Protein', 'Total protein', ['g/dL', 6.0, 8.3, 1], ['g/L', 60, 83, 0]],
    [
      'albumin',
      'Albumin|Albumin, Serum',
      'Albumin',
      ['g/dL', 3.5, 5.0, 1],
      ['g/L', 35, 50, 1],
      '1751-7|61151-7|2862-1',
    ],
    ['anion-gap', 'Anion Gap', 'Anion gap', ['mmol/L', 5, 17, 0], ['mmol/L', 5, 17, 0]],
    ['magnesium', 'Magnesium', 'Magnesium', ['mg/dL', 1.6, 2.6, 1], ['mmol/L', 0.66, 1.07, 2]],
    [
      'phosphate',
      'Phosphorus|Phosphorus, Inorganic',
      'Phosphate|Inorganic phosphate',
      ['mg/dL', 2.5, 4.5, 1],
      ['mmol/L', 0.81, 1.45, 2],
    ],
    ['base-excess', 'Base Excess', 'Base excess', ['mmol/L', -2.0, 3.0, 1], ['mmol/L', -2.0, 3.0, 1]],
  ],
  'Hepatic Function Panel': [
    [
      'bilirubin-total',
      'Bilirubin, Total|Total Bilirubin',
      'Bilirubin (total)|Total bilirubin',
      ['mg/dL', 0.2, 1.2, 1],
      ['umol/L', 3, 21, 0],
    ],
    [
      'bilirubin-direct',
      'Bilirubin, Direct|Direct Bilirubin',
      'Bilirubin (direct)|Conjugated bilirubin',
      ['mg/dL', null, 0.3, 1],
      ['umol/L', null, 5, 1],
    ],
    ['alp', 'Alkaline Phosphatase|ALP', 'Alkaline phosphatase|ALP', ['U/L', 40, 129, 0], ['U/L', 40, 129, 0]],
    [
      'ast',
      'AST (SGOT)|AST|Aspartate Aminotransferase',
      'AST (GOT)|ASAT',
      ['IU/L', 10, 40, 0],
      ['U/L', null, 50, 0],
      '1920-8|30239-8|88112-8',
    ],
    [
      'alt',
      'ALT (SGPT)|ALT|Alanine Aminotransferase',
      'ALT (GPT)|ALAT',
      ['IU/L', 7, 56, 0],
      ['U/L', null, 50, 0],
      '1742-6|1743-4|1744-2',
    ],
    ['ggt', 'Gamma-Glutamyl Transferase|GGT', 'Gamma-GT|GGT', ['U/L', 8, 61, 0], ['U/L', null, 60, 0]],
    ['lipase', 'Lipase', 'Lipase', ['U/L', 13, 60, 0], ['U/L', 13, 60, 0]],
    ['amylase', 'Amylase', 'Amylase', ['U/L', 28, 100, 0], ['U/L', 28, 100, 0]],
    ['ldh', 'Lactate Dehydrogenase|LDH', 'LDH|Lactate dehydrogenase', ['U/L', 125, 220, 0], ['U/L', 135, 225, 0]],
    ['ammonia', 'Ammonia', 'Ammonia', ['umol/L', 11, 51, 0], ['umol/L', 16, 53, 0]],
  ],
  'Lipid Panel': [
    [
      'cholesterol',
      'Cholesterol, Total|Total Cholesterol',
      'Cholesterol|Total cholesterol',
      ['mg/dL', null, 200, 0],
      ['mmol/L', null, 5.2, 2],
      '2093-3|14647-2',
    ],
    ['triglycerides', 'Triglycerides', 'Triglycerides', ['mg/dL', null, 150, 0], ['mmol/L', null, 1.7, 2]],
    [
      'hdl',
      'HDL Cholesterol|HDL-C',
      'HDL cholesterol',
      ['mg/dL', 40, null, 0],
      ['mmol/L', 1.0, null, 2],
      '2085-9|14646-4',
    ],
    [
      'ldl',
      'LDL Cholesterol Calc|LDL-C, Calculated|LDL Cholesterol',
      'LDL cholesterol',
      ['mg/dL', null, 100, 0],
      ['mmol/L', null, 3.0, 2],
      '13457-7|2089-1|18262-6|39469-2|22748-8',
    ],
    [
      'non-hdl',
      'Non-HDL Cholesterol',
      'Non-HDL cholesterol',
      ['mg/dL', null, 130, 0],
      ['mmol/L', null, 3.4, 2],
      '43396-1|70204-3',
    ],
    ['lpa', 'Lipoprotein (a)', 'Lipoprotein (a)', ['nmol/L', null, 75, 1], ['nmol/L', null, 75, 1]],
    ['apob', 'Apolipoprotein B', 'Apolipoprotein B', ['mg/dL', null, 90, 0], ['g/L', null, 1.0, 2]],
  ],
  'CBC With Differential': [
    [
      'wbc',
      'WBC|White Blood Cell Count',
      'Leucocytes|White cell count',
      ['x10E3/uL', 3.4, 10.8, 1],
      ['G/L', 3.9, 10.2, 1],
    ],
    [
      'rbc',
      'RBC|Red Blood Cell Count',
      'Erythrocytes|Red cell count',
      ['x10E6/uL', 3.77, 5.28, 2],
      ['T/L', 4.1, 5.6, 2],
    ],
    ['hemoglobin', 'Hemoglobin|HGB', 'Haemoglobin|Hb', ['g/dL', 11.1, 15.9, 1], ['g/L', 121, 166, 0], '718-7|59260-0'],
    ['hematocrit', 'Hematocrit|HCT', 'Haematocrit', ['%', 34.0, 46.6, 1], ['L/L', 0.36, 0.48, 2]],
    ['mcv', 'MCV', 'MCV', ['fL', 79, 97, 0], ['fL', 80, 99, 1]],
    ['mch', 'MCH', 'MCH', ['pg', 26.6, 33.0, 1], ['pg', 27.0, 33.5, 1]],
    ['mchc', 'MCHC', 'MCHC', ['g/dL', 31.5, 35.7, 1], ['g/L', 315, 360, 0]],
    ['rdw', 'RDW', 'RDW', ['%', 11.7, 15.4, 1], ['%', 11.5, 15.0, 1]],
    [
      'platelets',
      'Platelets|Platelet Count',
      'Thrombocytes|Platelets',
      ['x10E3/uL', 150, 450, 0],
      ['G/L', 150, 370, 0],
    ],
    [
      'neutrophils-abs',
      'Neutrophils (Absolute)|Absolute Neutrophils',
      'Neutrophils (absolute)',
      ['x10E3/uL', 1.4, 7.0, 1],
      ['G/L', 1.5, 7.7, 2],
      '751-8|26499-4|753-4',
    ],
    ['neutrophils-pct', 'Neutrophils', 'Neutrophils', ['%', 40, 74, 0], ['%', 40.0, 75.0, 1], '770-8|26511-6|23761-0'],
    [
      'lymphocytes-abs',
      'Lymphs (Absolute)|Absolute Lymphocytes',
      'Lymphocytes (absolute)',
      ['x10E3/uL', 0.7, 3.1, 1],
      ['G/L', 1.1, 4.5, 2],
      '731-0|26474-7|732-8',
    ],
    [
      'monocytes-abs',
      'Monocytes(Absolute)|Absolute Monocytes',
      'Monocytes (absolute)',
      ['x10E3/uL', 0.1, 0.9, 1],
      ['G/L', 0.1, 0.9, 2],
    ],
    [
      'eosinophils-abs',
      'Eos (Absolute)|Absolute Eosinophils',
      'Eosinophils (absolute)',
      ['x10E3/uL', 0.0, 0.4, 1],
      ['G/L', 0.02, 0.5, 2],
    ],
    [
      'immature-granulocytes',
      'Immature Granulocytes',
      'Immature granulocytes',
      ['%', null, 0.9, 1],
      ['%', null, 0.9, 1],
    ],
  ],
  'Thyroid and Hormones': [
    ['tsh', 'TSH|Thyroid Stimulating Hormone', 'TSH|TSH basal', ['uIU/mL', 0.45, 4.5, 3], ['mIU/L', 0.27, 4.2, 2]],
    [
      'free-t4',
      'T4, Free|Free T4|Thyroxine (T4) Free, Direct',
      'Free T4|fT4',
      ['ng/dL', 0.82, 1.77, 2],
      ['pmol/L', 12.0, 22.0, 1],
      '3024-7|14920-3',
    ],
    ['free-t3', 'Triiodothyronine (T3), Free|Free T3', 'Free T3|fT3', ['pg/mL', 2.0, 4.4, 1], ['pmol/L', 3.1, 6.8, 1]],
    [
      'pth',
      'PTH, Intact|Parathyroid Hormone, Intact',
      'Parathyroid hormone|PTH (intact)',
      ['pg/mL', 15, 65, 0],
      ['pmol/L', 1.6, 6.9, 1],
    ],
    ['cortisol', 'Cortisol, AM|Cortisol', 'Cortisol', ['ug/dL', 6.2, 19.4, 1], ['nmol/L', 171, 536, 0]],
    ['prolactin', 'Prolactin', 'Prolactin', ['ng/mL', 4.8, 23.3, 1], ['mIU/L', 102, 496, 0]],
    [
      'hba1c',
      'Hemoglobin A1c|HbA1c',
      'HbA1c|HbA1c (IFCC)',
      ['%', 4.8, 5.6, 1],
      ['mmol/mol', 20, 42, 0],
      '4548-4|59261-8|17856-6',
    ],
    ['insulin', 'Insulin, Fasting|Insulin', 'Insulin', ['uIU/mL', 2.6, 24.9, 1], ['mIU/L', 2.6, 24.9, 1]],
    ['testosterone', 'Testosterone, Total', 'Testosterone', ['ng/dL', 264, 916, 0], ['nmol/L', 8.6, 29.0, 1]],
    ['hcg', 'hCG, Quantitative', 'Beta-hCG', ['mIU/mL', null, 5, 0], ['IU/L', null, 5, 1]],
  ],
  'Iron and Vitamins': [
    ['iron', 'Iron, Serum|Iron', 'Iron', ['ug/dL', 38, 169, 0], ['umol/L', 9, 30, 1]],
    [
      'tibc',
      'Iron Binding Capacity (TIBC)|TIBC',
      'Total iron binding capacity',
      ['ug/dL', 250, 450, 0],
      ['umol/L', 45, 72, 0],
    ],
    [
      'transferrin-saturation',
      'Iron Saturation|% Saturation',
      'Transferrin saturation',
      ['%', 15, 55, 0],
      ['%', 16, 45, 0],
    ],
    ['ferritin', 'Ferritin|Ferritin, Serum', 'Ferritin', ['ng/mL', 30, 400, 0], ['ug/L', 30, 400, 0]],
    ['b12', 'Vitamin B12|Vitamin B-12', 'Vitamin B12', ['pg/mL', 232, 1245, 0], ['pmol/L', 145, 569, 0]],
    ['folate', 'Folate (Folic Acid), Serum|Folate', 'Folate', ['ng/mL', 3.0, null, 1], ['nmol/L', 8.8, null, 1]],
    [
      'vitamin-d',
      'Vitamin D, 25-Hydroxy|25-OH Vitamin D',
      '25-OH vitamin D',
      ['ng/mL', 30.0, 100.0, 1],
      ['nmol/L', 75, 250, 0],
    ],
    ['zinc', 'Zinc, Plasma or Serum|Zinc', 'Zinc', ['ug/dL', 44, 115, 0], ['umol/L', 10.7, 17.5, 1]],
  ],
  'Inflammation, Heart and Clotting': [
    [
      'crp',
      'C-Reactive Protein, Quant|CRP',
      'C-reactive protein|CRP',
      ['mg/L', null, 10, 1],
      ['mg/L', null, 5.0, 1],
      '1988-5',
    ],
    [
      'esr',
      'Sedimentation Rate-Westergren|ESR',
      'ESR|Erythrocyte sedimentation rate',
      ['mm/hr', null, 30, 0],
      ['mm/hr', null, 20, 0],
    ],
    [
      'troponin',
      'Troponin I, High Sensitivity|hs-Troponin T',
      'Troponin T (hs)',
      ['ng/L', null, 14, 0],
      ['ng/L', null, 14, 1],
    ],
    ['nt-probnp', 'NT-proBNP', 'NT-proBNP', ['pg/mL', null, 125, 0], ['ng/L', null, 125, 0]],
    ['ck', 'Creatine Kinase, Total|CK', 'Creatine kinase|CK', ['U/L', 41, 331, 0], ['U/L', null, 190, 0]],
    ['d-dimer', 'D-Dimer', 'D-dimer', ['mg/L FEU', null, 0.49, 2], ['mg/L FEU', null, 0.5, 2]],
    [
      'rheumatoid-factor',
      'Rheumatoid Factor|RA Latex Turbid.',
      'Rheumatoid factor',
      ['IU/mL', null, 14.0, 1],
      ['IU/mL', null, 14.0, 1],
    ],
    ['procalcitonin', 'Procalcitonin', 'Procalcitonin', ['ng/mL', null, 0.09, 2], ['ug/L', null, 0.05, 2]],
    ['uric-acid', 'Uric Acid', 'Uric acid|Urate', ['mg/dL', 3.8, 8.4, 1], ['umol/L', 202, 417, 0]],
    ['pt', 'Prothrombin Time', 'Prothrombin time', ['sec', 9.1, 12.0, 1], ['sec', 9.9, 11.8, 1]],
    ['inr', 'INR', 'INR', ['', 0.9, 1.2, 1], ['', 0.85, 1.15, 2]],
    ['aptt', 'aPTT', 'aPTT', ['sec', 24, 33, 0], ['sec', 25, 36, 1]],
    ['fibrinogen', 'Fibrinogen Activity|Fibrinogen', 'Fibrinogen', ['mg/dL', 193, 507, 0], ['g/L', 1.8, 3.5, 2]],
    ['psa', 'Prostate Specific Ag|PSA', 'PSA (total)|PSA', ['ng/mL', null, 4.0, 1], ['ug/L', null, 4.0, 2]],
    ['cea', 'CEA', 'CEA', ['ng/mL', null, 4.7, 1], ['ug/L', null, 5.0, 1]],
    ['ca-125', 'Cancer Antigen (CA) 125', 'CA 125', ['U/mL', null, 38.1, 1], ['U/mL', null, 35.0, 1]],
  ],
  'Urine Studies': [
    [
      'urine-albumin-ratio',
      'Albumin/Creatinine Ratio|Alb/Creat Ratio',
      'Albumin/creatinine ratio',
      ['mg/g creat', null, 30, 0],
      ['mg/mmol', null, 3.0, 1],
    ],
    ['urine-osmolality', 'Osmolality, Urine', 'Osmolality (urine)', ['mOsm/kg', 300, 900, 0], ['mOsm/kg', 300, 900, 0]],
    ['urine-gravity', 'Specific Gravity', 'Specific gravity', ['', 1.005, 1.03, 3], ['', 1.005, 1.03, 3]],
    ['urine-ph', 'pH, Urine|Urine pH', 'pH (urine)', ['', 5.0, 7.5, 1], ['', 5.0, 7.5, 1]],
  ],
}

const list = (names: string) => names.split('|')
const scale = ([unit, low, high, decimals]: Limits): Scale => ({
  unit,
  decimals,
  ...(low === null ? {} : { low }),
  ...(high === null ? {} : { high }),
})

export const analytes: readonly Analyte[] = Object.entries(panels).flatMap(([panel, rows]) =>
  rows.map(([id, names, europeanNames, us, european, loinc]) => ({
    id,
    panel,
    names: list(names),
    europeanNames: list(europeanNames),
    us: scale(us),
    european: scale(european),
    loinc: loinc === undefined ? [] : list(loinc),
  })),
)
