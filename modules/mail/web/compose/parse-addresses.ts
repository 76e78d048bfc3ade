import type { Address } from '#modules/mail/contract.ts'

/** Reads addresses as people write and paste them: `Ada <ada@example.org>, ben@example.org; …`. */
export function parseAddresses(text: string): Address[] {
  return splitList(text).flatMap((part) => {
    const address = parseAddress(part)
    return address ? [address] : []
  })
}

/** Whether a server would take it for an address; the server has the last word. */
export function isAddress(address: string): boolean {
  return /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/u.test(address)
}

/** An address as one writes it. */
export function writeAddress({ name, address }: Address): string {
  if (!name) return address
  return `${/[,;<>"@]/.test(name) ? `"${name.replaceAll('"', '')}"` : name} <${address}>`
}

function parseAddress(part: string): Address | null {
  const named = /^(.*?)\s*<([^<>]*)>\s*$/.exec(part)
  const address = (named ? named[2]! : part).trim()
  if (address === '') return null
  return { name: named ? named[1]!.trim().replace(/^"(.*)"$/, '$1') : '', address }
}

// Commas and semicolons part, but not within quotes or brackets; lines always do.
function splitList(text: string): string[] {
  return text.match(/(?:"[^"]*"|<[^>]*>|[^,;\r\n])+/g)?.map((part) => part.trim()) ?? []
}
