/** Gmail's id as its IMAP server says it (X-GM-MSGID, X-GM-THRID): the API writes the same 64 bits in hexadecimal. */
export function toRemoteId(id: string): string {
  return /^[0-9a-f]{1,16}$/.test(id) ? BigInt(`0x${id}`).toString() : id
}
