import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processCommands } from '../commands/process-commands.ts'
import { loadCatalog } from '../operations/catalog.ts'
import { bashScript } from './bash-script.ts'
import { completionTable, type CompletionEntry } from './completion-table.ts'
import { fishScript } from './fish-script.ts'
import { zshScript } from './zsh-script.ts'

const run = promisify(execFile)
let folder = ''
let table: CompletionEntry[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-completion-'))
  table = completionTable(await loadCatalog(), processCommands)
  await writeFile(join(folder, 'bash'), bashScript(table))
  await writeFile(join(folder, 'zsh'), zshScript(table))
  await writeFile(join(folder, 'fish'), fishScript(table))
})
afterAll(() => rm(folder, { recursive: true }))

/** What each shell offers for a line, whose last word is being typed. */
const shells: Record<string, (words: string[]) => Promise<string[]>> = {
  async bash(words) {
    const script = `source "${folder}/bash"; COMP_WORDS=(${words.map(quoted).join(' ')}); COMP_CWORD=${words.length - 1}; _daybook; printf '%s\\n' "\${COMPREPLY[@]}"`
    return lines(await run('bash', ['-c', script]))
  },
  async zsh(words) {
    // Outside the line editor compadd cannot run: what it is given is what would be offered.
    const script = `compdef() { : }; compset() { PREFIX="\${PREFIX#*=}" }; _files() { print FILES }
compadd() { shift; print -l -- "\${(M)@:#$PREFIX*}" }; source "${folder}/zsh"
words=(${words.map(quoted).join(' ')}); CURRENT=${words.length}; PREFIX=${quoted(words.at(-1)!)}; _daybook`
    return lines(await run('zsh', ['-f', '-c', script]))
  },
  async fish(words) {
    const script = `source "${folder}/fish"; complete -C ${quoted(words.join(' '))}`
    const found = lines(await run('fish', ['--no-config', '-c', script], { env: { ...process.env, HOME: folder } }))
    return found.map((line) => line.split('\t')[0]!)
  },
}

const lines = ({ stdout }: { stdout: string }) => stdout.split('\n').filter((line) => line !== '')
const quoted = (text: string) => `'${text}'`
const has = await Promise.all(
  Object.keys(shells).map((shell) =>
    run(shell, ['--version']).then(
      () => shell,
      () => null,
    ),
  ),
)

it('is tried in a real bash at least', () => expect(has).toContain('bash'))

for (const shell of Object.keys(shells)) {
  describe.skipIf(!has.includes(shell))(`in ${shell}`, () => {
    const complete = (line: string) => shells[shell]!(`daybook ${line}`.split(' '))

    it('the first words are commands and the beginnings of operations', async () => {
      expect(await complete('')).toEqual(
        expect.arrayContaining(['start', 'mcp', 'task', 'mail', 'search', 'approvals']),
      )
      expect(await complete('ta')).toEqual(['task'])
    })

    it('further words go on with an operation, behind options too', async () => {
      expect(await complete('task ')).toEqual(expect.arrayContaining(['add', 'done', 'list']))
      expect(await complete('--data task task a')).toEqual(expect.arrayContaining(['add', 'approve-suggestion']))
      expect(await complete('--json task l')).toEqual(['labels', 'list'])
    })

    it('options are those of the operation and of every command', async () => {
      expect(await complete('task add --')).toEqual(
        expect.arrayContaining(['--notes', '--priority', '--json', '--data']),
      )
      expect(await complete('task add --pri')).toEqual(['--priority'])
      expect(await complete('mail list --un')).toEqual(['--unread'])
      expect(await complete('start --no-o')).toEqual(['--no-open'])
    })

    it('values are those that the schema names', async () => {
      expect((await complete('task list --view ')).sort()).toEqual(['all', 'done', 'open', 'trash'])
      expect(await complete('task list --view tr')).toEqual(['trash'])
      expect(await complete('completion f')).toEqual(['fish'])
      expect(await complete('call tasks.crea')).toEqual(
        expect.arrayContaining(['tasks.create', 'tasks.create-project']),
      )
    })
  })
}

it('completes every operation by its words, with each of its options', async () => {
  const catalog = await loadCatalog()
  for (const { words } of catalog) {
    const before = table.find(({ path }) => path === words.slice(0, -1).join(' '))
    expect(before?.words, words.join(' ')).toContain(words.at(-1))
  }
  expect(catalog.length).toBeGreaterThan(40)
})
