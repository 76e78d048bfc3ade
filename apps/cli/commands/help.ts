import type { GlobalOptions } from '../arguments/global-options.ts'
import { usageError } from '../arguments/usage-error.ts'
import { findEntry, loadCatalog, type CatalogEntry } from '../operations/catalog.ts'
import { optionsOf, usageOf } from '../operations/usage.ts'
import { findProcessCommand, processCommands } from './process-commands.ts'

/** `daybook help`, `daybook help task add`, `daybook task --help`. */
export async function run(words: string[], _options: GlobalOptions): Promise<void> {
  const topic = words.filter((word) => !word.startsWith('-'))
  const catalog = await loadCatalog()
  if (topic.length === 0) return print(overview(catalog))

  const command = findProcessCommand(topic[0]!)
  if (command)
    return print([`${command.summary}.`, '', `Usage: ${command.usage}`, ...section('Options', command.options ?? [])])
  const found = findEntry(catalog, topic)
  if (found) return print(explain(found.entry))
  const begun = catalog.filter(({ words: [first] }) => first === topic[0])
  if (begun.length === 0) throw usageError(`There is no command "${topic.join(' ')}"`)
  print(section(`daybook ${topic[0]}`, begun.map(toRow)).slice(1))
}

function overview(catalog: CatalogEntry[]): string[] {
  return [
    'Daybook: mail, tasks and search in one place, on your own machine.',
    '',
    'Usage: daybook COMMAND [options]',
    ...section(
      'Daybook itself',
      processCommands.map(({ name, summary }) => [name, summary]),
    ),
    ...section('What it does', catalog.map(toRow)),
    ...section('Options of every command', GLOBAL_OPTIONS),
    '',
    'More about one: daybook help COMMAND',
  ]
}

function explain({ words, operation }: CatalogEntry): string[] {
  return [
    `${operation.summary}.`,
    '',
    `Usage: ${usageOf(operation, words)}`,
    ...section('Options', [...optionsOf(operation), ["--input '{…}' | -", 'The whole input as JSON, or from stdin']]),
    ...section(
      'Errors',
      Object.entries(operation.errors).map(([code, { message }]) => [code, message]),
    ),
    '',
    `The same: daybook call ${operation.name} '${JSON.stringify(operation.example)}'`,
    `          ${operation.http.method} /api/v1${operation.http.path}`,
  ]
}

const GLOBAL_OPTIONS: [string, string][] = [
  ['--data DIR', 'The data folder (or DAYBOOK_DATA)'],
  ['--json', 'The answer as JSON on one line, problems as JSON on stderr'],
  ['--url URL --token TOKEN', 'Call another Daybook (the token also by DAYBOOK_TOKEN)'],
  ['--help', 'Explain the command'],
]

const toRow = ({ words, operation }: CatalogEntry): [string, string] => [words.join(' '), operation.summary]

function section(title: string, rows: [string, string][]): string[] {
  if (rows.length === 0) return []
  const width = Math.max(...rows.map(([name]) => name.length))
  return ['', `${title}:`, ...rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`.trimEnd())]
}

const print = (lines: string[]) => console.log(lines.join('\n'))
