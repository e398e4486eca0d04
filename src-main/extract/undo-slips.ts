/**
 * What recognition makes of print and print never is, undone before facts are looked for: apostrophes of dirt or of half
 * a comma, bullets, the raised mark of a power, the I of an international unit. Texts keep their length, so that places
 * stay. Figures of values are never touched; a unit that was mended is told, so that the facts on it are marked.
 */
import type { Span } from '../ingest/read-page.ts'
import { withRaisedMark } from '../ingest/recognize/raised-mark.ts'
import type { ExtractPage } from './proposal.ts'

/** What stood there before. */
export interface Undone extends Span {
  readonly written: string
}

export interface WithoutSlips {
  readonly page: ExtractPage
  readonly undone: readonly Undone[]
}

/** Pages with a text layer are as they were printed. */
export function withoutSlips(page: ExtractPage): WithoutSlips {
  if (page.method !== 'ocr') return { page, undone: [] }
  const clean = page.text.replace(STRAY_APOSTROPHE, ' ').replace(BULLET, '•')
  const undone: Undone[] = []
  const text = SLIPS.reduce(
    (before, { slip, meant }) =>
      before.replace(slip, (...match) => {
        const { written, at, groups } = partsOf(match)
        const printed = meant(groups).padEnd(written.length)
        if (printed !== written) undone.push({ start: at, end: at + written.length, written })
        return printed
      }),
    clean,
  )
  return { page: text === page.text ? page : { ...page, text }, undone }
}

/** After a stop or a comma, alone, or round a unit; `patients’` and `4’ 11` stay. */
const STRAY_APOSTROPHE =
  /(?<=[\s,;.]|^)[‘’'`´](?=\s|$)|(?<=^|\s)[‘’`´](?=[\p{L}µ%]+[/%])|(?<=[/%][\p{L}\d]{0,6})[‘’`´](?=\s|$)/gmu

/** What round marks before the items of a list are taken for, at the beginning of a line. */
const BULLET = /^[©®°¢«»¤o](?=[\t ]\S)/gmu

interface Slip {
  readonly slip: RegExp
  /** At most as long as what it stands for. */
  readonly meant: (groups: Readonly<Record<string, string | undefined>>) => string
}

const SLIPS: readonly Slip[] = [
  // `10M12/L`, `x1079/L`: the raised mark read as something else
  { slip: /(?<=^|[\s(])(?<word>[xX×]?10\S{1,12})(?=[\s)]|$)/gmu, meant: ({ word = '' }) => withRaisedMark(word) },
  // `0.5 1073/uL`: after a result this is no other result
  {
    slip: /(?<=\d[\t ](?:(?:HH?|LL?|High|Low)[\t ])?)10[1479](?<power>[36])(?<per>\/(?:[uµ]|mc)L)(?![^\s),;.])/gu,
    meant: ({ power = '', per = '' }) => `10^${power}${per}`,
  },
  // `mclU/mL`, `plu/mL`: no unit begins with a small l before a U
  {
    slip: /(?<=(?:^|[\s(])(?:[mukpµ]|mc))[l|1](?<rest>[Uu]\/(?:m?L|dL))(?![^\s),;.])/gmu,
    meant: ({ rest = '' }) => `I${rest}`,
  },
  { slip: /(?<=^|[\s(])[l|1](?<rest>U\/(?:m?L|dL))(?![^\s),;.])/gmu, meant: ({ rest = '' }) => `I${rest}` },
  // the raised 2 of an area
  { slip: /(?<=(?:\b1[.,]73 ?|\bkg\/)m)[?7°*®](?=[\s),;.\]]|$)/gmu, meant: () => '2' },
  { slip: /\bSp02\b/gu, meant: () => 'SpO2' },
]

function partsOf(match: readonly unknown[]) {
  const [written, groups, at] = [match[0], match.at(-1), match.at(-3)]
  const named = typeof groups === 'object' && groups !== null
  return {
    written: written as string,
    at: (named ? at : match.at(-2)) as number,
    groups: (named ? groups : {}) as Readonly<Record<string, string | undefined>>,
  }
}
