import { Buffer } from 'node:buffer'

/** A message of lines ended by CRLF, each character a byte. */
export function mail(...lines: string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

/** The bytes of UTF-8 text as characters, to be put into a `mail`. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
