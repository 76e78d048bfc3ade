import { readFileSync } from 'node:fs'
import { ConfigError } from './config-error.ts'
import type { RawConfig } from './read-environment.ts'

/** What must never be printed. Each may be given as a variable, or as a file by NAME_FILE. */
export interface Secrets {
  /** When set, `/metrics` answers only to this bearer token. */
  metricsToken: string | null
}

/** The third step: secrets, by value or from files such as container secrets. */
export function readSecrets(raw: RawConfig, readFile = (path: string) => readFileSync(path, 'utf8')): Secrets {
  return { metricsToken: readSecret(raw, 'DAYBOOK_METRICS_TOKEN', readFile) }
}

function readSecret(raw: RawConfig, name: string, readFile: (path: string) => string): string | null {
  const fileVariable = `${name}_FILE`
  const path = raw[fileVariable]
  if (path === undefined) return raw[name] ?? null
  if (raw[name] !== undefined) throw new ConfigError(fileVariable, `is set, and so is ${name}`, 'Set one of the two.')
  // Editors and `echo` end a file with a line break that is no part of the secret.
  const secret = contentOf(fileVariable, path, readFile).replace(/\r?\n$/, '')
  if (secret) return secret
  throw new ConfigError(fileVariable, `names ${path}, which is empty`, 'Write the secret into the file.')
}

function contentOf(variable: string, path: string, readFile: (path: string) => string): string {
  try {
    return readFile(path)
  } catch (cause) {
    throw new ConfigError(variable, `names ${path}, which cannot be read`, 'Check the path and its rights.', { cause })
  }
}
