import type { ComponentProps } from 'react'
import Check from 'lucide-react/icons/check'
import { classNames } from './class-names.ts'

/** A square to tick, 24 px. */
export function CheckBox({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <span className={classNames('relative inline-flex size-6 shrink-0', className)}>
      <input
        type="checkbox"
        className="peer m-0 size-6 cursor-pointer appearance-none rounded-box border-2 border-control bg-surface checked:bg-green hover:bg-sunken checked:hover:bg-green"
        {...rest}
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
