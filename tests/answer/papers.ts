/** Three invented records for the development evaluation: a title and the text of one page each, blocks set apart by an empty line. */
export interface Paper {
  readonly title: string
  readonly on?: string
  readonly text: string
}

export const ORLA: readonly Paper[] = [
  {
    title: 'Laboratory report March 2024',
    on: '2024-03-12',
    text: `NORTHFIELD COMMUNITY LABORATORY
Patient: Orla Brennick
Date of birth: 04.11.1951
Collected: 12.03.2024

HAEMATOLOGY
Test\tResult\tUnit\tReference range
Haemoglobin\t11.2\tg/dL\t12.0 - 15.5
Haematocrit\t34.1\t%\t36 - 46
White cell count\t6.8\t10^9/L\t4.0 - 11.0
Platelets\t212\t10^9/L\t150 - 400

BIOCHEMISTRY
Test\tResult\tUnit\tReference range
Sodium\t139\tmmol/L\t135 - 145
Potassium\t4.2\tmmol/L\t3.5 - 5.1
Creatinine\t96\tumol/L\t45 - 84
eGFR\t52\tmL/min\t> 60
HbA1c\t7.2\t%\t< 6.5
LDL cholesterol\t2.4\tmmol/L\t< 2.6
TSH\t2.1\tmIU/L\t0.4 - 4.0

Comment: Mild anaemia. Suggest checking iron studies. Sample slightly haemolysed.`,
  },
  {
    title: 'Laboratory report September 2023',
    on: '2023-09-05',
    text: `NORTHFIELD COMMUNITY LABORATORY
Patient: Orla Brennick
Collected: 05.09.2023

Test\tResult\tUnit\tReference range
Haemoglobin\t12.6\tg/dL\t12.0 - 15.5
Potassium\t4.7\tmmol/L\t3.5 - 5.1
Creatinine\t88\tumol/L\t45 - 84
HbA1c\t8.1\t%\t< 6.5`,
  },
  {
    title: 'Discharge letter',
    on: '2024-05-20',
    text: `ST. BRANNOC HOSPITAL
Department of Cardiology

Discharge letter
Date: 20 May 2024

Dear Dr. Oakes,
Thank you for taking over the care of Mrs. Brennick, who was admitted on 14 May 2024 with
chest pain and shortness of breath. The ECG showed atrial fibrillation with a rate of 132/min.
Troponin was not raised. She was started on apixaban 5 mg b.i.d. and her bisoprolol was
increased to 5 mg. Echocardiography on 16 May 2024 revealed a left ventricular ejection fraction of 48 %
and mild mitral regurgitation. There was no evidence of a thrombus.

Diagnoses
1. Atrial fibrillation, first diagnosed May 2024
2. Type 2 diabetes mellitus
3. Hypertension
4. Chronic kidney disease stage 3a

Allergies: penicillin (rash), codeine (vomiting)

MEDICATION ON DISCHARGE
Drug\tDose\tFrequency
Apixaban\t5 mg\ttwice daily
Bisoprolol\t5 mg\tonce daily
Metformin\t1000 mg\ttwice daily
Ramipril\t10 mg\tonce daily
Atorvastatin\t40 mg\tat night

Aspirin was stopped because of the anticoagulation.

Follow-up: Cardiology clinic on 2 July 2024 at 10:30. Please check renal function in two weeks.

Yours sincerely,
Dr. H. Lindqvist, Consultant Cardiologist`,
  },
  {
    title: 'CT chest report',
    on: '2022-11-03',
    text: `RADIOLOGY REPORT
Examination: CT chest with contrast, 03.11.2022
Clinical information: Persistent cough, ex-smoker.

FINDINGS
There is a 6 mm nodule in the right upper lobe. No pleural effusion. Mild emphysema. The heart is
not enlarged. No enlarged lymph nodes.

IMPRESSION
Solitary pulmonary nodule of 6 mm in the right upper lobe. Follow-up CT in 6 to 12 months is
recommended.`,
  },
  {
    title: 'Endoscopy report',
    on: '2021-06-17',
    text: `COLONOSCOPY 17.06.2021
Endoscopist: Dr. P. Amadi
Indication: Positive stool test.

The caecum was reached. Two sessile polyps of 4 mm in the sigmoid colon were removed with a cold
snare. Otherwise normal mucosa.

Conclusion: Two small polyps removed. Histology: tubular adenoma, low grade dysplasia.
Next colonoscopy in five years.`,
  },
  {
    title: 'Vaccination record',
    text: `VACCINATIONS
Date\tVaccine\tBatch
08.10.2023\tInfluenza (quadrivalent)\tQX4471
21.11.2023\tCOVID-19 booster\tLK0921
15.02.2019\tTetanus, diphtheria\tTD2210`,
  },
  {
    title: 'Notes',
    text: `Visit of 9 January 2024
She reports tingling in both feet at night. Blood pressure 148/86, pulse 72 regular. Weight 81.5 kg.
Monofilament test reduced on both sides: diabetic neuropathy likely. Gave up smoking in 2010 after 25 pack years.
Drinks a glass of wine at weekends.

Family history: Mother had breast cancer at 62. Father died of a stroke.

Surgical history: Appendicectomy 1968. Left total hip replacement in March 2017 (Dr. Farrow).

Plan: Start gabapentin 100 mg at bedtime. Refer to podiatry. Review in clinic in 3 months.`,
  },
]

