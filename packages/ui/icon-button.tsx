import type { ComponentProps } from 'react'
import type { Icon } from './define-web-module.ts'
import { classNames } from './class-names.ts'
import { keysInWords } from './kbd.tsx'
import { useKeysOf } from './keyboard/key-map.ts'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  label: string
  icon: Icon
  /** Without border and shadow, inside rows and cards. */
  quiet?: boolean
  onAccent?: boolean
  pressed?: boolean
  /** The action of its key, for the tip. */
  action?: string
}

/** A button that is a picture; its label is its name and its tip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, quiet, onAccent, pressed, action, className, type = 'button', ...rest } = props
  const keys = useKeysOf(action)
  return (
    <button
      type={type}
      aria-label={label}
      title={keys ? `${label} (${keysInWords(keys)})` : label}
      aria-pressed={pressed}
      className={classNames(
        'inline-flex size-9 shrink-0 items-center justify-center',
        quiet ? 'ring-inside rounded-box' : 'press',
        pressed
          ? 'bg-ink text-paper'
          : onAccent
            ? 'text-on-accent'
            : quiet
              ? 'text-ink hover:bg-sunken'
              : 'bg-surface text-ink',
        className,
      )}
      {...rest}
    >
      <Icon size={19} aria-hidden />
    </button>
  )
}
