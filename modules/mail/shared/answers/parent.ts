import type { Address } from '../../contract.ts'

/** What an answer needs of the message it answers, as the server parsed it or as a browser keeps it. */
export interface Parent {
  from: Address[]
  to: Address[]
  cc: Address[]
  replyTo: Address[]
  sender: Address[]
  headers: { name: string; value: string }[]
  subject: string
  /** Epoch milliseconds of its Date field; null where that cannot be read. */
  date: number | null
  text: string
}
