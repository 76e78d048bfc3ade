// Written by `npm run generate` from modules/index.ts.

/** The pages of the modules that have some, each loaded when it is asked for. */
export const webModules = [
  () => import('#modules/identity/web/index.ts'),
  () => import('#modules/connections/web/index.ts'),
  () => import('#modules/mail/web/index.ts'),
  () => import('#modules/capture/web/index.ts'),
  () => import('#modules/tasks/web/index.ts'),
  () => import('#modules/focus/web/index.ts'),
  () => import('#modules/insights/web/index.ts'),
  () => import('#modules/day/web/index.ts'),
  () => import('#modules/search/web/index.ts'),
  () => import('#modules/notifications/web/index.ts'),
  () => import('#modules/activity/web/index.ts'),
] as const
