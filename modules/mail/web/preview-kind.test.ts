import { expect, it } from 'vitest'
import { previewKind } from './preview-kind.ts'

const file = (contentType: string, filename = 'file', size = 1000) =>
  previewKind({ id: 'a', sha256: '', inline: false, contentId: null, contentType, filename, size })

it('shows pictures and texts, and nothing that could run', () => {
  expect(file('image/png')).toBe('image')
  expect(file('text/plain')).toBe('text')
  expect(file('application/octet-stream', 'boot.log')).toBe('text')
  for (const type of ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'application/pdf', 'text/javascript'])
    expect(file(type, 'x.txt')).toBe(null)
})

it('leaves large ones to a download', () => {
  expect(file('text/plain', 'a.txt', 50_000_000)).toBe(null)
  expect(file('image/jpeg', 'a.jpg', 50_000_000)).toBe(null)
})
