import './styles.css'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { webModules } from '#modules/registry/web.ts'
import type { WebModule } from '#ui/define-web-module.ts'
import { showPreferences } from '#ui/preferences.ts'
import { declareActions } from '#ui/keyboard/key-map.ts'
import { startKeyboard } from '#ui/keyboard/shortcuts.ts'
import { createQueryClient } from '#ui/data/query-client.ts'
import { keepAnswersOf, layOverAnswersOf } from '#ui/data/kept-answers.ts'
import { setOpenPath } from '#ui/open-path.ts'
import { WebModules } from '#ui/web-modules.ts'
import { forgetPerson } from './forget-person.ts'
import { tryAgain } from './live/try-again.ts'
import { allActions } from './keyboard/all-actions.ts'
import { createAppRouter } from './router.tsx'
import { shellModule } from './shell-module.ts'

const SIGN_IN = '/sign-in'

showPreferences()
startKeyboard()

const loaders: readonly (() => Promise<{ default: WebModule }>)[] = webModules
const loaded = await Promise.all(loaders.map((load) => load()))
const modules = [...loaded.map((module) => module.default), shellModule]
declareActions(allActions(modules))
keepAnswersOf(modules.flatMap(({ keeps = [] }) => keeps))
for (const { overlay } of modules) if (overlay) layOverAnswersOf(overlay.of, overlay.load)
const router = createAppRouter(modules)
setOpenPath((path) => router.history.push(path))
// Pages without the frame are for people who are not signed in, among others.
const bare = new Set(modules.flatMap(({ routes }) => routes.filter((route) => route.bare).map(({ path }) => path)))
const queries = createQueryClient(() => {
  const { pathname, href } = router.state.location
  if (!bare.has(pathname)) void router.navigate({ to: SIGN_IN, search: { to: href }, replace: true })
})

createRoot(document.getElementById('root')!).render(
  <WebModules value={modules}>
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </WebModules>,
)

tryAgain(queries)
router.subscribe('onBeforeNavigate', ({ toLocation, fromLocation }) => {
  if (toLocation.pathname === SIGN_IN && fromLocation && fromLocation.pathname !== SIGN_IN) forgetPerson(queries)
})
// What is not needed to show the first page waits until it is there.
const whenIdle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500))
whenIdle(() => void import('./after-paint.ts').then(({ afterPaint }) => afterPaint(modules, queries)))
