import type { ReactNode } from 'react'

/** The frame of the pages before one is signed in: a card on a hatched ground. */
export function Entrance({ children }: { children: ReactNode }) {
  return (
    <main className="hatch flex min-h-dvh items-center justify-center p-4">
      <div className="raised flex w-full max-w-120 flex-col gap-4 p-6 shadow-3 md:p-8">
        <p className="w-fit -rotate-2 border-2 border-line bg-yellow px-3 py-1 font-head text-2xl font-bold text-on-accent">
          Daybook
        </p>
        {children}
      </div>
    </main>
  )
}
