import { expect, it } from 'vitest'
import { openCli } from './testing/run-cli.ts'

it('adds a task of one line from a terminal, in the language that is said', async () => {
  await using cli = await openCli()
  const here = ['--zone', 'Europe/Berlin', '--json']
  const one = await cli.run(['add', 'Send', 'the', 'invoice', 'tomorrow', 'at', '9am', '#office', '!2', ...here])
  expect(one).toMatchObject({ status: 0, json: { title: 'Send the invoice', priority: 2, labels: ['office'] } })
  expect(one.json.dueAt).not.toBeNull()

  const other = await cli.run(['add', '--locale', 'de-DE', 'Rechnung schicken bis übermorgen 30m', ...here])
  expect(other.json).toMatchObject({ title: 'Rechnung schicken', estimateMax: 30 })
  expect(await cli.run(['add', '#office'])).toMatchObject({ status: 2, stderr: expect.stringContaining('title') })
})
