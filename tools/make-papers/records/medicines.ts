/** Medicines whose names are easily taken for each other: each list has both of a pair, and doses change from list to list. */
export interface Medicine {
  readonly name: string
  readonly doses: readonly [earlier: string, later: string]
  readonly purpose: string
}

const medicine = (name: string, earlier: string, later: string, purpose: string): Medicine => ({
  ...{ name, purpose },
  doses: [earlier, later],
})

export const lookAlikes: readonly (readonly [Medicine, Medicine])[] = [
  [medicine('Hydralazine', '25 mg', '50 mg', 'pressure'), medicine('Hydroxyzine', '10 mg', '25 mg', 'itch')],
  [medicine('Clonidine', '75 mcg', '150 mcg', 'flushes'), medicine('Clonazepam', '0.5 mg', '1 mg', 'legs')],
  [medicine('Lamotrigine', '50 mg', '100 mg', 'mood'), medicine('Lamivudine', '100 mg', '150 mg', 'virus')],
  [medicine('Bupropion', '150 mg', '300 mg', 'drive'), medicine('Buspirone', '5 mg', '10 mg', 'nerves')],
  [medicine('Glipizide', '2.5 mg', '5 mg', 'sugar'), medicine('Glimepiride', '1 mg', '2 mg', 'sugar')],
  [medicine('Torsemide', '5 mg', '10 mg', 'water'), medicine('Furosemide', '20 mg', '40 mg', 'water')],
  [medicine('Trazodone', '50 mg', '100 mg', 'sleep'), medicine('Trimipramine', '10 mg', '25 mg', 'sleep')],
  [medicine('Carvedilol', '6.25 mg', '12.5 mg', 'pulse'), medicine('Captopril', '12.5 mg', '25 mg', 'pressure')],
  [medicine('Ropinirole', '0.25 mg', '0.5 mg', 'legs'), medicine('Risperidone', '0.5 mg', '1 mg', 'unrest')],
  [medicine('Cyproheptadine', '2 mg', '4 mg', 'appetite'), medicine('Cyclobenzaprine', '5 mg', '10 mg', 'back')],
]
/** For children's lists: nothing that a child would not be given. */
export const childLookAlikes: readonly (readonly [Medicine, Medicine])[] = [
  [medicine('Desloratadine', '1.25 mg', '2.5 mg', 'pollen'), medicine('Desmopressin', '60 mcg', '120 mcg', 'nights')],
  [medicine('Macrogol', '4 g', '8 g', 'bowel'), medicine('Melatonin', '0.5 mg', '1 mg', 'sleep')],
]
export const commonMedicines = [
  'Vitamin D 800 units once daily',
  'Folic acid 5 mg once a week',
  'Zinc 15 mg in the evening',
  'Calcium 500 mg with supper',
  'Iron glycinate 28 mg every other day',
  'Lactase 9000 units before dairy',
]
