/** A radiologist's report: what was looked for, what is seen and what is not, lengths that are no laboratory results. */

import { addDays } from '../clinical/calendar.ts'
import type { Run, Scribe } from '../clinical/scribe.ts'
import { lastFirst } from '../clinical/subject.ts'
import { complaint, disclaimed, done, ill } from '../first-contact/statements.ts'
import { LETTER } from '../print/page.ts'
import type { Random } from '../random.ts'
import { type Draft, type Paper, startPaper } from './paper.ts'

const LEFT = 62

interface Seen {
  readonly text: string
  readonly name: string
  readonly about: string
  readonly side?: 'left' | 'right'
  /** A finding that some would not keep as a condition. */
  readonly isOptional?: true
}
interface Study {
  readonly exam: string
  readonly history: string
  /** Words of the history that some would keep. */
  readonly complaints: readonly string[]
  readonly technique: string
  /** With `#` for a number of millimetres. */
  readonly findings: readonly string[]
  readonly impressions: readonly Seen[]
  readonly denied: readonly (readonly [sentence: string, name: string])[]
  readonly unsure: readonly (readonly [sentence: string, name: string])[]
}

const studies: readonly Study[] = [
  {
    exam: 'CT CHEST WITH CONTRAST (PE PROTOCOL)',
    history: 'Dyspnea and pleuritic chest pain. Rule out PE.',
    complaints: ['Dyspnea', 'pleuritic chest pain'],
    technique: 'Helical CT of the chest following 80 mL Omnipaque 350 IV. CTDIvol 8.6 mGy. DLP 312 mGy-cm.',
    findings: [
      'The main pulmonary artery measures # mm. Heart size is normal.',
      'There is a # mm solid nodule in the right upper lobe (series 4, image 112).',
      'Mediastinal lymph nodes measure up to # mm in short axis.',
    ],
    impressions: [
      { text: 'Mild centrilobular emphysema.', name: 'emphysema', about: 'emphysema' },
      {
        text: 'Coronary artery calcifications.',
        name: 'Coronary artery calcifications',
        about: 'coronary artery calcification',
        isOptional: true,
      },
    ],
    denied: [
      ['No pulmonary embolism.', 'pulmonary embolism'],
      ['No pneumothorax or pleural effusion.', 'pneumothorax'],
    ],
    unsure: [['Patchy left basilar opacity, possibly pneumonia versus atelectasis.', 'pneumonia']],
  },
  {
    exam: 'CT ABDOMEN AND PELVIS WITHOUT CONTRAST',
    history: 'Left flank pain, hematuria.',
    complaints: ['Left flank pain', 'hematuria'],
    technique: 'Axial images from the lung bases through the pubic symphysis at 3 mm. Dose reduction was used.',
    findings: [
      'The liver spans # mm and is normal in attenuation.',
      'A # mm cyst is seen in the upper pole of the right kidney.',
      'The abdominal aorta is normal in caliber at # mm.',
    ],
    impressions: [
      {
        text: 'Nephrolithiasis with a nonobstructing stone in the left kidney.',
        name: 'Nephrolithiasis',
        about: 'nephrolithiasis',
        side: 'left',
      },
      { text: 'Sigmoid diverticulosis.', name: 'diverticulosis', about: 'diverticulosis' },
      { text: 'Cholelithiasis.', name: 'Cholelithiasis', about: 'cholelithiasis' },
    ],
    denied: [
      ['No evidence of acute diverticulitis.', 'diverticulitis'],
      ['No hydronephrosis.', 'hydronephrosis'],
    ],
    unsure: [],
  },
  {
    exam: 'MRI LUMBAR SPINE WITHOUT CONTRAST',
    history: 'Low back pain radiating to the left leg for 6 weeks.',
    complaints: ['Low back pain'],
    technique: 'Sagittal T1, T2 and STIR and axial T2 images on a 1.5 T magnet.',
    findings: [
      'Conus terminates at L1-L2. Vertebral heights are maintained.',
      'L4-L5: Disc protrusion measures # mm, narrowing the left lateral recess.',
      'L5-S1: Facet arthropathy. AP canal measures # mm.',
    ],
    impressions: [{ text: 'Moderate spinal stenosis at L4-L5.', name: 'spinal stenosis', about: 'spinal stenosis' }],
    denied: [
      ['No compression fracture.', 'compression fracture'],
      ['There is no spondylolisthesis.', 'spondylolisthesis'],
    ],
    unsure: [],
  },
  {
    exam: 'US ABDOMEN RIGHT UPPER QUADRANT',
    history: 'Elevated liver enzymes.',
    complaints: ['Elevated liver enzymes'],
    technique: 'Grayscale and color Doppler images of the right upper quadrant.',
    findings: [
      'The common bile duct measures # mm, within normal limits.',
      'The gallbladder wall is # mm thick. Sonographic Murphy sign is negative.',
      'The right kidney measures 10.8 cm in length.',
    ],
    impressions: [{ text: 'Hepatic steatosis.', name: 'Hepatic steatosis', about: 'hepatic steatosis' }],
    denied: [
      ['No cholelithiasis.', 'cholelithiasis'],
      ['No ascites.', 'ascites'],
    ],
    unsure: [['Cannot exclude early cirrhosis.', 'cirrhosis']],
  },
]

