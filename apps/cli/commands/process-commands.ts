import type { GlobalOptions } from '../arguments/global-options.ts'

/** A command that is about the process rather than about an operation. */
export interface ProcessCommand {
  name: string
  summary: string
  usage: string
  /** Lines of the form `--option VALUE  what it does`. */
  options?: [string, string][]
  load(): Promise<{ run(argv: string[], options: GlobalOptions): Promise<void> }>
}

/** The closed list of them. Everything else on the command line is an operation. */
export const processCommands: ProcessCommand[] = [
  {
    name: 'start',
    summary: 'Start Daybook and open it in the browser',
    usage: 'daybook start [--port N] [--no-open]',
    options: [
      ['--port N', 'Listen on this port (or DAYBOOK_PORT; 4455)'],
      ['--host ADDRESS', 'Listen on this address (or DAYBOOK_HOST; 127.0.0.1)'],
      ['--no-open', 'Print the sign-in link and open no browser'],
      ['--no-web', 'Do not build the web app'],
    ],
    load: () => import('./start.ts'),
  },
  {
    name: 'link',
    summary: 'Make a new one-time sign-in link',
    usage: 'daybook link',
    load: () => import('./link.ts'),
  },
  {
    name: 'verify',
    summary: 'Check the data folder: database, audit chain and files',
    usage: 'daybook verify',
    load: () => import('./verify.ts'),
  },
  {
    name: 'rekey',
    summary: 'Seal every secret under another instance key, while no server runs',
    usage: 'daybook rekey',
    load: () => import('./rekey.ts'),
  },
  {
    name: 'doctor',
    summary: 'Look at this installation and say what is amiss',
    usage: 'daybook doctor',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'config',
    summary: 'Print the configuration in force, without secrets',
    usage: 'daybook config',
    load: () => import('./config.ts'),
  },
  {
    name: 'call',
    summary: 'Call any operation by its name',
    usage: `daybook call OPERATION ['{"member": "value"}' | -]`,
    options: [['--body FILE', 'The file that an endpoint such as uploads.create takes']],
    load: () => import('./call.ts'),
  },
  {
    name: 'mcp',
    summary: 'Serve an assistant over stdin and stdout (Model Context Protocol)',
    usage: 'daybook mcp [--url URL --token TOKEN]',
    load: () => import('./mcp.ts'),
  },
  {
    name: 'completion',
    summary: 'Print the completion of commands for a shell',
    usage: 'daybook completion bash|zsh|fish',
    load: () => import('./completion.ts'),
  },
  {
    name: 'version',
    summary: 'Print the version',
    usage: 'daybook version',
    load: () => import('./version.ts'),
  },
  {
    name: 'help',
    summary: 'Explain a command',
    usage: 'daybook help [COMMAND]',
    load: () => import('./help.ts'),
  },
]

/** The process command of that name. */
export function findProcessCommand(name: string): ProcessCommand | undefined {
  return processCommands.find((command) => command.name === name)
}
