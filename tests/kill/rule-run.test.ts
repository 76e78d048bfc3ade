import { afterAll, beforeAll, expect, it } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from '#testing/notes/temporary-folder.ts'
import { mailText, mbox } from '../mail/write-mail.ts'
import { query, verify } from './inspect.ts'
import { importInPeace, seeded } from './kill-import.ts'
import { ServerProcess, watchDatabase } from './server-process.ts'

const TOTAL = 900
/** Every third message is meant by the rule. */
const MEANT = TOTAL / 3
const SCANNED = 'SELECT scanned, matched, state FROM mail_rule_run ORDER BY created_at DESC LIMIT 1'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => void (folder = await temporaryFolder()))
afterAll(async () => {
  await ServerProcess.killAll()
  await folder[Symbol.asyncDispose]()
})

it('ends a run of a rule over past mail that was killed again and again, and does nothing twice', async () => {
  const random = seeded(20261121)
  const dataFolder = folder.path
  let server = await importInPeace(dataFolder, Buffer.from(mbox(Array.from({ length: TOTAL }, (_, n) => letter(n)))))
  const label = await server.call('POST', '/labels', { name: 'Bills' })
  const rule = await server.call('POST', '/rules', {
    name: 'Bills',
    query: 'invoice',
    actions: { star: true, move: 'archive', addLabels: [label.id] },
  })
  const { run } = await server.call('POST', `/rules/${rule.id}/apply`, {})
  const caught: unknown[] = []
  for (const share of [0.2, 0.5, 0.8]) {
    const seen = await watchDatabase(dataFolder, SCANNED, (row) => Number(row.scanned) >= share * TOTAL)
    // Not only between commits: somewhere within the next one.
    await sleep(random() * 4)
    await server.kill()
    caught.push(seen.state)
    server = new ServerProcess(dataFolder)
  }
  expect(caught).toContain('running')
  await watchDatabase(dataFolder, SCANNED, (row) => row.state === 'done')
  expect(await server.call('GET', `/rule-runs/${run}`)).toMatchObject({ state: 'done', scanned: TOTAL, matched: MEANT })

  // A message that was changed twice has been counted up twice.
  expect(query(dataFolder, 'SELECT rev, starred, place, COUNT(*) AS n FROM mail_message GROUP BY 1, 2, 3')).toEqual([
    { rev: 1, starred: 0, place: 'inbox', n: TOTAL - MEANT },
    { rev: 2, starred: 1, place: 'archive', n: MEANT },
  ])
  expect(query(dataFolder, 'SELECT COUNT(*) AS n FROM mail_message_label')).toEqual([{ n: MEANT }])
  expect(query(dataFolder, 'SELECT COUNT(DISTINCT message_id) AS n, COUNT(*) AS all_of FROM mail_rule_match')).toEqual([
    { n: MEANT, all_of: MEANT },
  ])
  await server.call('POST', `/rule-runs/${run}/undo`, {})
  await watchDatabase(
    dataFolder,
    'SELECT COUNT(*) AS n FROM mail_message WHERE starred = 1',
    (row) => Number(row.n) < 200,
  )
  await server.kill()
  server = new ServerProcess(dataFolder)
  await watchDatabase(dataFolder, SCANNED, (row) => row.state === 'undone')
  expect(query(dataFolder, 'SELECT starred, place, COUNT(*) AS n FROM mail_message GROUP BY 1, 2')).toEqual([
    { starred: 0, place: 'inbox', n: TOTAL },
  ])
  await server.stop()
  expect(await verify(dataFolder)).toMatchObject({ ok: true, faults: [] })
}, 180_000)

const letter = (n: number) =>
  mailText({ subject: n % 3 === 0 ? `Invoice ${n}` : `Letter ${n}`, id: `m${n}`, body: `Words of ${n}.` })
