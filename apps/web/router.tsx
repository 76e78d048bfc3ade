import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import type { WebModule, WebRoute } from '#ui/define-web-module.ts'
import { sortedNav } from '#ui/web-modules.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { AppFrame } from './frame/app-frame.tsx'
import { BrokenPage } from './frame/broken-page.tsx'
import { NotFoundPage } from './frame/not-found-page.tsx'

/** The router over the pages of all modules: framed ones inside rail and bar, bare ones alone. */
export function createAppRouter(modules: readonly WebModule[]) {
  const root = createRootRoute()
  const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: AppFrame })
  const routes = modules.flatMap((module) => module.routes)
  const home = createRoute({
    getParentRoute: () => frame,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: sortedNav(modules)[0]!.path, replace: true })
    },
  })
  const lost = createRoute({ getParentRoute: () => frame, path: '$', component: NotFoundPage })

  const framed = routes.filter((route) => !route.bare).map((route) => toRoute(frame, route))
  const bare = routes.filter((route) => route.bare).map((route) => toRoute(root, route))
  return createRouter({
    routeTree: root.addChildren([frame.addChildren([home, lost, ...framed]), ...bare]),
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Skeleton label="Loading the page" />,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    // Plain addresses such as /search?q=from:joel, whatever the value looks like.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch,
  })
}

function toRoute(parent: AnyRoute, { path, load }: WebRoute) {
  return createRoute({ getParentRoute: () => parent, path, component: lazyRouteComponent(load, 'Page') })
}

function stringifySearch(search: Record<string, unknown>): string {
  const members = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(members.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}
