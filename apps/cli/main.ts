import { takeGlobalOptions } from './arguments/global-options.ts'
import { findProcessCommand } from './commands/process-commands.ts'

/** Runs one command line and leaves its exit status; a long-running command returns when it ends. */
async function main(argv: string[]): Promise<void> {
  const { options, words } = takeGlobalOptions(argv)
  try {
    const [name, ...rest] = words
    if (options.version) return await (await import('./commands/version.ts')).run([], options)
    if (name === undefined) return await (await import('./commands/help.ts')).run([], options)
    if (options.help) return await (await import('./commands/help.ts')).run(words, options)

    const command = findProcessCommand(name)
    if (command) return await (await command.load()).run(rest, options)
    await (await import('./operations/run-operation.ts')).runOperation(words, options)
  } catch (error) {
    const { reportError } = await import('./output/report-error.ts')
    process.exitCode = reportError(error, options)
  }
}

// `daybook mail list | head` closes the pipe early; that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

await main(process.argv.slice(2))
