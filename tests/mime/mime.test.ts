import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractPart } from '#modules/mail/server/mime/extract-part.ts'
import { parseMessage } from '#modules/mail/server/mime/parse-message.ts'
import expectedJson from './expected.json' with { type: 'json' }
import { fields, type Fingerprint, fingerprint, readWithDaybook } from './reading.ts'
import { messagesUnder, sampleMail } from './samples.ts'

const expected = expectedJson as Record<string, Fingerprint>
const mail = sampleMail()

const missing = mail ? '' : ' (not run: the sample mail is not here, DAYBOOK_SAMPLES)'

describe.skipIf(!mail)(`209 hard MIME messages and the threads corpora${missing}`, () => {
  const paths = mail ? [...messagesUnder(mail, 'mime'), ...messagesUnder(mail, 'threads')] : []

  it('is all there, with an expectation each', () => {
    expect(paths.filter((path) => path.startsWith('mime/'))).toHaveLength(209)
    expect(paths).toEqual(Object.keys(expected).sort())
  })

  it.each(fields)('is read as expected: %s', (field) => {
    const wrong: Record<string, unknown> = {}
    for (const path of paths) {
      const wanted = expected[path]![field]
      const read = fingerprint(readWithDaybook(join(mail!, path)))[field]
      if (wanted !== null && read !== wanted) wrong[path] = { wanted, read }
    }
    expect(wrong).toEqual({})
  })

  it('is all readable: no message loses both its text and its parts, none fails', () => {
    for (const path of paths) {
      const source = readFileSync(join(mail!, path))
      const { text, html, attachments, defects } = parseMessage(source)
      expect(defects, path).not.toContain('unreadable')
      const body = source.toString('latin1').replace(/^[^]*?\r?\n\r?\n/, '')
      const blank = body.replace(/^--.*$/gm, '').trim() === ''
      expect(blank || text.trim() !== '' || html !== null || attachments.length > 0, path).toBe(true)
    }
  })

  it('gives every attachment the bytes it was hashed from', () => {
    for (const path of paths) {
      const source = readFileSync(join(mail!, path))
      for (const { partId, sha256 } of parseMessage(source).attachments) {
        const bytes = extractPart(source, partId)?.bytes ?? new Uint8Array()
        expect(createHash('sha256').update(bytes).digest('hex'), `${path} part ${partId}`).toBe(sha256)
      }
    }
  })
})
