/** Medicines as these papers write them: name, strength, form and directions. `about` is the clinical catalogue's substance. */
export interface Remedy {
  readonly name: string
  readonly about: string
  readonly strength: string
  readonly form: string
  /** In the paper's own words. */
  readonly directions: string
  readonly brand?: string
}

const remediesFrom = (rows: string): readonly Remedy[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [name = '', about = '', strength = '', form = '', directions = '', brand = ''] = row
        .split('|')
        .map((cell) => cell.trim())
      return { name, about, strength, form, directions, ...(brand === '' ? {} : { brand }) }
    })

/** As an American clinic prints them. */
export const clinicRemedies = remediesFrom(`
  lisinopril | lisinopril | 20 MG | tablet | Take 1 tablet by mouth daily. | PRINIVIL, ZESTRIL
  atorvastatin | atorvastatin | 40 MG | tablet | Take 1 tablet by mouth nightly. | LIPITOR
  metFORMIN | metformin | 500 MG | tablet | Take 1 tablet by mouth 2 times daily with meals. | GLUCOPHAGE
  amLODIPine | amlodipine | 5 MG | tablet | Take 1 tablet by mouth daily. | NORVASC
  levothyroxine | levothyroxine | 75 MCG | tablet | Take 1 tablet by mouth every morning before breakfast. | SYNTHROID
  sertraline | sertraline | 50 MG | tablet | Take 1 tablet by mouth daily. | ZOLOFT
  omeprazole | omeprazole | 20 MG | capsule | Take 1 capsule by mouth every morning. | PRILOSEC
  gabapentin | gabapentin | 300 MG | capsule | Take 1 capsule by mouth 3 times daily. | NEURONTIN
  ibuprofen | ibuprofen | 600 MG | tablet | Take 1 tablet by mouth every 6 hours as needed for Pain. | ADVIL, MOTRIN
  hydroCHLOROthiazide | hydrochlorothiazide | 25 MG | tablet | Take 1 tablet by mouth daily.
  tamsulosin | tamsulosin | 0.4 MG | capsule | Take 1 capsule by mouth nightly. | FLOMAX
  semaglutide | semaglutide | 0.5 MG | pen injector | Inject 0.5 mg under the skin once a week. | OZEMPIC
  cyclobenzaprine | cyclobenzaprine | 10 MG | tablet | Take 1 tablet by mouth at bedtime as needed for Muscle spasms. | FLEXERIL`)

/** As a hospital writes them, in its short forms. */
export const wardRemedies = remediesFrom(`
  Metoprolol succinate | metoprolol succinate | 50 mg | ER tab | PO daily
  Furosemide | furosemide | 40 mg | tab | PO BID
  Apixaban | apixaban | 5 mg | tab | PO BID
  Pantoprazole | pantoprazole | 40 mg | tab | PO daily before breakfast
  Aspirin | aspirin | 81 mg | EC tab | PO daily
  Atorvastatin | atorvastatin | 80 mg | tab | PO QHS
  Lisinopril | lisinopril | 10 mg | tab | PO daily
  Spironolactone | spironolactone | 25 mg | tab | PO daily
  Prednisone | prednisone | 40 mg | tab | PO daily x 5 days
  Acetaminophen | acetaminophen | 650 mg | tab | PO Q6H PRN pain
  Glipizide | glipizide | 5 mg | tab | PO QAM
  Duloxetine | duloxetine | 60 mg | cap | PO daily
  Allopurinol | allopurinol | 100 mg | tab | PO daily`)

/** As a British practice's computer prints them. */
export const practiceRemedies = remediesFrom(`
  Ramipril | ramipril | 5mg | capsules | One To Be Taken Each Day
  Atorvastatin | atorvastatin | 20mg | tablets | One To Be Taken At Night
  Metformin | metformin | 500mg | modified-release tablets | Two To Be Taken Twice A Day
  Amlodipine | amlodipine | 10mg | tablets | One To Be Taken Each Day
  Bisoprolol | bisoprolol | 2.5mg | tablets | One To Be Taken Each Morning
  Omeprazole | omeprazole | 20mg | gastro-resistant capsules | One To Be Taken Each Day
  Levothyroxine sodium | levothyroxine | 50microgram | tablets | One To Be Taken Each Morning
  Sertraline | sertraline | 100mg | tablets | One To Be Taken Each Day
  Lansoprazole | lansoprazole | 30mg | gastro-resistant capsules | One To Be Taken Each Morning
  Indapamide | indapamide | 2.5mg | tablets | One To Be Taken Each Morning
  Allopurinol | allopurinol | 100mg | tablets | Two To Be Taken Each Day
  Folic acid | folic acid | 5mg | tablets | One To Be Taken Each Week`)

/** Short courses of a British practice. */
export const practiceCourses = remediesFrom(`
  Amoxicillin | amoxicillin | 500mg | capsules | One To Be Taken Three Times A Day
  Nitrofurantoin | nitrofurantoin | 100mg | modified-release capsules | One To Be Taken Twice A Day
  Prednisolone | prednisolone | 5mg | tablets | Six To Be Taken Each Day
  Doxycycline | doxycycline | 100mg | capsules | Two On First Day Then One Each Day
  Naproxen | naproxen | 500mg | gastro-resistant tablets | One To Be Taken Twice A Day With Or After Food`)
