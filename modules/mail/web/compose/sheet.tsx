import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import Maximize2 from 'lucide-react/icons/maximize-2'
import Minimize2 from 'lucide-react/icons/minimize-2'
import X from 'lucide-react/icons/x'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'

interface SheetProps {
  title: string
  aside?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** The sheet that a letter is written on: beside the mail where there is room, the whole screen on a phone. */
export function Sheet({ title, aside, onClose, children }: SheetProps) {
  const id = useId()
  const [large, setLarge] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from anywhere inside.
    <section
      role="dialog"
      data-writing
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      className={classNames(
        'raised fixed inset-0 z-30 flex flex-col overflow-hidden max-md:rounded-none max-md:border-0',
        'md:inset-auto md:right-4 md:bottom-4 md:shadow-3',
        large
          ? 'md:h-[calc(100dvh-92px)] md:w-[min(1000px,calc(100vw-140px))]'
          : 'md:h-[min(640px,calc(100dvh-92px))] md:w-150',
      )}
    >
      <div className="flex shrink-0 items-center gap-2 border-b-(length:--border) border-line bg-yellow py-1 pr-1 pl-4 text-on-accent">
        <h2 id={id} className="min-w-0 flex-1 truncate text-base">
          {title}
        </h2>
        {aside}
        <span className="max-md:hidden">
          <IconButton
            label={large ? 'Smaller' : 'Larger'}
            icon={large ? Minimize2 : Maximize2}
            quiet
            onAccent
            onClick={() => setLarge(!large)}
          />
        </span>
        <IconButton label="Close and keep as a draft" icon={X} quiet onAccent onClick={onClose} />
      </div>
      {children}
    </section>
  )
}
