declare module 'mailparser' {
  type Listed = { name?: string; address?: string; group?: Listed[] }
  type AddressField = { value: Listed[] }
  type Mail = {
    subject?: string
    from?: AddressField
    to?: AddressField | AddressField[]
    date?: Date
    text?: string
    html?: string | false
    attachments: { filename?: string; contentType: string; content: Uint8Array }[]
  }
  export function simpleParser(source: Uint8Array, options?: Record<string, boolean>): Promise<Mail>
}
