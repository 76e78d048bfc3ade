import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import PostalMime, { type Address } from 'postal-mime'
import type { Reading } from '../reading.ts'

/** Read a file with postal-mime as it comes. */
export async function readWithPostal(path: string): Promise<Reading> {
  const mail = await PostalMime.parse(readFileSync(path))
  return {
    subject: mail.subject ?? '',
    from: flatten(mail.from ? [mail.from] : []),
    to: flatten(mail.to ?? []),
    date: mail.date ? seconds(new Date(mail.date)) : null,
    text: mail.text ?? null,
    attachments: mail.attachments.map(({ filename, mimeType, content }) =>
      describe(filename, mimeType, new Uint8Array(content as ArrayBuffer)),
    ),
  }
}

/** Read a file with mailparser as it comes; only its making of text from HTML is left out. */
export async function readWithMailparser(path: string): Promise<Reading> {
  const mail = await simpleParser(readFileSync(path), {
    skipTextToHtml: true,
    skipImageLinks: true,
    skipHtmlToText: true,
  })
  const to = mail.to === undefined ? [] : Array.isArray(mail.to) ? mail.to.flatMap(({ value }) => value) : mail.to.value
  return {
    subject: mail.subject ?? '',
    from: flatten(mail.from?.value ?? []),
    to: flatten(to),
    // A date that it cannot read it answers with the present time.
    date: mail.date && Math.abs(mail.date.getTime() - Date.now()) > 60_000 ? seconds(mail.date) : null,
    text: mail.text ?? null,
    attachments: mail.attachments.map(({ filename, contentType, content }) =>
      describe(filename ?? null, contentType, content),
    ),
  }
}

/** Read many files with Python's email package; null for a file that it gives up on. */
export function readWithPython(paths: string[]): Map<string, Reading | null> {
  const script = join(import.meta.dirname, 'read_with_python.py')
  const lines = execFileSync('python3', ['-W', 'ignore', script, ...paths], {
    maxBuffer: 1_000_000_000,
    encoding: 'utf8',
  })
    .trim()
    .split('\n')
  return new Map(
    lines.map((line) => {
      const { path, result } = JSON.parse(line) as { path: string; result: Reading | string }
      if (typeof result === 'string') return [path, null]
      return [path, { ...result, date: typeof result.date === 'number' ? result.date : null }]
    }),
  )
}

type Listed = { name?: string; address?: string; group?: Listed[] }

function flatten(list: (Listed | Address)[]): [string, string][] {
  return (list as Listed[]).flatMap(({ name, address, group }) =>
    group ? flatten(group) : [[name ?? '', address ?? ''] as [string, string]],
  )
}

function seconds(date: Date): number | null {
  return Number.isNaN(date.getTime()) ? null : Math.floor(date.getTime() / 1000)
}

function describe(name: string | null, type: string, bytes: Uint8Array): [string | null, string, number, string] {
  return [name, type, bytes.length, createHash('sha256').update(bytes).digest('hex')]
}
