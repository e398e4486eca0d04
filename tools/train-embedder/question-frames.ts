/**
 * The words that people put around the thing they ask their own papers for, written for this program. Training wraps
 * key words in them, so that the model learns that on the asking side they say little; TRIED is for trying only.
 */
export const FRAMES: readonly (readonly [before: string, after: string])[] = [
  ['what was my last', ''],
  ['when was the', ''],
  ['when did I have', ''],
  ['what did the doctor say about', ''],
  ['which medicine was prescribed for', ''],
  ['how much', 'was I given'],
  ['show me everything about', ''],
  ['is there anything in the record on', ''],
  ['does my mother have', ''],
  ['has my father ever had', ''],
  ['why was', 'ordered'],
  ['what is the dose of', ''],
  ['what were the results of', ''],
  ['was', 'normal'],
  ['who prescribed', ''],
  ['when is the next appointment for', ''],
  ['list all', 'values'],
  ['am I allergic to', ''],
  ['what did the scan show about', ''],
  ['how has', 'changed since last year'],
  ['did they find', 'on the report'],
  ['what was recommended for', 'at the last visit'],
  ['how often should she take', ''],
  ['the latest letter about', ''],
]

export const TRIED: readonly (readonly [before: string, after: string])[] = [
  ['what did the specialist write about', ''],
  ['do I still take', ''],
  ['when was', 'last checked'],
  ['what does the hospital letter say on', ''],
  ['has grandma been treated for', ''],
  ['how high was', 'in spring'],
  ['any mention of', 'in our papers'],
  ['which doctor found', ''],
]
