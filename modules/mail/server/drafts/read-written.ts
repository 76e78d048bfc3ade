import type { Address } from '../../contract.ts'
import { parseAddresses } from '../mime/addresses.ts'

/** Addresses as people write them, each alone or as `Name <address>`. What is none stays, so that the refusal names it. */
export function readWritten(written: string[]): Address[] {
  return written.flatMap((text) => {
    const found = parseAddresses(text).filter(({ address }) => address !== '')
    const kept = found.map(({ name, address }) => ({ name: name.slice(0, 500), address: address.slice(0, 320) }))
    return kept.length > 0 ? kept : [{ name: '', address: text.slice(0, 320) }]
  })
}
