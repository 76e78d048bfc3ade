import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import type { Accent } from './define-web-module.ts'
import { accentBackground } from './accent.ts'
import { classNames } from './class-names.ts'

interface PageHeadProps {
  title: string
  accent: Accent
  /** A short fact beside the title, such as a count. */
  aside?: ReactNode
  children?: ReactNode
}

/** The coloured head of a page, with its one `h1`. */
export function PageHead({ title, accent, aside, children }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(title)
  useArrival(heading)
  return (
    <header
      className={classNames(
        'flex flex-col gap-3 border-b-(length:--border) border-line p-4 text-on-accent',
        accentBackground(accent),
      )}
    >
      <div className="flex items-end justify-between gap-3">
        <h1 ref={heading} tabIndex={-1} className="text-2xl" data-page-title>
          {title}
        </h1>
        {aside}
      </div>
      {children}
    </header>
  )
}

/** A page of a list and a record beside it; on a phone one of the two, on a wide screen with more on its side. */
export function ListAndRecord({
  list,
  record,
  side,
  open,
  label,
}: {
  list: ReactNode
  record: ReactNode
  /** What stands before the list where there is room for three. */
  side?: ReactNode
  open: boolean
  label: string
}) {
  return (
    <div className="relative flex h-full min-h-0">
      {side && (
        <div className="hidden w-52 shrink-0 flex-col overflow-y-auto border-r-(length:--border) border-line bg-paper lg:flex">
          {side}
        </div>
      )}
      <section
        aria-label={`${label} list`}
        className={classNames(
          'flex min-h-0 w-full flex-col bg-surface md:visible md:w-95 md:shrink-0 md:border-r-(length:--border) md:border-line',
          !side && 'lg:w-115',
          open && 'max-md:invisible',
        )}
      >
        {list}
      </section>
      <section
        aria-label={label}
        className={classNames(
          'min-h-0 min-w-0 flex-1 overflow-y-auto bg-paper max-md:absolute max-md:inset-0',
          !open && 'max-md:hidden',
        )}
        data-record
      >
        {record}
      </section>
    </div>
  )
}

/** A page of one column. */
export function Column({ children, wide }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={classNames('mx-auto flex w-full flex-col gap-6 p-4 md:p-8', wide ? 'max-w-260' : 'max-w-200')}>
      {children}
    </div>
  )
}

let arrived = false

// Who comes from another page starts at the head of this one; the first page is left to the browser.
function useArrival(heading: RefObject<HTMLHeadingElement | null>): void {
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
    arrived = true
  }, [heading])
}

/** Names the browser's tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Daybook`
  }, [title])
}
