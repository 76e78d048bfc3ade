import { globalOptions, type CompletionEntry } from './completion-table.ts'

/** A row of a lookup: what is asked, and the words that answer it. */
export type Row = [key: string, words: readonly string[]]

/** Words after a path. */
export const wordRows = (table: readonly CompletionEntry[]): Row[] =>
  table.filter(({ words }) => words.length > 0).map(({ path, words }) => [path, words])

/** Options after a path, without those of every command. */
export const optionRows = (table: readonly CompletionEntry[]): Row[] =>
  table.filter(({ options }) => options.length > 0).map(({ path, options }) => [path, options.map(({ name }) => name)])

/** What an option of a path takes, where its values are few: the key is path, a blank, option. */
export const valueRows = (table: readonly CompletionEntry[]): Row[] =>
  table.flatMap(({ path, options }) =>
    options.filter(({ values }) => values.length > 0).map(({ name, values }): Row => [`${path} ${name}`, values]),
  )

/** Options that take a value, by any command. One that takes a value here and none there is not among them. */
export function valueOptions(table: readonly CompletionEntry[]): string[] {
  const all = [...globalOptions, ...table.flatMap(({ options }) => options)]
  const bare = new Set(all.filter(({ takesValue }) => !takesValue).map(({ name }) => name))
  return [...new Set(all.map(({ name }) => name))].filter((name) => !bare.has(name)).sort()
}

/** The options of every command. */
export const globalNames = globalOptions.map(({ name }) => name)

/** Text in single quotes, as bash and zsh read it. */
export const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** A function of bash and zsh that prints the words of a key. */
export function caseFunction(name: string, rows: readonly Row[]): string {
  const lines = rows.map(([key, words]) => `    ${quoted(key)}) printf '%s' ${quoted(words.join(' '))} ;;`)
  return `${name}() {\n  case "$1" in\n${lines.join('\n')}\n  esac\n}\n`
}
