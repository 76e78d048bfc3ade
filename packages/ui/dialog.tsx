import { useRef, type ReactNode } from 'react'
import { Dialog as Base } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import { IconButton } from './icon-button.tsx'
import { classNames } from './class-names.ts'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  hideTitle?: boolean
  wide?: boolean
  children: ReactNode
}

/** A sheet above the page that keeps the focus and gives it back. */
export function Dialog({ open, onClose, title, hideTitle, wide, children }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          ref={popup}
          // Who opens a form wants to write; without a field the first button will do.
          initialFocus={() => popup.current?.querySelector<HTMLElement>('input, textarea, select') ?? true}
          className={classNames(
            'raised fixed inset-x-3 top-[6dvh] z-40 mx-auto flex max-h-[86dvh] flex-col overflow-hidden shadow-3 md:top-[10dvh]',
            wide ? 'max-w-180' : 'max-w-120',
          )}
        >
          <div
            className={
              hideTitle
                ? 'sr-only'
                : 'flex items-center justify-between border-b-2 border-line bg-yellow py-2 pr-2 pl-4 text-on-accent'
            }
          >
            <Base.Title className="text-lg">{title}</Base.Title>
            <Base.Close render={<IconButton label="Close" icon={X} quiet onAccent />} />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
