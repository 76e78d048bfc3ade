// Written by `npm run generate` from modules/index.ts.

/** The manifests of the modules, each loaded when it is asked for. */
export const serverModules = [
  { name: 'identity', load: () => import('#modules/identity/server/module.ts') },
  { name: 'connections', load: () => import('#modules/connections/server/module.ts') },
  { name: 'mail', load: () => import('#modules/mail/server/module.ts') },
  { name: 'capture', load: () => import('#modules/capture/server/module.ts') },
  { name: 'tasks', load: () => import('#modules/tasks/server/module.ts') },
  { name: 'focus', load: () => import('#modules/focus/server/module.ts') },
  { name: 'insights', load: () => import('#modules/insights/server/module.ts') },
  { name: 'day', load: () => import('#modules/day/server/module.ts') },
  { name: 'search', load: () => import('#modules/search/server/module.ts') },
  { name: 'notifications', load: () => import('#modules/notifications/server/module.ts') },
  { name: 'activity', load: () => import('#modules/activity/server/module.ts') },
  { name: 'shell', load: () => import('#modules/shell/server/module.ts') },
] as const
