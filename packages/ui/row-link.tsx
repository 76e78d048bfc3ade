import type { ComponentProps, MouseEvent } from 'react'
import { useRouter } from '@tanstack/react-router'
import { classNames } from './class-names.ts'

interface RowLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  /** The address of the record, as it stands in the browser. */
  path: string
  /** Its record is open beside the list. */
  open?: boolean
}

/**
 * The link that fills a row and takes the focus of the list. It is a plain one, because rows are made by the hundred a
 * second while somebody scrolls, and a router's link follows every change of the address.
 */
export function RowLink({ path, open, className, children, ...rest }: RowLinkProps) {
  const router = useRouter()
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's to open.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void router.navigate({ href: path })
  }
  return (
    <a
      href={path}
      data-focus
      aria-current={open ? 'true' : undefined}
      className={classNames('ring-inside flex h-full no-underline', className)}
      onClick={follow}
      {...rest}
    >
      {children}
    </a>
  )
}
