/** E: what a microbiology laboratory writes: source, stain, organism with count, and a table of susceptibilities. */
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { createCalendar } from './calendar.ts'
import type { StatedFact } from './clinical-document.ts'
import { antibiotics, organisms } from './conditions.ts'
import { createFlow, type Flow } from './flow.ts'
import { shuffled } from './results.ts'
import { drawCells } from './row.ts'
import { createScribe, type Scribe } from './scribe.ts'
import { dayOf, fullName, inventSubject } from './subject.ts'

const LEFT = 54

interface Culture {
  readonly name: string
  readonly source: string
  readonly counts: readonly string[]
}

const cultures: readonly Culture[] = [
  { name: 'Urine Culture', source: 'Urine, clean catch', counts: ['>100,000 CFU/mL', '50,000-100,000 CFU/mL'] },
  {
    name: 'Blood Culture',
    source: 'Blood, left arm',
    counts: ['Growth in 1 of 2 bottles:', 'Growth in 2 of 2 bottles:'],
  },
  { name: 'Wound Culture', source: 'Wound, right foot', counts: ['Moderate growth of', 'Heavy growth of'] },
  { name: 'Sputum Culture', source: 'Sputum, expectorated', counts: ['Moderate growth of', 'Light growth of'] },
  { name: 'Throat Culture', source: 'Throat swab', counts: ['Heavy growth of'] },
]

export function drawMicrobiology(random: Random): Scribe {
  const scribe = createScribe(LETTER, createCalendar(random.pick(['us-slash', 'us-short', 'day-mon-dash', 'iso'])))
  const { calendar } = scribe
  const subject = inventSubject(random)
  const style: Style = { face: random.pick(['terminal', 'sans', 'serif', 'typewriter']), size: 9 }
  const { name: usual, source, counts } = random.pick(cultures)
  const name = random.chance(0.5) ? usual : usual.toUpperCase()
  scribe.text(`${subject.institution} Hospital - Microbiology`, LEFT, 56, { ...style, size: 13, bold: true })
  const flow = createFlow(scribe, {
    ...{ left: LEFT, width: 500, top: 64, bottom: 730, style },
    onNewPage: () => 60,
  })
  flow.line(`Patient: ${fullName(subject)}    MRN: ${subject.record}    DOB: ${calendar.write(subject.bornOn)}`)
  flow.line(`Accession: M-${subject.accession}    Ordering physician: ${subject.doctor}, MD`)
  flow.line(`Collected: ${calendar.write(subject.seenAt)}    Received: ${calendar.write(subject.seenAt)}`)
  flow.line(`Final report: ${calendar.write(subject.reportedAt)}`)
  scribe.own({ collected: subject.seenAt, reported: subject.reportedAt })
  flow.gap(8)
  flow.line(name, { ...style, bold: true, size: 11 })
  flow.line(`${random.pick(['Source', 'Specimen'])}: ${source}`)
  const on = subject.seenAt
  if (random.chance(0.5))
    stated(
      flow,
      'Gram stain',
      random.pick(['No organisms seen', 'Many gram-negative rods', 'Few gram-positive cocci in clusters']),
      on,
    )
  if (random.chance(0.25))
    stated(
      flow,
      random.pick(['Culture result', 'Final result', 'Result']),
      random.pick(['No growth after 48 hours', 'No growth', 'Mixed urogenital flora']),
      on,
      name,
    )
  else drawGrowth(scribe, flow, { name, count: random.pick(counts), on }, random)
  flow.gap(8)
  flow.line(`Performed at ${subject.institution} Hospital, ${subject.address}, ${subject.phone}.`)
  flow.line(`Verified by ${subject.otherDoctor}, MT(ASCP), on ${calendar.write(dayOf(subject.reportedAt))}`)
  return scribe
}

/** `nameText` when the line's own label is no name. */
function stated(flow: Flow, label: string, value: string, on: string, nameText = label) {
  const about = nameText.toLowerCase().replace(' ', '-')
  const fact: StatedFact = {
    ...{ kind: 'observation', about, nameText, valueText: value, units: [], on },
    ...(label === 'Culture result' ? { alsoNamed: [label] } : {}),
    flags: ['unknown', 'abnormal', 'normal'],
    details: { category: 'laboratory' },
  }
  flow.prose([{ text: `${label}: ${value}`, value, fact }])
}

function drawGrowth(
  scribe: Scribe,
  flow: Flow,
  { name, count, on }: { readonly name: string; readonly count: string; readonly on: string },
  random: Random,
) {
  const organism = random.pick(organisms)
  const whole = `${count} ${organism}`
  const label = random.pick(['Result:', 'Organism 1:', 'Isolate 1:', 'Culture:'])
  const fact: StatedFact = {
    ...(label === 'Result:' ? {} : { alsoNamed: [label] }),
    ...{ kind: 'observation', about: name.toLowerCase().replace(' ', '-'), nameText: name, valueText: organism },
    ...{
      alsoWritten: [whole, count],
      units: [],
      on,
      flags: ['unknown', 'abnormal'],
      details: { category: 'laboratory' },
    },
  }
  flow.prose([{ text: `${label} ${whole}`, value: organism, fact }])
  flow.gap(6)
  flow.line(random.pick(['Susceptibility', 'Antibiotic susceptibilities', 'SUSCEPTIBILITY RESULTS']), {
    ...flow.style,
    bold: true,
  })
  const isWord = random.chance(0.3)
  const hasConcentration = random.chance(0.6)
  const columns = hasConcentration
    ? [{ x: LEFT + 8 }, { x: LEFT + 220 }, { x: LEFT + 300 }]
    : [{ x: LEFT + 8 }, { x: LEFT + 220 }]
  const titles = hasConcentration
    ? ['Antibiotic', 'MIC (mcg/mL)', isWord ? 'Interpretation' : 'Interp']
    : ['Drug', 'Interpretation']
  drawCells(
    scribe,
    flow,
    titles.map((text) => ({ text, style: { ...flow.style, bold: true } })),
    columns,
  )
  for (const drug of shuffled(random, antibiotics).slice(0, random.between(6, 12)).toSorted()) {
    const verdict = random.pick(['S', 'S', 'S', 'R', 'I'] as const)
    const word = isWord ? { S: 'Susceptible', I: 'Intermediate', R: 'Resistant' }[verdict] : verdict
    const concentration = random.pick(verdict === 'R' ? ['>=32', '>=64', '>16'] : ['<=0.25', '<=1', '2', '4', '<=16'])
    const susceptibility: StatedFact = {
      ...{ kind: 'observation', about: `susceptibility ${drug}`, nameText: drug, valueText: word },
      ...{ alsoWritten: [verdict, ...(hasConcentration ? [concentration, `${concentration} ${word}`] : [])] },
      ...{ on, flags: ['unknown', 'normal', 'abnormal'] },
      ...(hasConcentration ? { units: ['ug/mL'] } : { units: [] }),
      details: { category: 'laboratory' },
    }
    const value = { text: word, fact: susceptibility }
    drawCells(scribe, flow, hasConcentration ? [drug, concentration, value] : [drug, value], columns)
  }
  flow.line('S = Susceptible   I = Intermediate   R = Resistant')
}
