/** Words of a true sentence that become others: units, look-alike names, times, routes, certainty. */
import { allOf, type Change } from './change.ts'

const swapWords =
  (pairs: readonly (readonly [RegExp, string])[], isThere = true): Change =>
  ({ text, evidence }) =>
    pairs.flatMap(([pattern, by]) => {
      const changed = text.replace(pattern, by)
      const stands = isThere && allOf(evidence).toLowerCase().includes(by.toLowerCase())
      return changed === text || stands ? [] : [changed]
    })

export const units = swapWords([
  [/\bmg\b(?!\/)/, 'mcg'],
  [/\bmg\b(?!\/)/, 'g'],
  [/\bg\/d[lL]\b/, 'g/L'],
  [/\bmg\/d[lL]\b/, 'mmol/L'],
  [/\bmmol\/[lL]\b/, 'mg/dL'],
  [/\bmcg\b|µg/, 'mg'],
  [/\bmmHg\b/, 'kPa'],
  [/°C/, '°F'],
  [/\bmm\b/, 'cm'],
  [/\bkg\b/, 'lb'],
  [/\bU\/L\b/, 'g/L'],
  [/\bunits\b/, 'mL'],
  [/\bweeks\b/, 'days'],
  [/\bdays\b/, 'weeks'],
  [/\bpack-years\b/, 'cigarettes'],
])

/** Names that look or sound alike; after the lists of confused drug names of ISMP. */
export const drugs = swapWords([
  [/metformin/i, 'metronidazole'],
  [/lisinopril/i, 'fosinopril'],
  [/warfarin|coumadin/i, 'Kaletra'],
  [/ibuprofen/i, 'ketoprofen'],
  [/glargine/i, 'glulisine'],
  [/atorvastatin/i, 'rosuvastatin'],
  [/amlodipine/i, 'amiloride'],
  [/simvastatin/i, 'sitagliptin'],
  [/sertraline/i, 'cetirizine'],
  [/furosemide/i, 'torsemide'],
  [/amoxicillin/i, 'ampicillin'],
  [/levothyroxine/i, 'liothyronine'],
  [/apixaban/i, 'rivaroxaban'],
  [/ramipril/i, 'captopril'],
  [/omeprazole/i, 'esomeprazole'],
  [/prednisolone/i, 'prednisone'],
  [/hydroxyzine/i, 'hydralazine'],
  [/bisoprolol/i, 'metoprolol'],
  [/quetiapine/i, 'olanzapine'],
  [/clarithromycin/i, 'azithromycin'],
  [/penicillin/i, 'penicillamine'],
  [/sulfamethoxazole/i, 'sulfasalazine'],
  [/gabapentin/i, 'pregabalin'],
  [/\bHDL\b/, 'LDL'],
  [/\bLDL\b/, 'HDL'],
  [/\bHb\b|ha?emoglobin(?! A1c)/i, 'Hematocrit'],
  [/creatinine/i, 'creatine kinase'],
  [/sodium/i, 'potassium'],
  [/potassium/i, 'sodium'],
  [/\bALT\b|alanine aminotransferase/i, 'AST'],
  [/\bTSH\b|thyroid stimulating hormone/i, 'free T4'],
  [/hepatitis B/i, 'hepatitis A'],
  [/hepatitis A/i, 'hepatitis B'],
  [/influenza|\bflu\b/i, 'pneumococcal'],
  [/tetanus/i, 'typhoid'],
  [/hypertension/i, 'hypotension'],
])

export const times = swapWords(
  [
    [/\b(?:once a day|once daily|every day|daily)\b/, 'twice daily'],
    [/\b(?:twice daily|twice a day|BID)\b/, 'three times daily'],
    [/\b(?:three times (?:a day|daily)|TID)\b/, 'twice a day'],
    [/\b(?:once a week|once weekly)\b/, 'once daily'],
    [/every (?:6|six) hours/, 'every 8 hours'],
    [/every (?:4|four) hours/, 'every 6 hours'],
    [/every 12 hours/, 'twice a day'],
    [/every 8 hours/, 'three times a day'],
    [/\bat bedtime\b/, 'in the morning'],
    [/(?:every|each|in the) (?:morning|evening)/, 'at bedtime'],
    [/ as needed/, ''],
    [/ PRN/, ''],
  ],
  false,
)

export const routes = swapWords([
  [/\b(?:by mouth|orally|PO)\b/, 'intravenously'],
  [/\b(?:by mouth|orally|PO)\b/, 'rectally'],
  [/\b(?:subcutaneously|SC|under the skin)\b/, 'intravenously'],
])

export const certainty = swapWords(
  [
    [/ ?\bsuspected\b/i, ''],
    [/\bsuspected\b/i, 'confirmed'],
    [/\b[Pp]ossible /, ''],
    [/\bwas suspected\b/, 'was found'],
    [/^(?!.*(?:possibl|suspect))(.*) was (?=seen|found|diagnosed|measured|reported)/i, '$1 was possibly '],
    [/\bconsistent with\b/, 'with'],
    [/\bhad\b/, 'may have had'],
    [/\brecommended\b/, 'done'],
  ],
  false,
)