export function drawImaging(random: Random): Scribe {
  const paper = startPaper(random, {
    ...{ size: LETTER, dates: 'us-slash', country: 'american', left: LEFT, frame: drawFrame },
    style: { face: random.pick(['serif', 'typewriter', 'sans']), size: 10 },
  })
  drawReport(paper, random.pick(studies))
  return paper.scribe
}

function drawFrame({ scribe, subject, style, on }: Draft, page: number): number {
  const { calendar } = scribe
  scribe.own({ service: on, reported: subject.reportedAt })
  scribe.text(`${subject.institution.toUpperCase()} RADIOLOGY ASSOCIATES`, LEFT, 44, { ...style, size: 13, bold: true })
  scribe.text(`Phone ${subject.phone}   Fax (555) 010-0199`, LEFT, 58, { ...style, size: 8.5 })
  scribe.text(`Patient: ${lastFirst(subject)}`, LEFT, 80, style)
  scribe.text(
    `MRN: ${subject.record}   DOB: ${calendar.write(subject.bornOn)}   Sex: ${subject.sex[0]}`,
    LEFT,
    93,
    style,
  )
  scribe.text(
    `Exam Date: ${calendar.write(on)} ${subject.seenAt.slice(11)}   Accession: ${subject.accession}`,
    LEFT,
    106,
    style,
  )
  scribe.text(`Referring: ${subject.doctor}, MD`, LEFT, 119, style)
  scribe.text(`Page ${page} of 1`, LETTER.width / 2, 756, { ...style, size: 8 }, 'middle')
  return 124
}

function drawReport({ scribe, flow, random, subject, on }: Paper, study: Study) {
  const exam = done(study.exam, study.exam.toLowerCase(), { isOptional: true })
  flow.prose(['EXAM: ', exam])
  flow.heading('CLINICAL HISTORY')
  flow.prose(complained(study))
  flow.heading('COMPARISON')
  const before = scribe.calendar.write(addDays(on, -random.between(200, 900)))
  flow.prose([
    random.chance(0.5) ? 'None available.' : `${study.exam.split(' ').slice(0, 2).join(' ')} dated ${before}.`,
  ])
  flow.heading('TECHNIQUE')
  flow.prose([study.technique])
  flow.heading('FINDINGS')
  for (const finding of study.findings) flow.prose([finding.replace('#', String(random.between(3, 24)))])
  for (const [sentence, name] of study.denied) {
    scribe.disclaim(disclaimed(name.toLowerCase(), name, 'negated'))
    if (random.chance(0.5)) flow.prose([sentence])
    else flow.prose([`${sentence} Visualized osseous structures are unremarkable.`])
  }
  flow.heading('IMPRESSION')
  const lines: (readonly Run[])[] = study.impressions.map(({ text, name, about, side, isOptional }) => {
    const more = {
      ...(isOptional ? { isOptional } : {}),
      ...(side === undefined ? {} : { details: { certainty: 'confirmed' as const, side } }),
    }
    const { fact } = ill(name, about, more)
    return [{ text, value: name, fact }]
  })
  for (const [sentence, name] of study.unsure) {
    scribe.disclaim(disclaimed(name, name, 'uncertain'))
    lines.push([sentence])
  }
  const [first] = study.denied
  if (first !== undefined) lines.unshift([first[0]])
  for (const [i, runs] of lines.entries()) flow.prose([`${i + 1}. `, ...runs])
  flow.gap(10)
  flow.prose([
    `Dictated by: ${subject.otherDoctor}, MD. Electronically signed ${scribe.calendar.write(subject.reportedAt.slice(0, 10))} ${subject.reportedAt.slice(11)}. Incidental lung nodules: Fleischner Society guidelines 2017 apply to patients over 35 years.`,
  ])
}

function complained({ history, complaints }: Study): Run[] {
  let rest = history
  const runs: Run[] = []
  for (const name of complaints) {
    const at = rest.indexOf(name)
    runs.push(rest.slice(0, at), complaint(name))
    rest = rest.slice(at + name.length)
  }
  return [...runs, rest]
}
