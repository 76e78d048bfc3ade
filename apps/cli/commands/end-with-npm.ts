import { existsSync, readFileSync } from 'node:fs'

const LOOK_MILLISECONDS = 500
const MOST_ANCESTORS = 5

/**
 * Ends this process when the npm that started it is gone. npm runs scripts through a shell that passes no signal on,
 * so a server whose npm was told to stop would go on unseen, holding its folder and port.
 */
export function endWithNpm(env: NodeJS.ProcessEnv = process.env): void {
  if (env.npm_lifecycle_event !== 'start' && env.npm_lifecycle_event !== 'npx') return
  const parent = process.ppid
  const ancestors = ancestorsUpToNpm(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && ancestors.every((pid) => existsSync(`/proc/${pid}`))) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MILLISECONDS)
  timer.unref()
}

/** The processes between npm and this one, npm included; none where there is no /proc to ask. */
function ancestorsUpToNpm(parent: number): number[] {
  const chain: number[] = []
  for (let pid = parent; pid > 1 && chain.length < MOST_ANCESTORS;) {
    const status = readStatus(pid)
    if (!status) return []
    chain.push(pid)
    if (status.name.startsWith('npm')) return chain
    pid = status.parent
  }
  // npm is not among them: a shell or a supervisor that may rightly end before us.
  return []
}

/** Name and parent of a process (proc_pid_status(5)). */
function readStatus(pid: number): { name: string; parent: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return { name: /^Name:\t(.*)$/m.exec(text)?.[1] ?? '', parent: Number(/^PPid:\t(\d+)$/m.exec(text)?.[1] ?? 0) }
  } catch {
    // No /proc on this platform, or the process has just ended: the parent alone is watched.
    return null
  }
}
