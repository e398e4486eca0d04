/** Lists: what somebody takes, and what somebody is allergic to and was vaccinated with, as tables or as lines. */
import { LETTER, type Style } from '../print/page.ts'
import type { Random } from '../random.ts'
import { addDays } from './calendar.ts'
import { createChart, drawMedicines } from './chart.ts'
import type { StatedFact } from './clinical-document.ts'
import { type Condition, reactions, severities, vaccines } from './conditions.ts'
import { type StartedLetter, startLetter } from './letter-head.ts'
import { shuffled } from './results.ts'
import { type Cell, drawCells } from './row.ts'
import type { Scribe } from './scribe.ts'
import { allergyFact, capital, medicineFact, noAllergies, prescribe } from './statements.ts'
import { dayOf } from './subject.ts'

export function drawMedicineList(random: Random): Scribe {
  const letter = startLetter(LETTER, random, {
    title: random.pick(['MEDICATION LIST', 'Current Medications', 'Medication Reconciliation']),
    dateLabel: random.pick(['As of', 'List date', 'Printed']),
  })
  const { flow, scribe, subject } = letter
  const chart = createChart(random)
  if (random.chance(0.4))
    drawMedicines(
      flow,
      random.pick(['Medications', 'Active medications', 'Prescriptions']),
      chart,
      random.between(7, 13),
      random,
    )
  else {
    const columns = [
      { x: flow.left, width: 128 },
      { x: flow.left + 135 },
      { x: flow.left + 215 },
      { x: flow.left + 290 },
      { x: flow.left + 400 },
    ]
    const titles = random.pick([
      ['Medication', 'Dose', 'Route', 'Frequency', 'Prescriber'],
      ['Drug name', 'Strength', 'How taken', 'How often', 'Ordered by'],
      ['Name', 'Dosage', 'Route', 'Directions', 'Doctor'],
    ])
    const style: Style = { ...flow.style, size: 8.6 }
    drawCells(
      scribe,
      flow,
      titles.map((text) => ({ text, style: { ...style, bold: true } })),
      columns,
    )
    for (let i = 0; i < random.between(7, 14); i += 1) {
      const medicine = chart.medicine()
      const { name, dose, frequency, fact } = prescribe(medicine, random)
      const cells: Cell[] = [
        { text: name, style, fact },
        { text: dose, style },
        { text: shortened(medicine.route), style },
        { text: frequency, style },
        { text: subject.otherDoctor, style },
      ]
      drawCells(scribe, flow, cells, columns)
    }
  }
  const gone = chart.medicine()
  const name = capital(gone.substance)
  flow.heading(random.pick(['Discontinued medications', 'Stopped', 'No longer taking']))
  flow.prose([{ text: name, value: name, fact: medicineFact(gone, name, { change: 'stopped' }) }], {
    indent: 16,
    mark: '-',
  })
  flow.gap(6)
  flow.prose([
    `Pharmacy: ${subject.institution} Drugs, ${subject.address}, ${subject.phone}, NCPDP ${random.digits(7)}. Refills left: ${random.between(1, 5)}. Rx ${random.digits(7)}.`,
  ])
  return scribe
}

const shortened = (route: string) => ({ subcutaneously: 'SC', 'in each nostril': 'nasal' })[route] ?? route

export function drawAllergyRecord(random: Random): Scribe {
  const letter = startLetter(LETTER, random, {
    title: random.pick(['ALLERGIES AND IMMUNIZATIONS', 'Health Record Summary', 'Allergy and Vaccination Record']),
    dateLabel: random.pick(['Date printed', 'Printed', 'Date']),
  })
  drawAllergyTable(letter, random)
  drawVaccinations(letter, random)
  letter.flow.gap(8)
  letter.flow.prose([
    `Record ${letter.subject.record} was checked by ${letter.subject.otherDoctor}, RN. Next appointment in ${random.between(2, 11)} months.`,
  ])
  return letter.scribe
}

function drawAllergyTable({ flow, scribe }: StartedLetter, random: Random) {
  const chart = createChart(random)
  flow.heading(random.pick(['Allergies', 'Known allergies', 'Allergies and intolerances']))
  if (random.chance(0.2)) {
    const words = random.pick(['No known allergies', 'No known drug allergies', 'NKA'])
    flow.prose([{ text: words, value: words, fact: noAllergies(words) }])
    return
  }
  const columns = [{ x: flow.left, width: 150 }, { x: flow.left + 160 }, { x: flow.left + 320 }]
  const bold: Style = { ...flow.style, bold: true }
  const titles = random.pick([
    ['Allergen', 'Reaction', 'Severity'],
    ['Substance', 'Reaction', 'Severity'],
    ['Allergy', 'Type of reaction', 'Severity'],
  ])
  drawCells(
    scribe,
    flow,
    titles.map((text) => ({ text, style: bold })),
    columns,
  )
  for (let i = 0; i < random.between(2, 5); i += 1) {
    const reactant = chart.reactant()
    const name = capital(random.pick(reactant.names))
    const [reaction, severity] = [random.pick(reactions), random.pick(severities)]
    drawCells(
      scribe,
      flow,
      [{ text: name, fact: allergyFact(reactant, name, reaction, severity) }, capital(reaction), capital(severity)],
      columns,
    )
  }
}

function drawVaccinations({ flow, scribe, subject }: StartedLetter, random: Random) {
  const { calendar } = scribe
  flow.heading(random.pick(['Immunizations', 'Vaccinations', 'Immunization history']))
  const hasLot = random.chance(0.6)
  const columns = [{ x: flow.left, width: 175 }, { x: flow.left + 190 }, { x: flow.left + 290 }, { x: flow.left + 360 }]
  const titles = [
    random.pick(['Vaccine', 'Immunization']),
    random.pick(['Date given', 'Date', 'Administered']),
    random.pick(['Dose', 'Dose no.']),
    hasLot ? random.pick(['Lot', 'Lot number']) : '',
  ]
  drawCells(
    scribe,
    flow,
    titles.map((text) => ({ text, style: { ...flow.style, bold: true } })),
    columns,
  )
  for (const vaccine of shuffled(random, vaccines).slice(0, random.between(4, 9))) {
    const name = random.pick(vaccine.names)
    const doses = random.between(1, 2)
    let on = addDays(dayOf(subject.seenAt), -random.between(200, 3000))
    for (let dose = 1; dose <= doses; dose += 1) {
      const lot = hasLot ? `${random.pick(['AB', 'FX', 'U', 'EK'])}${random.digits(4)}` : undefined
      drawCells(
        scribe,
        flow,
        [
          { text: name, fact: vaccination(vaccine, name, on, String(dose), lot) },
          calendar.write(on),
          String(dose),
          lot ?? '',
        ],
        columns,
      )
      on = addDays(on, random.between(30, 180))
    }
  }
}

const vaccination = (
  vaccine: Condition,
  name: string,
  on: string,
  doseNumber: string,
  lot: string | undefined,
): StatedFact => ({
  ...{ kind: 'immunization', about: vaccine.id, nameText: name, valueText: name, on },
  details: { doseNumber, ...(lot === undefined ? {} : { lot }) },
})
