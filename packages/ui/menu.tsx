import type { ReactElement, ReactNode, RefObject } from 'react'
import { Menu as Base } from '@base-ui/react/menu'
import Check from 'lucide-react/icons/check'
import type { Icon } from './define-web-module.ts'

/** A button with a menu below it. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Below>{children}</Below>
    </Base.Root>
  )
}

interface OpenMenuProps {
  /** The button it stands below, which has the focus again when it closes. */
  button: RefObject<HTMLButtonElement | null>
  label: string
  onClose: () => void
  children: ReactNode
}

/** An open menu below a button of its own, for a button that is on the screen before menus are loaded. */
export function OpenMenu({ button, label, onClose, children }: OpenMenuProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Below button={button} label={label}>
        {children}
      </Below>
    </Base.Root>
  )
}

function Below({
  button,
  label,
  children,
}: Partial<Pick<OpenMenuProps, 'button' | 'label'>> & { children: ReactNode }) {
  return (
    <Base.Portal>
      <Base.Positioner {...(button && { anchor: button })} sideOffset={6} align="end" className="z-50">
        <Base.Popup
          aria-label={label}
          {...(button && { finalFocus: button })}
          className="raised max-h-[70dvh] min-w-52 overflow-y-auto p-1 outline-none"
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}

const itemClass =
  'flex min-h-9 w-full cursor-pointer items-center gap-2 rounded-box px-2 text-sm font-medium outline-none select-none ' +
  'data-highlighted:bg-yellow data-highlighted:text-on-accent data-highlighted:underline'

export function MenuItem({
  icon: Icon,
  onSelect,
  children,
}: {
  icon?: Icon
  onSelect: () => void
  children: ReactNode
}) {
  return (
    <Base.Item className={itemClass} onClick={onSelect}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </Base.Item>
  )
}

export function MenuCheck({
  checked,
  onChange,
  children,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <Base.CheckboxItem className={itemClass} checked={checked} onCheckedChange={onChange}>
      <span className="inline-flex size-5 items-center justify-center rounded-box border border-line bg-surface text-ink">
        <Base.CheckboxItemIndicator>
          <Check size={14} aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
      {children}
    </Base.CheckboxItem>
  )
}
