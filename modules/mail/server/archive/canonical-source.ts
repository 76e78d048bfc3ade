/**
 * The canonical source of a message: every line ends with CRLF; a CR alone is content and stays.
 * Its SHA-256 is the same whether the message comes from an mbox, a Maildir, a file or a server.
 */
export function canonicalSource(raw: Uint8Array): Buffer {
  // Latin 1 maps each byte to one code unit, and the engine replaces in strings faster than any loop over bytes.
  const text = viewOf(raw).toString('latin1', 0, raw.length)
  // As servers send it.
  if (!BARE_LINE_FEED.test(text)) return viewOf(raw)
  const bare = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
  return Buffer.from(bare.replaceAll('\n', '\r\n'), 'latin1')
}

const BARE_LINE_FEED = /(?:^|[^\r])\n/

/** Takes one `>` from each line of the form `>From `, `>>From `, … (mboxrd). */
export function unquoteMboxrd(raw: Uint8Array): Uint8Array {
  const bytes = viewOf(raw)
  const kept: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(quotedFrom); at >= 0; at = bytes.indexOf(quotedFrom, at + quotedFrom.length)) {
    let first = at
    while (first > from && bytes[first - 1] === greaterThan) first--
    const startsLine = first === 0 || bytes[first - 1] === lineFeed
    if (!startsLine) continue
    kept.push(bytes.subarray(from, first))
    from = first + 1
  }
  if (from === 0) return raw
  kept.push(bytes.subarray(from))
  return Buffer.concat(kept)
}

const quotedFrom = Buffer.from('>From ')
const greaterThan = 0x3e
const lineFeed = 0x0a

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
