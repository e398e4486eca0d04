/** Two further invented records, in the styles of other houses: clinic letters, reports, an emergency note, a card, a portal print. */
import type { Paper } from './papers.ts'

export const NADIA: readonly Paper[] = [
  {
    title: 'Cardiology letter 2024-01-17',
    text: `Harrowgate Heart Centre
17 January 2024

Dr P. Osei
Millbrook Surgery

Dear Dr Osei,

RE: Mrs Nadia Fenwick, DOB 02/05/1962

Diagnoses:
1. Paroxysmal atrial fibrillation
2. Mild aortic stenosis
3. Hypercholesterolaemia

Current medication: edoxaban 60 mg once daily, bisoprolol 2.5 mg once daily, rosuvastatin 10 mg at night

I was pleased to see Mrs Fenwick in clinic today. She has had two further episodes of palpitations since
September, each lasting about an hour. She denies chest pain. She has never smoked and drinks no alcohol.
On examination her pulse was 68 and regular and her blood pressure was 128/74. There was a soft systolic murmur.

Her echocardiogram of 10 January 2024 shows a peak aortic velocity of 2.4 m/s with good left ventricular
function. The 24-hour tape recorded atrial fibrillation for 4% of the time.

Plan:
- Increase bisoprolol to 5 mg once daily
- Repeat echocardiogram in 12 months
- She will be listed for catheter ablation if the episodes become more frequent

I will see her again in July 2024.

Yours sincerely,

Dr Ingrid Halloran
Consultant Cardiologist`,
  },
  {
    title: 'MRI right knee',
    text: `DIAGNOSTIC IMAGING REPORT
Exam: MRI KNEE RIGHT WITHOUT CONTRAST
Date of exam: 04/22/2023
Ordering provider: T. Lindgren, MD

HISTORY: Medial pain after a twisting injury.

FINDINGS:
Menisci: There is a complex tear of the posterior horn of the medial meniscus. The lateral meniscus is intact.
Ligaments: The anterior and posterior cruciate ligaments are intact. Grade 1 sprain of the medial collateral ligament.
Cartilage: Moderate thinning over the medial femoral condyle.
Fluid: Small joint effusion. No Baker's cyst.

IMPRESSION:
1. Complex tear of the medial meniscus.
2. Moderate medial compartment cartilage loss.

Electronically signed by Marcus Bellweather, MD, Radiologist`,
  },
  {
    title: 'Pathology 2022-08-30',
    text: `SURGICAL PATHOLOGY REPORT
Patient: FENWICK, NADIA
Specimen received: 08/26/2022
Reported: 08/30/2022

SPECIMEN
Left breast, core needle biopsy, 2 o'clock

GROSS DESCRIPTION
Three cores of tan tissue measuring up to 1.6 cm.

FINAL DIAGNOSIS
Left breast, 2 o'clock, core biopsy:
- Fibroadenoma
- No atypia or malignancy identified

Pathologist: Yolanda Prewitt, MD`,
  },
  {
    title: 'Portal results',
    text: `MyRecord Online - Test Results
Name: Nadia Fenwick
Collected on 02/06/2024 8:15 AM

COMPREHENSIVE METABOLIC PANEL
Component     Your Value     Standard Range     Flag
Glucose       104 mg/dL      70 - 99 mg/dL      H
BUN           17 mg/dL       7 - 25 mg/dL
Creatinine    0.82 mg/dL     0.50 - 1.05 mg/dL
eGFR          78 mL/min      >59 mL/min
Sodium        141 mmol/L     135 - 146 mmol/L
Calcium       9.6 mg/dL      8.6 - 10.4 mg/dL
ALT           22 U/L         6 - 29 U/L

LIPID PANEL
Component            Your Value     Standard Range     Flag
Cholesterol, Total   212 mg/dL      <200 mg/dL         H
HDL Cholesterol      58 mg/dL       >49 mg/dL
LDL Cholesterol      131 mg/dL      <100 mg/dL         H
Triglycerides        116 mg/dL      <150 mg/dL

VITAMIN D, 25-HYDROXY
Component            Your Value     Standard Range     Flag
Vitamin D            24 ng/mL       30 - 100 ng/mL     L

Comment from the care team: Your vitamin D is low. Start cholecalciferol 1,000 IU daily.`,
  },
  {
    title: 'Portal results 2021',
    text: `MyRecord Online - Test Results
Name: Nadia Fenwick
Collected on 03/14/2021 9:02 AM

LIPID PANEL
Component            Your Value     Standard Range     Flag
Cholesterol, Total   246 mg/dL      <200 mg/dL         H
HDL Cholesterol      55 mg/dL       >49 mg/dL
LDL Cholesterol      164 mg/dL      <100 mg/dL         H`,
  },
  {
    title: 'After visit summary 2023-10-09',
    text: `AFTER VISIT SUMMARY
Primary care visit, October 9, 2023
Your provider: Joanna Tilbury, NP

Vitals
BP 134/82
Weight 151 lb
Height 5 ft 5 in
Temp 98.1 F

Allergies
No known drug allergies

Immunizations given today
Influenza, high dose

Upcoming
Screening mammogram is recommended in spring 2024
Shingles vaccine: second dose due in December 2023

Instructions
Your right knee pain will be treated with physical therapy twice a week for six weeks.
Take acetaminophen 650 mg every 6 hours as needed for knee pain.`,
  },
]

