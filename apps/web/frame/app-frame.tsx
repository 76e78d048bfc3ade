import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { useNav } from '#ui/web-modules.ts'
import { Toaster } from '#ui/toaster.tsx'
import { undoLast } from '#ui/toasts.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Banners } from './banners.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { focusCapture, focusSearch } from './focus-bar.ts'
import { Layers } from './layers.tsx'
import { goAction } from '../keyboard/all-actions.ts'
import { useLive } from '../live/use-live.ts'
import { usePersonKeys } from '../keyboard/use-person-keys.ts'
import { ConnectionNote } from './connection-note.tsx'
import { Rail } from './rail.tsx'
import { WaitingNote } from './waiting-note.tsx'
import { TopBar } from './top-bar.tsx'

const loadPalette = () => import('../palette/palette.tsx')
const Palette = lazy(loadPalette)
const KeyboardHelp = lazy(() => import('./keyboard-help.tsx'))

/** The frame of every page: rail left, bar on top, the page; on a phone the rail is a bar at the bottom. */
export function AppFrame() {
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null)
  const navigate = useNavigate()
  const nav = useNav()
  const close = () => setOverlay(null)

  usePaletteAhead()
  usePersonKeys()
  useLive()
  useShortcuts({
    'shell.palette': () => setOverlay('palette'),
    'shell.keys': () => setOverlay('keys'),
    'shell.search': () => focusSearch(() => void navigate({ to: '/search' })),
    'shell.capture': focusCapture,
    'shell.undo': undoLast,
  })
  useShortcuts(Object.fromEntries(nav.map((entry) => [goAction(entry), () => void navigate({ to: entry.path })])))

  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#main"
        className="sheet absolute top-2 left-2 z-50 -translate-y-20 bg-yellow px-3 py-2 font-semibold text-on-accent focus:translate-y-0"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('main')?.focus()
        }}
      >
        Skip to the page
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onPalette={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
        <ConnectionNote />
        <WaitingNote />
        <Banners />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto">
          <Outlet />
        </main>
        <BottomBar />
      </div>
      <Layers />
      <div id="live" role="status" aria-live="polite" className="sr-only" />
      <Toaster />
      <Suspense>
        {overlay === 'palette' && <Palette onClose={close} />}
        {overlay === 'keys' && <KeyboardHelp onClose={close} />}
      </Suspense>
    </div>
  )
}

// The palette is on its way as soon as Ctrl or Cmd goes down, so that what is typed after K finds it open.
function usePaletteAhead(): void {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      // Should it fail, opening the palette tries again and says why.
      if (key === 'Control' || key === 'Meta') void loadPalette().catch(() => undefined)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