export const TAVI: readonly Paper[] = [
  {
    title: 'Paediatric clinic letter',
    on: '2024-02-08',
    text: `Re: Tavi Soderholm, born 22.08.2016

Diagnosis: Asthma, moderate persistent
Diagnosis: Atopic eczema

Tavi was seen in the respiratory clinic on 8 February 2024. His mother reports wheezing after running
and a night cough two to three times a week. He has had one hospital admission, in October 2023, for
an acute exacerbation. Peak flow was 210 L/min. Height 124 cm, weight 24.6 kg.

Current treatment:
- Ventolin 100 micrograms, 2 puffs when required
- Flixotide 50 micrograms, 1 puff twice daily via spacer
- Cetirizine 5 mg at night
- Emollient cream as needed

We have increased Flixotide to 2 puffs twice daily. Inhaler technique was good. Next appointment on 16 May 2024.

Known allergies: peanut (anaphylaxis, EpiPen prescribed), cat dander.`,
  },
  {
    title: 'Emergency department note',
    on: '2023-06-02',
    text: `EMERGENCY DEPARTMENT
02/06/2023 18:40
Presenting complaint: Fall from trampoline onto left arm.
X-ray left forearm: Undisplaced fracture of the distal radius. No dislocation.
Treatment: Below-elbow plaster cast for 4 weeks. Ibuprofen 200 mg three times a day for pain, for 5 days.
Tetanus status: up to date.
Disposition: Discharged home with parents. Fracture clinic on 9 June 2023.`,
  },
  {
    title: 'Allergy tests',
    on: '2023-12-01',
    text: `Specific IgE    Result    Class
Peanut          38.2 kU/L    4
Egg white       0.2 kU/L     0
House dust mite 12.5 kU/L    3
Cat epithelium  6.1 kU/L     3

Total IgE: 512 kU/L (normal below 90)`,
  },
  {
    title: 'Child health record',
    text: `IMMUNISATIONS
MMR first dose 25.08.2017
MMR second dose 03.09.2020
Hepatitis B: 3 doses, completed 14.03.2017

BIRTH
Born at 38 weeks by caesarean section. Birth weight 3120 g. Apgar 9/10.
Hearing screen passed on both sides. No jaundice.`,
  },
]

/** Came last: its questions were first asked when the rules stood, and the rules were then widened for a few of them. */
export const EDWIN: readonly Paper[] = [
  {
    title: 'GP summary',
    text: `PATIENT SUMMARY
Name: Edwin Marsh   NHS number: 999 111 2222
DOB: 3 Feb 1948

Active problems
Chronic obstructive pulmonary disease (2011)
Benign prostatic hyperplasia
Gout - last flare August 2022
Past problems
Inguinal hernia repair, right (1999)
Basal cell carcinoma of nose excised 2018

Current medication
Tiotropium 18 mcg inhaled once daily
Allopurinol 300 mg once daily
Tamsulosin 400 micrograms once daily
Repeat prescription last issued 11/01/2024

Allergies and adverse reactions: None known`,
  },
  {
    title: 'Spirometry',
    text: `LUNG FUNCTION REPORT
Date of test: 14/09/2023
FEV1 1.42 L (54% predicted)
FVC 2.88 L (81% predicted)
FEV1/FVC ratio 0.49
Interpretation: Moderate airflow obstruction without significant reversibility.`,
  },
  {
    title: 'MRI lumbar spine',
    text: `MRI LUMBAR SPINE 22 February 2023
Clinical history: Low back pain radiating to the left leg for 3 months.
Technique: Sagittal T1 and T2 sequences.
Findings: At L4/5 there is a left paracentral disc protrusion contacting the traversing L5 nerve root.
Mild facet joint arthropathy. Vertebral body heights are preserved. The conus is normal.
Impression: L4/5 disc herniation with L5 root contact.`,
  },
  {
    title: 'Letter urology',
    text: `Dear Dr Hale,
I reviewed Mr Marsh in the urology clinic on 5 October 2023. His PSA has risen from 3.1 in 2022 to 4.8 ng/mL.
He passes urine twice a night. Digital rectal examination revealed a smooth, enlarged prostate. We agreed on an MRI
of the prostate and will see him again in six weeks. He does not wish to start finasteride. He lives alone and
his wife passed away last year. He stopped smoking in 2009.

Kind regards
Miss A. Verma, Consultant Urologist`,
  },
]
