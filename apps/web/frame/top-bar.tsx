import { useState } from 'react'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import Command from 'lucide-react/icons/command'
import Keyboard from 'lucide-react/icons/keyboard'
import Search from 'lucide-react/icons/search'
import { IconButton } from '#ui/icon-button.tsx'
import { Kbd } from '#ui/kbd.tsx'
import { Mark } from './mark.tsx'
import { BarItems } from './bar-items.tsx'
import { QuickCapture } from './quick-capture.tsx'
import { ThemeButton } from './theme-button.tsx'
import { SEARCH_FIELD } from './focus-bar.ts'

/** The slim bar on top: search, capture, palette. */
export function TopBar({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const searching = useRouterState({ select: (state) => state.location.pathname === '/search' })
  return (
    <header className="group/bar flex h-15 shrink-0 items-center gap-3 border-b-(length:--border) border-line bg-paper px-3 md:px-4">
      <span className="flex items-center gap-2 md:hidden">
        <Mark size={36} />
        {/* A clock that runs takes the place of the name. */}
        <span className="font-head text-lg font-bold group-has-[[data-clock]]/bar:hidden">Daybook</span>
      </span>
      {!searching && <BarSearch />}
      <div className="ml-auto flex items-center gap-2">
        <QuickCapture />
        <BarItems />
        <IconButton label="Open the palette" action="shell.palette" icon={Command} onClick={onPalette} />
        <span className="hidden gap-2 md:flex">
          <IconButton label="Show the keys" action="shell.keys" icon={Keyboard} onClick={onKeys} />
          <ThemeButton />
        </span>
      </div>
    </header>
  )
}

function BarSearch() {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  return (
    <form
      role="search"
      className="relative hidden max-w-120 flex-1 md:block"
      onSubmit={(event) => {
        event.preventDefault()
        void navigate({ to: '/search', search: { q: text } })
      }}
    >
      <Search size={18} aria-hidden className="pointer-events-none absolute top-2.5 left-3" />
      <input
        id={SEARCH_FIELD}
        type="search"
        aria-label="Search mail and tasks"
        placeholder="Search mail and tasks"
        className="control w-full pr-10 pl-10"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <span className="pointer-events-none absolute top-2 right-2.5" aria-hidden>
        <Kbd keys="/" />
      </span>
    </form>
  )
}
