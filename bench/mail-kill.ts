import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leftUploads, mailOf, query, searched, searchedHashes, threadsOf, verify } from '../tests/kill/inspect.ts'
import {
  importInPeace,
  importWithKills,
  killDuringUpload,
  seeded,
  undoWithKills,
  type Kill,
} from '../tests/kill/kill-import.ts'
import { ServerProcess } from '../tests/kill/server-process.ts'
import { atLeast, notRun, type Check } from './lib/check.ts'
import { findMailSamples, NO_SAMPLES } from './lib/samples.ts'
import { say } from './lib/say.ts'
import { tempFolder } from './lib/temp-folder.ts'

const SEED = 41
const WORDS = ['patch', 'reviewed', 'aspeed', 'thanks', 'regulator', 'from:joel', '"device tree"']

/** `mail.kill`: one import of real mail, killed at 50 seeded moments, ends like one that nobody disturbed; so does its undo. */
export async function run({ quick }: { quick: boolean }): Promise<{ checks: Check[] }> {
  const [path] = findMailSamples(true) ?? []
  if (path === undefined) return { checks: [notRun('kills', 50, NO_SAMPLES)] }
  const archive = readFileSync(path)
  const total = 4000
  const random = seeded(SEED)
  // Most lie between two commits of the store; some come when all is stored and the index is behind.
  const shares = [
    ...Array.from({ length: quick ? 10 : 46 }, () => random() * 0.97),
    ...Array.from({ length: quick ? 2 : 4 }, () => 1),
  ]

  await using folder = await tempFolder()
  try {
    const [killed, peaceful] = [join(folder.path, 'killed'), join(folder.path, 'peaceful')]
    const { server, importId, kills } = await importWithKills(killed, archive, { total, shares, random })
    const other = await importInPeace(peaceful, archive)
    say(
      `killed at ${kills.map(({ state, stored }) => `${stored}${state === 'running' ? '' : ` (${state})`}`).join(', ')}`,
    )
    const checks = [...killChecks(kills, shares.length, total), ...(await compare(server, other, total))]

    const after = await killDuringUpload(server)
    await after.call('GET', '/imports')
    checks.push(isTrue('nothing kept of a killed upload', (await leftUploads(killed)).length === 0))
    const undone = await undoWithKills(
      after,
      importId,
      Array.from({ length: quick ? 2 : 5 }, () => Math.floor(random() * total)),
      random,
    )
    checks.push(
      isTrue('nothing left after a killed undo', nothingLeft(killed) && (await searched(undone, 'patch')).length === 0),
    )
    await undone.stop()
    await other.stop()
    for (const [name, dataFolder] of [
      ['killed', killed],
      ['peaceful', peaceful],
    ] as const) {
      const { ok, faults } = await verify(dataFolder)
      const [integrity] = query(dataFolder, 'PRAGMA integrity_check')
      checks.push(isTrue(`verify and integrity_check, ${name}`, ok && integrity!.integrity_check === 'ok', faults))
    }
    return { checks }
  } finally {
    await ServerProcess.killAll()
  }
}

function killChecks(kills: Kill[], wanted: number, total: number): Check[] {
  const storing = kills.filter(({ state, stored }) => state === 'running' && stored < total)
  return [
    atLeast('kills', kills.length, wanted),
    atLeast('kills while storing', storing.length, Math.floor(wanted * 0.8)),
  ]
}

async function compare(server: ServerProcess, other: ServerProcess, total: number): Promise<Check[]> {
  const [ours, theirs] = [mailOf(server.dataFolder), mailOf(other.dataFolder)]
  const checks = [
    isTrue('as many messages as the archive holds', ours.length === total && new Set(ours).size === total, ours.length),
    isTrue('the same messages and flags', same(ours, theirs)),
    isTrue('the same threads', same(threadsOf(server.dataFolder), threadsOf(other.dataFolder))),
    isTrue('every message is found', new Set(await searched(server, 'in:inbox')).size === total),
    isTrue('no upload is left', (await leftUploads(server.dataFolder)).length === 0),
  ]
  for (const word of WORDS) {
    const found = await searchedHashes(server, word)
    checks.push(
      isTrue(
        `the same found by ${word}`,
        found.length > 0 && same(found, await searchedHashes(other, word)),
        found.length,
      ),
    )
  }
  return checks
}

function nothingLeft(dataFolder: string): boolean {
  return ['message', 'content', 'attachment', 'reference', 'thread_place'].every(
    (table) => query(dataFolder, `SELECT 1 FROM mail_${table} LIMIT 1`).length === 0,
  )
}

function same(left: string[], right: string[]): boolean {
  return left.length === right.length && left.every((value, n) => value === right[n])
}

function isTrue(name: string, holds: boolean, detail?: unknown): Check {
  return { name, value: holds ? 'yes' : 'no', limit: 'yes', holds, ...(detail !== undefined && { detail }) }
}
