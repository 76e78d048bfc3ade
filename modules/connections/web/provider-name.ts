import type { Provider } from '#modules/connections/contract.ts'

/** A provider as people know it. */
export const providerName: Record<Provider, string> = {
  imap: 'IMAP and SMTP',
  google: 'Google',
  microsoft: 'Microsoft',
}
