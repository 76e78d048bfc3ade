import type { GlobalOptions } from '../arguments/global-options.ts'
import { usageError } from '../arguments/usage-error.ts'
import { bashScript } from '../completion/bash-script.ts'
import { completionTable, type CompletionEntry } from '../completion/completion-table.ts'
import { fishScript } from '../completion/fish-script.ts'
import { zshScript } from '../completion/zsh-script.ts'
import { loadCatalog } from '../operations/catalog.ts'
import { processCommands } from './process-commands.ts'

/** `daybook completion bash`: a script that completes commands, options and their values, with no server. */
export async function run([shell, surplus]: string[], _options: GlobalOptions): Promise<void> {
  const write = SCRIPTS.get(shell ?? '')
  if (!write || surplus !== undefined)
    throw usageError('Say for which shell', 'Usage: daybook completion bash|zsh|fish')
  process.stdout.write(write(completionTable(await loadCatalog(), processCommands)))
}

const SCRIPTS = new Map<string, (table: readonly CompletionEntry[]) => string>([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
])
