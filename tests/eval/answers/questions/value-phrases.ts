/** How people ask for measured values. Written without regard to how any program reads them. */
import type { Phrases } from './speech.ts'

export const latest: Phrases = {
  patient: [
    "What's my latest {x}?",
    'last {x}?',
    'How high was my {x} the last time it was checked?',
    'what did my most recent {x} come back as',
    "what's my {x} at right now",
    'Can you tell me my newest {x} result?',
    'my {x} please',
    'How is my {x} these days?',
  ],
  clinician: ['Most recent {x}', 'last {x}?', 'Current {x} value', '{x} latest', 'What was the last recorded {x}?'],
}

export const first: Phrases = {
  patient: [
    'What was my very first {x}?',
    'When they first checked my {x}, what was it?',
    'first ever {x} in my papers?',
    'how did my {x} start out, the first number you have',
    "what's the oldest {x} you can find",
  ],
  clinician: ['Earliest {x} on record?', 'First documented {x}', 'Baseline {x}?', 'Initial {x} value', 'oldest {x}'],
}

export const highest: Phrases = {
  patient: [
    'What was my highest {x} ever?',
    'how high has my {x} ever been',
    'What is the worst, I mean the highest, {x} I had?',
    'my biggest {x} number?',
    'highest {x}?',
  ],
  clinician: ['Peak {x}', 'Maximum {x} on record?', 'Highest recorded {x}', '{x} max', 'What was the peak {x}?'],
}

export const lowest: Phrases = {
  patient: [
    'What was my lowest {x} ever?',
    'how low did my {x} go',
    'smallest {x} I ever had?',
    'Lowest {x} in all these years?',
    'what is the lowest my {x} has been',
  ],
  clinician: ['Nadir {x}', 'Minimum {x}?', 'Lowest recorded {x}', '{x} min', 'What was the lowest {x} documented?'],
}

export const mean: Phrases = {
  patient: [
    'What is my average {x}?',
    'on average how high is my {x}',
    'average of all my {x} results?',
    'What does my {x} come out to on average?',
    'avg {x}?',
  ],
  clinician: [
    'Mean {x}',
    'Average {x} over the whole record',
    'mean {x} across all results?',
    '{x} mean',
    'Calculate the average {x}',
  ],
}

export const count: Phrases = {
  patient: [
    'How many times was my {x} measured?',
    'how often have they checked my {x}',
    'How many {x} results do I have?',
    'number of {x} tests I had?',
    'count of my {x} values',
  ],
  clinician: [
    'Number of {x} measurements',
    'How many {x} results are on file?',
    '{x} count of results',
    'how many {x}s on record?',
    'How often was {x} measured?',
  ],
}

export const listValues: Phrases = {
  patient: [
    'Show me all my {x} results',
    'list every {x} I ever had',
    'What were all my {x} values?',
    'all {x} numbers please',
    'Can I see my {x} over the years?',
  ],
  clinician: ['All {x} values', 'List all {x} results', '{x} history', 'Every {x} on record with dates', 'serial {x}'],
}

/** `{m}`: a month, of which there is one value. */
export const inMonth: Phrases = {
  patient: [
    'What was my {x} in {m}?',
    '{x} in {m}?',
    'how high was my {x} back in {m}',
    'I had blood drawn in {m}, what was the {x}?',
    'Can you look up my {x} from {m}?',
    'my {x} {m}',
  ],
  clinician: ['{x} {m}', '{x} in {m}?', 'What was the {x} in {m}?', 'Value of {x}, {m}', '{x} result from {m}'],
}

/** `{d}`: a day between two values. */
export const asOf: Phrases = {
  patient: [
    'What was my last {x} before {d}?',
    'As of {d}, what was my {x}?',
    'Which {x} did I have at the time, on {d}?',
    'what was my {x} as of {d}',
    'On {d}, what would my most recent {x} have been?',
  ],
  clinician: [
    '{x} as of {d}',
    'Last {x} known on {d}',
    'Most recent {x} prior to {d}',
    'Latest {x} up to {d}?',
    'What {x} was on file as of {d}?',
  ],
}

export const trend: Phrases = {
  patient: [
    'Is my {x} going up or down?',
    'how has my {x} changed over the years',
    "What's the trend of my {x}?",
    'Has my {x} been getting better or worse?',
    '{x} over time?',
  ],
  clinician: ['{x} trend', 'Trend of {x} over time', 'How has {x} evolved?', '{x} trajectory?', 'Course of {x}'],
}

/** `{a}` and `{b}`: years with one value each. */
export const change: Phrases = {
  patient: [
    'How much did my {x} change between {a} and {b}?',
    'did my {x} go up from {a} to {b}',
    'What happened to my {x} between {a} and {b}?',
    'difference in my {x}, {a} vs {b}?',
    'How is my {x} from {b} different from the one in {a}?',
  ],
  clinician: [
    'Change in {x} {a} to {b}',
    '{x} {a} vs {b}',
    'Delta {x} between {a} and {b}',
    'How did {x} change from {a} to {b}?',
    '{x} difference {a}-{b}',
  ],
}

/** `{p}`: an operation. */
export const beforeEvent: Phrases = {
  patient: [
    'What was my {x} before my {p}?',
    'last {x} before the {p}?',
    'how was my {x} before I had the {p}',
    'Before the {p}, what was my {x}?',
    'my {x} just before {p}',
  ],
  clinician: [
    'Pre-op {x}, {p}',
    'Last {x} prior to {p}',
    '{x} before {p}?',
    'Preoperative {x} ({p})',
    'Most recent {x} preceding {p}',
  ],
}
export const afterEvent: Phrases = {
  patient: [
    'What was my first {x} after my {p}?',
    'first {x} after the {p}?',
    'After I had the {p}, what did my first {x} show?',
    'how was my {x} the first time after {p}',
    'Once the {p} was done, what was the next {x}?',
  ],
  clinician: [
    'First {x} after {p}',
    'Initial postoperative {x}, {p}',
    'First {x} following {p}?',
    'Earliest {x} post {p}',
    'next {x} after {p}',
  ],
}

/** `{a}` and `{b}`: days of values. */
export const compareDays: Phrases = {
  patient: [
    'Compare my {x} on {a} and {b}',
    'What was my {x} on {a} and on {b}?',
    '{x} on {a} compared with {b}?',
    'how does my {x} from {a} compare to {b}',
    'put my {x} of {a} next to the one of {b}',
  ],
  clinician: [
    'Compare {x} {a} and {b}',
    '{x} on {a} versus {b}',
    '{x}: {a} vs {b}',
    'Compare {x} values of {a} and {b}',
    '{x} {a} compared to {b}',
  ],
}

export const inRange: Phrases = {
  patient: [
    'Was my last {x} in the normal range?',
    'is my latest {x} normal according to the lab',
    'Was my most recent {x} within range?',
    'last {x}, was it in range?',
    'Did my last {x} come back too high or too low by the report?',
  ],
  clinician: [
    'Latest {x} within reference range?',
    'Is the last {x} flagged?',
    'most recent {x} in range?',
    'Last {x} normal per report?',
    'Was the latest {x} outside its reference interval?',
  ],
}
