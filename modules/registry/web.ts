// Written by `npm run generate` from modules/index.ts.

/** The pages of the modules that have some, each loaded when it is asked for. */
export const webModules = [
] as const
