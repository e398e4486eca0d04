/** How people ask for whole lists, and whether something is stated. Written without regard to how any program reads them. */
import type { Phrases } from './speech.ts'

export const listMedicines: Phrases = {
  patient: [
    'What medicines am I taking?',
    'list my meds',
    'Which pills do I take at the moment?',
    'what am I on right now, all my medications please',
    'Can you give me my current medication list?',
    'all my current medicines',
  ],
  clinician: [
    'Current medications',
    'Current meds?',
    'List all current medications',
    'Medication list',
    'What is the patient currently taking?',
    'active medications',
  ],
}

export const listAllergies: Phrases = {
  patient: [
    'What am I allergic to?',
    'Do I have any allergies?',
    'list my allergies',
    'any allergies on file?',
    'Which things do I react to?',
    'my allergies please',
  ],
  clinician: [
    'Allergies',
    'Allergies?',
    'Known drug allergies?',
    'List all documented allergies',
    'allergy status',
    'Any known allergies?',
  ],
}

export const listConditions: Phrases = {
  patient: [
    'What conditions do I have?',
    'list all my diagnoses',
    'Which illnesses do my papers say I have?',
    'what am I diagnosed with',
    'What medical problems do I have?',
    'all my health problems please',
  ],
  clinician: [
    'Problem list',
    'Diagnoses?',
    'List all conditions',
    'Known diagnoses',
    'Active problems',
    'What are the documented conditions?',
  ],
}

export const listVaccines: Phrases = {
  patient: [
    'Which vaccines have I had?',
    'list my shots',
    'What vaccinations are on record for me?',
    'all my immunizations?',
    'what have I been vaccinated against',
    'show me my vaccines',
  ],
  clinician: [
    'Immunizations',
    'Vaccination history',
    'List all vaccines given',
    'immunization record',
    'Which vaccines were administered?',
    'Vaccines?',
  ],
}

export const statedAllergy: Phrases = {
  patient: [
    'Am I allergic to {x}?',
    'allergic to {x}?',
    'do my papers say I have a {x} allergy',
    'Can you see whether I am allergic to {x}?',
    'is there a {x} allergy on file for me',
  ],
  clinician: [
    '{x} allergy?',
    'Any allergy to {x}?',
    'Is an allergy to {x} documented?',
    'Allergic to {x}?',
    'documented {x} reaction?',
  ],
}

export const statedCondition: Phrases = {
  patient: [
    'Do I have {x}?',
    'was I ever diagnosed with {x}',
    'Do my papers say that I have {x}?',
    'have I got {x}?',
    'Did anybody write that I have {x}?',
    'do they say I have {x}',
  ],
  clinician: ['History of {x}?', '{x}?', 'Any {x}?', 'Is {x} documented?', 'Known {x}?', 'PMH {x}?'],
}

/** Of the person alone: what relatives had is no answer to these. */
export const ownCondition: Phrases = {
  patient: [
    'Do I have {x}?',
    'was I ever diagnosed with {x}',
    'have I got {x} myself',
    'Did anybody write that I have {x}?',
    'do they say I have {x}',
    'Have I ever had {x}?',
  ],
  clinician: [
    'Does the patient have {x}?',
    'Known {x}?',
    'PMH {x}?',
    'Personal history of {x}?',
    'Has the patient been diagnosed with {x}?',
    'Own history of {x}?',
  ],
}

export const familyWho: Phrases = {
  patient: [
    'Who in my family had {x}?',
    'which relative had {x}',
    'Did anyone in my family have {x}, and who?',
    'family history of {x}, who was it?',
    'who of my relatives had {x}',
  ],
  clinician: [
    'Family history of {x}?',
    'Which family member had {x}?',
    'FHx {x}, who?',
    'Relative with {x}',
    'family hx {x}',
  ],
}
