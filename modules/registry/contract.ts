// Written by `npm run generate` from modules/index.ts.

/** The contracts of the modules, each loaded when it is asked for. */
export const contractModules = [
  { name: 'identity', load: () => import('#modules/identity/contract.ts') },
  { name: 'connections', load: () => import('#modules/connections/contract.ts') },
  { name: 'mail', load: () => import('#modules/mail/contract.ts') },
  { name: 'capture', load: () => import('#modules/capture/contract.ts') },
  { name: 'tasks', load: () => import('#modules/tasks/contract.ts') },
  { name: 'focus', load: () => import('#modules/focus/contract.ts') },
  { name: 'insights', load: () => import('#modules/insights/contract.ts') },
  { name: 'day', load: () => import('#modules/day/contract.ts') },
  { name: 'search', load: () => import('#modules/search/contract.ts') },
  { name: 'notifications', load: () => import('#modules/notifications/contract.ts') },
  { name: 'activity', load: () => import('#modules/activity/contract.ts') },
  { name: 'shell', load: () => import('#modules/shell/contract.ts') },
] as const
