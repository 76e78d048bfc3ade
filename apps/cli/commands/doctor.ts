import { access, constants, mkdir, statfs } from 'node:fs/promises'
import { parseConfig } from '#platform/config/parse-config.ts'
import { readEnvironment } from '#platform/config/read-environment.ts'
import { readSecrets } from '#platform/config/read-secrets.ts'
import { acquireFolderLock } from '#platform/lock/folder-lock.ts'
import { readServerFile } from '#platform/lock/server-file.ts'
import { runningRuntime } from '#platform/runtime/running-runtime.ts'
import packageFile from '../../../package.json' with { type: 'json' }
import type { GlobalOptions } from '../arguments/global-options.ts'

/** One thing that was looked at. */
interface Finding {
  name: string
  ok: boolean
  detail: string
}

/** `daybook doctor`: what this installation consists of, and what is amiss with it. Exit status 1 when something is. */
export async function run(_argv: string[], { data, json }: GlobalOptions): Promise<void> {
  const raw = readEnvironment(process.env, { data: data ?? undefined })
  const { dataFolder } = parseConfig(raw)
  const { databaseUrl } = readSecrets(raw)
  const findings = [
    versions(),
    runtime(),
    await folder(dataFolder),
    await space(dataFolder),
    await database(databaseUrl),
    await server(dataFolder),
  ]
  const ok = findings.every((finding) => finding.ok)
  if (json) console.log(JSON.stringify({ ok, findings }))
  else
    for (const { name, ok: good, detail } of findings)
      console.log(`${good ? 'ok  ' : 'bad '} ${name.padEnd(12)} ${detail}`)
  if (!ok) process.exitCode = 1
}

function versions(): Finding {
  return { name: 'version', ok: true, detail: `Daybook ${packageFile.version} on ${process.platform} ${process.arch}` }
}

function runtime(): Finding {
  const { name, version } = runningRuntime()
  const finding = { name: 'runtime', ok: true, detail: `${name} ${version}` }
  if (name === 'Node') return finding
  const pinned = packageFile.dependencies.bun
  if (version === pinned) return finding
  return { ...finding, ok: false, detail: `Bun ${version}, but ${pinned} is pinned: start by "npx daybook"` }
}

async function folder(dataFolder: string): Promise<Finding> {
  const name = 'data folder'
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    return { name, ok: true, detail: dataFolder }
  } catch (cause) {
    return { name, ok: false, detail: `${dataFolder} cannot be written: ${(cause as Error).message}` }
  }
}

async function space(dataFolder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataFolder)
  const gigabytes = (bavail * bsize) / 1e9
  return { name: 'disk', ok: gigabytes > 1, detail: `${gigabytes.toFixed(1)} GB free` }
}

/** Never the URL, which holds a password. */
async function database(url: string | null): Promise<Finding> {
  const name = 'database'
  if (url === null) return { name, ok: true, detail: 'SQLite in the data folder' }
  const { checkServer } = await import('#platform/postgres/check-server.ts')
  try {
    await checkServer(url)
    return { name, ok: true, detail: 'PostgreSQL answers' }
  } catch (cause) {
    return { name, ok: false, detail: (cause as Error).message }
  }
}

async function server(dataFolder: string): Promise<Finding> {
  const name = 'server'
  const lock = await acquireFolderLock(dataFolder)
  if (lock !== 'held') {
    lock.release()
    return { name, ok: true, detail: 'not running' }
  }
  const file = await readServerFile(dataFolder)
  const answered = file && (await fetch(`${file.url}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => null))
  return {
    name,
    ok: Boolean(answered?.ok),
    detail: answered ? `running at ${file.url}` : 'a process holds the folder, but does not answer',
  }
}
