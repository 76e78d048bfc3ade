import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { extract } from 'tar-stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tarFolder } from './tar-folder.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-maildir-'))
  for (const name of ['cur', 'new', 'tmp', '.Sent/cur']) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'cur', '1.a:2,S'), 'Subject: one\n\nbody\n')
  await writeFile(join(folder, 'new', '2.b'), '')
  await writeFile(join(folder, '.Sent', 'cur', '3.c:2,'), 'Subject: three\n\n')
  await symlink('/etc/passwd', join(folder, 'cur', 'link'))
})

afterAll(() => rm(folder, { recursive: true }))

it('sends a Maildir as a tar stream, without following links', async () => {
  const entries = new Map<string, string>()
  const reader = extract()
  reader.on('entry', (header, stream, next) => {
    void text(stream).then((content) => {
      entries.set(header.name.slice(header.name.indexOf('/') + 1), content)
      next()
    })
  })
  const done = new Promise<void>((resolve) => reader.on('finish', () => resolve()))
  Readable.fromWeb(tarFolder(folder) as WebStream).pipe(reader)
  await done

  expect(Object.fromEntries(entries)).toEqual({
    '.Sent/cur/3.c:2,': 'Subject: three\n\n',
    'cur/1.a:2,S': 'Subject: one\n\nbody\n',
    'new/2.b': '',
  })
})
