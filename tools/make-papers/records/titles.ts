/** What pages of each place are called. */
import type { Place } from './topic.ts'

export const titles: Readonly<Record<Place, readonly string[]>> = {
  practice: ['Visit note', 'Practice note', 'Consultation'],
  heart: ['Cardiology letter', 'Heart clinic report', 'Cardiac follow-up'],
  lungs: ['Chest clinic letter', 'Respiratory report'],
  bowel: ['Gastroenterology letter', 'Endoscopy report', 'Digestive clinic letter'],
  nerves: ['Neurology letter', 'Neurology follow-up'],
  eye: ['Eye clinic letter', 'Ophthalmology report'],
  throat: ['ENT letter', 'ENT clinic note'],
  skin: ['Dermatology letter', 'Skin clinic report'],
  bones: ['Orthopaedic letter', 'Trauma clinic letter'],
  physio: ['Physiotherapy report', 'Therapy note'],
  bladder: ['Urology letter', 'Urology report'],
  women: ['Gynaecology letter', 'Gynaecology note'],
  hormones: ['Endocrinology letter', 'Hormone clinic report'],
  dental: ['Dental letter', 'Dentist note'],
  children: ['Paediatric letter', 'Child health note'],
  mind: ['Therapy summary', 'Psychiatry letter'],
  joints: ['Rheumatology letter', 'Rheumatology review'],
  foot: ['Podiatry note', 'Foot clinic letter'],
  blood: ['Haematology letter', 'Haematology report'],
  ward: ['Discharge summary', 'Hospital summary'],
  imaging: ['Imaging report', 'Radiology report'],
}
