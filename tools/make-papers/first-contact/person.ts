/** Who these papers are about, with names and numbers as they are usual where the paper is printed. Nobody here exists. */
import { inventSubject, type Subject } from '../clinical/subject.ts'
import type { Random } from '../random.ts'

const names = {
  british: { Female: 'Margaret|Aileen|Sunita|Bronwen|Philippa', Male: 'Alastair|Gareth|Desmond|Imran|Trevor' },
  german: { Female: 'Annegret|Birgit|Ute|Friederike|Heike', Male: 'Jürgen|Detlef|Matthias|Uwe|Torsten' },
  australian: { Female: 'Kylie|Noelene|Marama|Shirley|Leanne', Male: 'Bruce|Darren|Wiremu|Lachlan|Ross' },
  american: { Female: 'Loretta|Yolanda|Darlene|Marisol|Beverly', Male: 'Eugene|Clarence|Hector|Wendell|Roscoe' },
  indian: { Female: 'Lakshmi|Kavita|Sudha|Meenakshi|Farida', Male: 'Rajesh|Venkatesh|Suresh|Mohan|Anwar' },
} as const

export function inventPerson(random: Random, country: keyof typeof names): Subject {
  const subject = inventSubject(random)
  return { ...subject, first: random.pick(names[country][subject.sex].split('|')) }
}
