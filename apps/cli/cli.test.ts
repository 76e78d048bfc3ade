import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireFolderLock } from '#platform/lock/folder-lock.ts'
import { openCli } from './testing/run-cli.ts'

const message = (n: number, subject: string) =>
  `From: Ada <ada@example.test>\nTo: b@example.test\nSubject: ${subject}\nMessage-ID: <${n}@example.test>\nDate: Mon, 6 Jan 2020 10:0${n}:00 +0000\n\nThe power supply of unit ${n}.\n`
const mbox = `From a@b Mon Jan  6 10:00:00 2020\n${message(1, 'First review')}\nFrom a@b Mon Jan  6 10:00:00 2020\n${message(2, 'Second')}\n`

describe('the command line without a server', () => {
  it('imports, finds, and imports nothing twice', async () => {
    await using cli = await openCli()
    await writeFile(join(cli.folder, 'mail.mbox'), mbox)
    expect((await cli.run(['import', 'mail', 'mail.mbox', '--json'])).json).toEqual({
      seen: 2,
      stored: 2,
      duplicates: 0,
      failed: [],
    })
    expect((await cli.run(['import', 'mail', 'mail.mbox', '--json'])).json).toMatchObject({ stored: 0, duplicates: 2 })

    const all = await cli.run(['search', '"power supply" from:ada', '--type', 'mail', '--json'])
    expect(all.json.items.map((hit: { title: string }) => hit.title)).toEqual(['Second', 'First review'])
    const without = await cli.run(['search', '-review type:mail', '--json'])
    expect(without.json.items).toHaveLength(1)
  })

  it('takes a Maildir', async () => {
    await using cli = await openCli()
    for (const name of ['cur', 'new', 'tmp']) await mkdir(join(cli.folder, 'Maildir', name), { recursive: true })
    await writeFile(join(cli.folder, 'Maildir', 'cur', '1.a:2,S'), message(1, 'Read'))
    await writeFile(join(cli.folder, 'Maildir', 'new', '2.b'), message(2, 'New'))
    expect((await cli.run(['import', 'mail', 'Maildir', '--json'])).json).toMatchObject({
      seen: 2,
      stored: 2,
      failed: [],
    })
    const unread = await cli.run(['mail', 'list', '--unread', '--json'])
    expect(unread.json.items.map((item: { subject: string }) => item.subject)).toEqual(['New'])
  })

  it('calls any operation by its name, from an argument or stdin', async () => {
    await using cli = await openCli()
    expect((await cli.run(['call', 'tasks.create', '{"title":"A"}', '--json'])).json).toMatchObject({
      title: 'A',
      status: 'inbox',
    })
    expect((await cli.run(['call', 'tasks.create', '-', '--json'], '{"title":"B"}')).json).toMatchObject({ title: 'B' })
    expect((await cli.run(['task', 'add', 'Buy', 'milk', '--priority', '2', '--json'])).json).toMatchObject({
      title: 'Buy milk',
      priority: 2,
    })

    const table = await cli.run(['task', 'list'])
    expect(table.stdout.split('\n')[0]).toMatch(/^id .*title/)
    expect(table.stdout).toContain('Buy milk')
  })

  it('says what is wrong in one sentence, with what to do and a status a kind', async () => {
    await using cli = await openCli()
    const missing = await cli.run(['task', 'show', '01933b6e-8f00-7000-8000-000000000001'])
    expect(missing).toMatchObject({ status: 5, stdout: '', stderr: 'There is no such task.\n' })

    const problem = await cli.run(['task', 'add', '', '--json'])
    expect(problem.status).toBe(2)
    expect(JSON.parse(problem.stderr)).toMatchObject({
      code: 'invalid-input',
      kind: 'validation',
      errors: [{ pointer: '/title' }],
    })

    expect(await cli.run(['import', 'mail', 'nowhere.mbox'])).toMatchObject({
      status: 5,
      stderr: expect.stringContaining('There is no file nowhere.mbox'),
    })
    expect(await cli.run(['tsak', 'add'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Did you mean "task"?'),
    })
    expect(await cli.run(['task'])).toMatchObject({ status: 2, stderr: expect.stringContaining('task add') })
  })

  it('explains itself', async () => {
    await using cli = await openCli()
    const overview = await cli.run(['help'])
    for (const command of ['start', 'verify', 'import mail', 'task add', 'search', 'token create'])
      expect(overview.stdout).toContain(`  ${command} `)
    const one = await cli.run(['task', 'add', '--help'])
    expect(one.stdout).toContain('Usage: daybook task add TITLE [options]')
    expect(one.stdout).toContain('--due-at TIME')
    expect((await cli.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+ on (Bun|Node) \d+\.\d+\.\d+\n$/)
  })

  it('verifies a folder, and finds what was changed behind its back', async () => {
    await using cli = await openCli()
    expect((await cli.run(['verify'])).status).toBe(5)
    await cli.run(['task', 'add', 'A'])
    expect(await cli.run(['verify', '--json'])).toMatchObject({ status: 0, json: { ok: true, faults: [] } })

    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(join(cli.data, 'daybook.sqlite'))
    database.exec("UPDATE audit SET operation = 'tasks.delete'")
    database.close()
    const report = await cli.run(['verify', '--json'])
    expect(report).toMatchObject({ status: 1, json: { ok: false } })
    expect(report.json.faults[0]).toContain('was changed')
  })

  it('gives up on a folder that a silent process holds', async () => {
    await using cli = await openCli()
    const lock = await acquireFolderLock(cli.data)
    if (lock === 'held') throw new Error('Nobody else knows this folder')
    const refused = await cli.run(['task', 'list', '--json'])
    lock.release()
    expect(refused.status).toBe(13)
    expect(JSON.parse(refused.stderr)).toMatchObject({ code: 'folder-held', kind: 'database' })
  })
})

describe('the command line beside a server', () => {
  it('goes through it', async () => {
    await using cli = await openCli()
    const server = await cli.start()
    expect(server.line).toMatch(/^Daybook is ready: http:\/\/127\.0\.0\.1:\d+\/sign-in#\S+\n$/)
    const origin = server.line.match(/http:\/\/[^/]+/)![0]
    try {
      await writeFile(join(cli.folder, 'mail.mbox'), mbox)
      expect((await cli.run(['import', 'mail', 'mail.mbox', '--json'])).json).toEqual({
        seen: 2,
        stored: 2,
        duplicates: 0,
        failed: [],
      })
      const { token } = (await cli.run(['token', 'create', '--json'])).json as { token: string }
      const authorized = await fetch(`${origin}/api/v1/tasks`, { headers: { authorization: `Bearer ${token}` } })
      expect(authorized.status).toBe(200)
      expect((await fetch(`${origin}/api/v1/tasks`)).status).toBe(401)

      const remote = await cli.run(['me', '--json', '--url', origin, '--token', token])
      expect(remote.json).toMatchObject({ role: 'owner' })
      expect((await cli.run(['link'])).stdout).toMatch(new RegExp(`^${origin}/sign-in#\\S+\n$`))
      expect((await cli.run(['verify', '--json'])).json).toMatchObject({ ok: true })
      expect((await cli.run(['doctor'])).stdout).toContain(`running at ${origin}`)
      expect(await cli.run(['start', '--no-open'])).toMatchObject({
        status: 6,
        stderr: expect.stringContaining('already runs'),
      })
    } finally {
      expect(await server.stop()).toBe(0)
    }
    expect(await cli.run(['link'])).toMatchObject({
      status: 16,
      stderr: expect.stringContaining('No server is running'),
    })
  })
})
