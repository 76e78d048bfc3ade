import type { ComponentProps } from 'react'
import Check from 'lucide-react/icons/check'
import { classNames } from './class-names.ts'

/** A square to tick, 24 px; on touch what takes the finger is larger than what is seen. */
export function CheckBox({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <span className={classNames('relative inline-flex size-6 shrink-0', className)}>
      <input
        type="checkbox"
        className="peer absolute top-1/2 left-1/2 z-1 m-0 size-6 -translate-1/2 cursor-pointer opacity-0 pointer-coarse:size-11"
        {...rest}
      />
      <span
        aria-hidden
        className={classNames(
          'pointer-events-none size-6 rounded-box border-2 border-control bg-surface',
          'peer-checked:bg-green peer-hover:not-peer-checked:bg-sunken peer-disabled:opacity-55',
          'peer-focus-visible:shadow-[0_0_0_2px_var(--focus-gap),0_0_0_5px_var(--focus)]',
        )}
      />
      <Check
        size={18}
        strokeWidth={3.5}
        aria-hidden
        className="pointer-events-none absolute top-0.75 left-0.75 hidden text-on-accent peer-checked:block"
      />
    </span>
  )
}
