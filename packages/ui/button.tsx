import type { ComponentProps } from 'react'
import type { Icon } from './define-web-module.ts'
import { classNames } from './class-names.ts'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one main action of a page, `chosen` one of several that is on. */
  look?: 'plain' | 'primary' | 'danger' | 'accent' | 'chosen'
  icon?: Icon
}

/** A button with words. */
export function Button({ look = 'plain', icon: Icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(look, className)} {...rest}>
      {Icon && <Icon size={18} aria-hidden />}
      {children}
    </button>
  )
}

const looks = {
  plain: 'bg-surface text-ink',
  primary: 'bg-blue text-on-blue',
  danger: 'bg-red text-on-accent',
  accent: 'bg-yellow text-on-accent',
  chosen: 'bg-ink text-paper',
}

/** The look of a button, for links that act as one. */
export function buttonClass(look: keyof typeof looks = 'plain', className?: string): string {
  return classNames(
    'press inline-flex min-h-9 items-center justify-center gap-2 px-3 text-sm font-semibold whitespace-nowrap no-underline',
    looks[look],
    className,
  )
}
