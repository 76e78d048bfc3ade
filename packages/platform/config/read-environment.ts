/** What was asked for, as text, by the name of its environment variable. */
export type RawConfig = Record<string, string>

/** What the command line may set; it wins over the environment. */
export interface ConfigOverrides {
  data?: string | undefined
  port?: string | undefined
  host?: string | undefined
  url?: string | undefined
  open?: boolean | undefined
}

/** The first step: our variables out of the environment, with the command line on top. An empty one counts as not set. */
export function readEnvironment(
  environment: Record<string, string | undefined>,
  overrides: ConfigOverrides = {},
): RawConfig {
  const given: [string, string | undefined][] = [
    ...Object.entries(environment).filter(([name]) => OTHERS.has(name) || name.startsWith('DAYBOOK_')),
    ['DAYBOOK_DATA', overrides.data],
    ['DAYBOOK_PORT', overrides.port],
    ['DAYBOOK_HOST', overrides.host],
    ['DAYBOOK_URL', overrides.url],
    ['DAYBOOK_OPEN', overrides.open === undefined ? undefined : String(overrides.open)],
  ]
  return Object.fromEntries(given.filter((entry): entry is [string, string] => Boolean(entry[1])))
}

/** Names without our prefix: conventions of the field, and what the default data folder is made of. */
const OTHERS = new Set(['LOG_LEVEL', 'APP_ENV', 'HOME', 'XDG_DATA_HOME', 'APPDATA', 'USERPROFILE'])
