import { run } from '../lib/run.ts'

/** The real programs that tests talk to, by the Debian package that brings each. */
const PROGRAMS = [
  { program: 'chromium', package: 'chromium', needed: 'tests in the browser' },
  { program: 'dovecot', package: 'dovecot-imapd', needed: 'threads beside a mail server' },
  { program: 'initdb', package: 'postgresql', needed: 'every test on PostgreSQL' },
  { program: 'strace', package: 'strace', needed: 'the order of writes and answers' },
  { program: 'zsh', package: 'zsh', needed: 'completion in zsh' },
  { program: 'fish', package: 'fish', needed: 'completion in fish' },
]

/** Installs what is missing where that can be done, and says what is still missing. */
export async function ensureRealServers(): Promise<string[]> {
  const wanted = await absent()
  if (wanted.length > 0 && process.platform === 'linux' && process.getuid?.() === 0 && (await has('apt-get'))) {
    console.log(`Installing for the tests: ${wanted.map((entry) => entry.package).join(', ')}…`)
    await install(wanted.map((entry) => entry.package))
  }
  return (await absent()).map(
    ({ program, package: name, needed }) => `${program} (Debian package ${name}), for ${needed}`,
  )
}

async function absent() {
  const found = await Promise.all(PROGRAMS.map(({ program }) => has(program)))
  return PROGRAMS.filter((_, index) => !found[index])
}

async function install(packages: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], env)
  // A stale index still has most packages; the install says what it lacks.
  if (update.status !== 0) console.error(update.stderr.trim())
  const { status, stderr } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env)
  if (status !== 0) console.error(stderr.trim())
}

async function has(program: string): Promise<boolean> {
  const { status } = await run('sh', [
    '-c',
    `PATH="$PATH:/usr/sbin:/sbin:$(echo /usr/lib/postgresql/*/bin | tr ' ' :)" command -v ${program}`,
  ])
  return status === 0
}
