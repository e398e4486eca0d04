/** What kind of file it is, as a small sign; the word is spoken. */
import { Braces, FileImage, FileText, FileType, type LucideIcon, NotebookPen } from 'lucide-react'

const icons: readonly (readonly [RegExp, LucideIcon])[] = [
  [/^note$/, NotebookPen],
  [/^(png|jpeg|jpg|heic|tiff|bmp|webp|gif)$/, FileImage],
  [/^(docx|html|rtf)$/, FileType],
  [/^(fhir|ccda|hl7v2|json|xml|csv)$/, Braces],
]

export function FormatIcon({ format }: { readonly format: string }) {
  const Icon = icons.find(([formats]) => formats.test(format))?.[1] ?? FileText
  return (
    <span className="shrink-0 text-ink-3" role="img" aria-label={format.toUpperCase()} title={format.toUpperCase()}>
      <Icon size={17} aria-hidden />
    </span>
  )
}
