import type { CatalogEntry } from '../operations/catalog.ts'
import { inputFields, positionalFields } from '../operations/input-fields.ts'
import { takesBody } from '../operations/usage.ts'
import type { ProcessCommand } from '../commands/process-commands.ts'

/** What can follow the words of a command, as every shell's script needs it. */
export interface CompletionEntry {
  /** The words so far, such as `task add`; empty at the beginning. */
  path: string
  /** Words that go on with the command, or that it takes as its arguments. */
  words: string[]
  options: CompletionOption[]
}

export interface CompletionOption {
  /** With its dashes. */
  name: string
  takesValue: boolean
  /** The values it takes, where these are few. */
  values: string[]
}

/** Options of every command. */
export const globalOptions: CompletionOption[] = [
  ...['--json', '--help', '--version'].map((name) => ({ name, takesValue: false, values: [] })),
  ...['--data', '--url', '--token'].map((name) => ({ name, takesValue: true, values: [] })),
]

/** Lays out every command line that the contracts allow. */
export function completionTable(
  catalog: readonly CatalogEntry[],
  commands: readonly ProcessCommand[],
): CompletionEntry[] {
  const table = new Map<string, CompletionEntry>()
  const entryAt = (path: string): CompletionEntry => {
    const entry = table.get(path) ?? { path, words: [], options: [] }
    table.set(path, entry)
    return entry
  }

  const names = catalog.map(({ operation }) => operation.name).sort()
  const root = entryAt('')
  for (const { name, options = [] } of commands) {
    root.words.push(name)
    entryAt(name).options.push(...options.map(([text]) => processOption(text)))
  }
  for (const { words, operation } of catalog) {
    words.forEach((word, index) => addOnce(entryAt(words.slice(0, index).join(' ')).words, word))
    const entry = entryAt(words.join(' '))
    entry.options.push(...optionsOf(operation))
    const fields = inputFields(operation)
    entry.words.push(...(positionalFields(operation, fields)[0]?.choices ?? []))
    if (operation.name === 'approvals.allow' || operation.name === 'approvals.disallow') entry.words.push(...names)
  }
  entryAt('call').words.push(...names)
  entryAt('completion').words.push('bash', 'zsh', 'fish')
  entryAt('help').words.push(...root.words)
  return [...table.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The options of an operation as they are typed; a flag can be said no to. */
function optionsOf(operation: CatalogEntry['operation']): CompletionOption[] {
  const fields = inputFields(operation)
  const places = positionalFields(operation, fields)
  const own = fields
    .filter((field) => !places.includes(field))
    .flatMap(({ option, kind, repeats, choices }): CompletionOption[] => {
      if (kind !== 'flag' || repeats) return [{ name: `--${option}`, takesValue: true, values: choices }]
      return [`--${option}`, `--no-${option}`].map((name) => ({ name, takesValue: false, values: [] }))
    })
  const input = { name: '--input', takesValue: true, values: [] }
  return [...own, input, ...(takesBody(operation) ? [{ ...input, name: '--body' }] : [])]
}

/** `--port N` takes a value, `--no-open` none. */
function processOption(text: string): CompletionOption {
  const [name, value] = text.split(' ')
  return { name: name!, takesValue: value !== undefined, values: [] }
}

function addOnce(words: string[], word: string): void {
  if (!words.includes(word)) words.push(word)
}
