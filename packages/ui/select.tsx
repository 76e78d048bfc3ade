import type { ComponentProps } from 'react'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { classNames } from './class-names.ts'

/** The browser's own choice of one, in our clothes. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative inline-flex', className)}>
      <select className="control w-full appearance-none pr-9 text-sm font-semibold" {...rest}>
        {children}
      </select>
      <ChevronDown size={16} aria-hidden className="pointer-events-none absolute top-3 right-3 text-ink" />
    </span>
  )
}
