/** The sign of each lane. The colour repeats it and never stands alone. */
import {
  Activity,
  FileText,
  FlaskConical,
  Hospital,
  type LucideIcon,
  NotebookPen,
  Pill,
  Scissors,
  Shapes,
  Syringe,
  TriangleAlert,
} from 'lucide-react'
import type { Lane } from './entries.ts'

export const laneIcon: Readonly<Record<Lane, LucideIcon>> = {
  document: FileText,
  encounter: Hospital,
  observation: FlaskConical,
  condition: Activity,
  medication: Pill,
  allergy: TriangleAlert,
  immunization: Syringe,
  procedure: Scissors,
  note: NotebookPen,
  other: Shapes,
}

export const laneColour: Readonly<Record<Lane, string>> = {
  document: 'text-ink-3',
  encounter: 'text-ink-2',
  observation: 'text-accent',
  condition: 'text-ink',
  medication: 'text-ok',
  allergy: 'text-crit',
  immunization: 'text-ok',
  procedure: 'text-review',
  note: 'text-ink-2',
  other: 'text-ink-3',
}
