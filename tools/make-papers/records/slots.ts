/** Fills the slots of a sentence (topic.ts lists them) for one person and one day. */
import type { Random } from '../random.ts'
import { monthName } from '../word-banks.ts'
import type { Person } from './people.ts'

/** `writtenOn`: YYYY-MM-DD; what is named as earlier lies before it and, for a child, after birth. */
export function fillSlots(text: string, person: Person, writtenOn: string, random: Random): string {
  const female = person.sex === 'female'
  const isChild = person.is.includes('child')
  const words: Record<string, () => string> = {
    S: () => (female ? 'She' : 'He'),
    s: () => (female ? 'she' : 'he'),
    p: () => (female ? 'her' : 'his'),
    o: () => (female ? 'her' : 'him'),
    N: () => person.called,
    MY: () => monthBefore(writtenOn, random.between(2, isChild ? 9 : 16)),
    Y: () => String(Number(writtenOn.slice(0, 4)) - random.between(isChild ? 1 : 2, isChild ? 2 : 11)),
  }
  return text.replace(/\{(?:([A-Za-z]+)|(\d+)-(\d+))\}/g, (slot, word?: string, low?: string, high?: string) => {
    if (word === undefined) return String(random.between(Number(low), Number(high)))
    const fill = words[word]
    if (fill === undefined) throw new Error(`no slot is called ${slot}`)
    return fill()
  })
}

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function monthBefore(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  return `${monthName((count % 12) + 1)} ${Math.floor(count / 12)}`
}
