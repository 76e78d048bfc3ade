/** The modules of Daybook, a line each. `npm run generate` writes the registries of modules/registry/ from it. */
export const modules = [
  // A module stands after those that it asks.
  'identity',
  'connections',
  'mail',
  'capture',
  'tasks',
  'focus',
  'insights',
  'day',
  'search',
  'notifications',
  'activity',
  'shell',
] as const