export const CALLUM: readonly Paper[] = [
  {
    title: 'ED note',
    text: `ST AIDAN'S EMERGENCY DEPARTMENT
Attendance date: 11/11/2023 Arrival: 21:47
Triage category: 3
Name: Callum Rourke   DOB: 19/07/1990

Presenting complaint: Laceration to left hand from a kitchen knife
PMH: childhood asthma, no inhalers now
Medications: nil regular
Allergies: NKDA
Tobacco: denies. Alcohol: 10 units per week.

O/E: 3 cm laceration over the left thenar eminence. Sensation and tendon function intact. Obs: HR 88, BP 131/79,
SpO2 99% on air, temp 36.8.

Management: Wound irrigated and closed with five 4-0 nylon sutures under lidocaine. Tetanus booster given.
Discharge: Home. Sutures to be removed in 10 days at the GP surgery. Return if signs of infection.

Seen by: Dr K. Mbeki, ST3 Emergency Medicine`,
  },
  {
    title: 'Vaccination card',
    text: `IMMUNISATION CARD
Vaccine                     Date given     Lot
Hepatitis A, dose 1         04-Mar-2022    HA551
Hepatitis A, dose 2         19-Sep-2022    HA730
Typhoid Vi                  04-Mar-2022    TY118
Td                          11-Nov-2023    TD905
COVID-19 (mRNA)             02-May-2021    CV201
COVID-19 (mRNA)             25-Jul-2021    CV388
Next due: Typhoid booster March 2025
Planned: yellow fever before travel in 2026`,
  },
  {
    title: 'Letter to GP',
    text: `Eastmoor General Hospital
Department of Gastroenterology
Clinic date: 6 February 2024
Typed: 9 February 2024

Dr Amelia Thorne
The Old Mill Practice

Dear Dr Thorne

Mr Callum Rourke DOB 19/07/1990 NHS No 999 222 3333

Thank you for referring this 33-year-old teacher with six months of loose stools and abdominal bloating. His
tissue transglutaminase antibody was 86 U/mL (normal less than 7) and his ferritin was 9 ug/L. His father has
coeliac disease. There has been no rectal bleeding. His weight was 69.2 kg today.

Gastroscopy on 30 January 2024 showed scalloping of the duodenal folds. Duodenal biopsies confirmed villous
atrophy, Marsh 3b. The stomach was normal and the test for Helicobacter pylori was negative.

I have explained that he has coeliac disease. I have advised a strict gluten-free diet for life and asked the
dietitian to see him. I would be grateful if you could prescribe ferrous fumarate 210 mg twice daily for three months
and arrange a DEXA scan.

We will repeat his antibodies in six months. A colonoscopy is not planned.

Yours sincerely

Mr Desmond Achterberg
Consultant Gastroenterologist
cc: Patient`,
  },
  {
    title: 'Shoulder X-ray 2020-05-18',
    text: `X-RAY REPORT
Examination: XR shoulder left
Clinical details: Fall from bicycle.
Report: Anterior dislocation of the left glenohumeral joint. Hill-Sachs deformity. No clavicle fracture.
Reported by: Dr F. Castellanos`,
  },
]
