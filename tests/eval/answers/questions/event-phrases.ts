/** How people ask when, who, where and of a medicine they take. Written without regard to how any program reads them. */
import type { Phrases } from './speech.ts'

export const whenOperated: Phrases = {
  patient: [
    'When did I have my {x}?',
    'when was my {x}',
    'What date was the {x}?',
    'On which day did they do my {x}?',
    'how long ago was my {x}, what date?',
  ],
  clinician: [
    'Date of {x}',
    'When was the {x} performed?',
    '{x} date?',
    'When did the patient undergo {x}?',
    '{x}: when',
  ],
}

export const whenVaccinated: Phrases = {
  patient: [
    'When was my last {x}?',
    'when did I get the {x}',
    'When did I last have a {x}?',
    'last {x} when?',
    'date of my most recent {x}',
  ],
  clinician: [
    'Date of last {x}',
    'Last {x}?',
    'When was {x} last given?',
    'most recent {x} date',
    '{x}: last given when',
  ],
}

export const whenSeen: Phrases = {
  patient: [
    'When did I last see my {x}?',
    'last visit with the {x}?',
    'when was I last at the {x}',
    'When was my most recent {x} appointment?',
    'what day was my last {x} visit',
  ],
  clinician: [
    'Date of last {x} visit',
    'Last seen by {x}?',
    'Most recent {x} encounter date',
    'last {x} visit when',
    'When was the patient last seen by the {x}?',
  ],
}

export const whenStarted: Phrases = {
  patient: [
    'When did I start {x}?',
    'since when do I take {x}',
    'When was I put on {x}?',
    'what date did they start me on {x}',
    '{x} started when?',
  ],
  clinician: [
    '{x} start date',
    'When was {x} started?',
    'Date {x} initiated',
    'When was {x} first prescribed?',
    'start of {x}?',
  ],
}

export const whenStopped: Phrases = {
  patient: [
    'When did I stop {x}?',
    'when was {x} stopped',
    'What day did they take me off {x}?',
    'since when am I off {x}',
    'When did {x} end?',
  ],
  clinician: [
    '{x} stop date',
    'When was {x} discontinued?',
    'Date {x} stopped',
    'When did {x} end?',
    '{x} discontinued when',
  ],
}

export const whoOperated: Phrases = {
  patient: [
    'Who did my {x}?',
    'which surgeon did the {x}',
    "What's the name of the doctor who did my {x}?",
    'who operated on me for the {x}',
    'Who performed my {x}?',
  ],
  clinician: [
    'Surgeon for {x}',
    'Who performed the {x}?',
    '{x} surgeon?',
    'Operating surgeon, {x}',
    'Name of surgeon who did {x}',
  ],
}

export const whoIs: Phrases = {
  patient: [
    'Who is my {x}?',
    "what's my {x}'s name",
    'name of my {x}?',
    'Which {x} do I see?',
    'who was the {x} I saw',
  ],
  clinician: ['Who is the {x}?', 'Name of {x}', '{x} name?', 'Treating {x}', 'Which {x} saw the patient?'],
}

/** `{d}`: the day of a visit. */
export const whoSaw: Phrases = {
  patient: [
    'Which doctor did I see on {d}?',
    'who saw me on {d}',
    'Who was my visit with on {d}?',
    'name of the doctor from {d}?',
    'On {d}, who did I see?',
  ],
  clinician: [
    'Clinician seen {d}',
    'Who saw the patient on {d}?',
    'Provider on {d}?',
    'seen by whom on {d}',
    'Which clinician, visit {d}?',
  ],
}

export const whereOperated: Phrases = {
  patient: [
    'Where did I have my {x}?',
    'which hospital did my {x}',
    'Where was my {x} done?',
    'In what hospital was the {x}?',
    'where was the {x}',
  ],
  clinician: [
    'Hospital where {x} was performed',
    'Site of care, {x}',
    'Where was the {x} performed?',
    '{x}: which hospital?',
    'Facility for {x}',
  ],
}

export const whereSeen: Phrases = {
  patient: [
    'Where was I seen on {d}?',
    'which clinic was I at on {d}',
    'Where did I go on {d}?',
    'where was my appointment on {d}',
    'On {d}, which practice did I visit?',
  ],
  clinician: [
    'Location of visit {d}',
    'Where was the patient seen on {d}?',
    'Which facility, visit of {d}?',
    'place of encounter {d}',
    'Clinic visited on {d}?',
  ],
}

export const dose: Phrases = {
  patient: [
    'What dose of {x} do I take?',
    'how much {x} am I on',
    'How many mg of my {x}?',
    '{x} dose?',
    'my current {x} dose please',
    'What strength is my {x}?',
  ],
  clinician: [
    '{x} dose',
    'Current dose of {x}?',
    'What dose of {x} is the patient on?',
    '{x} dosage',
    'Present {x} dose?',
  ],
}

export const frequency: Phrases = {
  patient: [
    'How often do I take {x}?',
    'how many times a day for my {x}',
    'When do I have to take my {x}?',
    '{x} how often?',
    'how often {x}',
  ],
  clinician: [
    '{x} frequency',
    'How often is {x} taken?',
    'Dosing frequency of {x}?',
    '{x} schedule?',
    'Current {x} frequency',
  ],
}

export const standing: Phrases = {
  patient: [
    'Am I still taking {x}?',
    'still on {x}?',
    'Do I still need to take my {x} according to the papers?',
    'was my {x} stopped',
    'Did they stop my {x}?',
    'am I on {x}',
  ],
  clinician: [
    'Is {x} still active?',
    '{x} ongoing?',
    'Was {x} discontinued?',
    'Is the patient still on {x}?',
    '{x} current?',
    'status of {x}',
  ],
}

export const countVaccine: Phrases = {
  patient: [
    'How many times did I get the {x}?',
    'how many {x} doses have I had',
    'number of {x} I got?',
    'How often was I given the {x}?',
    'count my {x} doses',
  ],
  clinician: [
    'Number of {x} doses',
    'How many {x} doses on record?',
    '{x}: how many given',
    '{x} dose count',
    'How many times was {x} given?',
  ],
}
