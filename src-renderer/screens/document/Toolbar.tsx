/** The head of the viewer: which document, which page, how large, and what can be done with it. */
import {
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  FileDown,
  Minus,
  NotebookPen,
  PanelLeft,
  Plus,
  RotateCw,
  ScanText,
  Search,
} from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Input, TextField, ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Menu } from '../../components/Menu.tsx'
import { Tooltip } from '../../components/Tooltip.tsx'
import { STEPS, type Zoom } from './useZoom.ts'

export interface ToolbarProps {
  readonly title: string
  readonly page: number
  readonly pages: number
  readonly scale: number
  readonly hasImages: boolean
  readonly hasThumbnails: boolean
  readonly showsThumbnails: boolean
  readonly showsDoubt: boolean
  readonly onPage: (page: number) => void
  readonly onZoom: (zoom: Zoom) => void
  readonly onStep: (direction: 1 | -1) => void
  readonly onRotate: () => void
  readonly onFind: () => void
  readonly onThumbnails: (shown: boolean) => void
  readonly onDoubt: (shown: boolean) => void
  readonly onExport: () => void
  /** A note leads to where it is written. */
  readonly onNote: (() => void) | undefined
  readonly onWriteAbout: () => void
}

export function Toolbar(props: ToolbarProps) {
  const { t } = useTranslation()
  const { title, page, pages, scale, hasImages, hasThumbnails, onPage, onZoom, onStep } = props
  return (
    <div
      role="toolbar"
      aria-label={t('document.tools')}
      className="flex flex-wrap items-center gap-x-1 gap-y-1 border-b border-line bg-surface px-3 py-1.5"
    >
      {hasThumbnails && (
        <Toggle
          label={t('document.thumbnails')}
          icon={<PanelLeft size={17} aria-hidden />}
          isSelected={props.showsThumbnails}
          onChange={props.onThumbnails}
        />
      )}
      <h1 className="me-auto max-w-full truncate px-1.5 text-body" title={title}>
        {title}
      </h1>
      {pages > 1 && (
        <div className="flex items-center">
          <IconButton
            label={t('document.previousPage')}
            icon={<ChevronLeft size={17} aria-hidden />}
            isDisabled={page <= 1}
            onPress={() => onPage(page - 1)}
          />
          <PageField page={page} pages={pages} onPage={onPage} />
          <IconButton
            label={t('document.nextPage')}
            icon={<ChevronRight size={17} aria-hidden />}
            isDisabled={page >= pages}
            onPress={() => onPage(page + 1)}
          />
        </div>
      )}
      {hasImages && (
        <div className="flex items-center">
          <IconButton label={t('document.smaller')} icon={<Minus size={16} aria-hidden />} onPress={() => onStep(-1)} />
          <Menu
            label={t('document.zoom')}
            trigger={
              <Button look="quiet" aria-label={t('document.zoomNow', { percent: Math.round(scale * 100) })}>
                <span className="num">{Math.round(scale * 100)}&#8239;%</span>
              </Button>
            }
            actions={[
              { id: 'width', label: t('document.fitWidth'), onAction: () => onZoom('width') },
              { id: 'page', label: t('document.fitPage'), onAction: () => onZoom('page') },
              ...STEPS.map((step, at) => ({
                id: String(step),
                label: `${step * 100} %`,
                startsGroup: at === 0,
                onAction: () => onZoom(step),
              })),
            ]}
          />
          <IconButton label={t('document.larger')} icon={<Plus size={16} aria-hidden />} onPress={() => onStep(1)} />
          <IconButton
            label={t('shortcut.rotate')}
            keys="R"
            icon={<RotateCw size={16} aria-hidden />}
            onPress={props.onRotate}
          />
          <Toggle
            label={t('document.showDoubt')}
            icon={<ScanText size={17} aria-hidden />}
            isSelected={props.showsDoubt}
            onChange={props.onDoubt}
          />
        </div>
      )}
      {props.onNote !== undefined && (
        <Button look="quiet" icon={<NotebookPen size={16} aria-hidden />} onPress={props.onNote}>
          {t('notes.openNote')}
        </Button>
      )}
      <IconButton
        label={t('shortcut.find')}
        keys="Mod+F"
        icon={<Search size={16} aria-hidden />}
        onPress={props.onFind}
      />
      <Menu
        label={t('common.moreActions')}
        trigger={<IconButton label={t('common.moreActions')} icon={<Ellipsis size={17} aria-hidden />} />}
        actions={[
          {
            id: 'export',
            label: t('document.export'),
            icon: <FileDown size={15} aria-hidden />,
            onAction: props.onExport,
          },
          {
            id: 'note',
            label: t('notes.writeAbout'),
            icon: <NotebookPen size={15} aria-hidden />,
            onAction: props.onWriteAbout,
          },
        ]}
      />
    </div>
  )
}

interface ToggleProps {
  readonly label: string
  readonly icon: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

function Toggle({ label, icon, isSelected, onChange }: ToggleProps) {
  return (
    <Tooltip text={label}>
      <ToggleButton
        aria-label={label}
        isSelected={isSelected}
        onChange={onChange}
        className="inline-grid size-8 shrink-0 cursor-default place-items-center rounded-md text-ink-2 transition-colors hover:bg-hover hover:text-ink data-[selected]:bg-accent-soft data-[selected]:text-accent"
      >
        {icon}
      </ToggleButton>
    </Tooltip>
  )
}

function PageField({ page, pages, onPage }: Pick<ToolbarProps, 'page' | 'pages' | 'onPage'>) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const take = () => {
    const wanted = Number(typed)
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted)
    else setTyped(String(page))
  }
  return (
    <form
      className="num flex items-center gap-1.5 text-ink-2"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <TextField aria-label={t('document.pageNumber')} value={typed} onChange={setTyped} onBlur={take}>
        <Input
          inputMode="numeric"
          className="min-h-7 w-11 rounded-sm border border-line-strong bg-surface px-1 text-center text-ink focus:outline-2 focus:outline-offset-0 focus:outline-accent"
        />
      </TextField>
      <span>{t('document.ofPages', { pages })}</span>
    </form>
  )
}
