import type { Security, Server } from '../../contract.ts'
import type { Network } from './network.ts'

type Guess = readonly [host: string, port: number, security: Security]

const IMAP: Guess[] = [
  ['imap', 993, 'tls'],
  ['mail', 993, 'tls'],
  ['imap', 143, 'starttls'],
  ['mail', 143, 'starttls'],
]
const SMTP: Guess[] = [
  ['smtp', 465, 'tls'],
  ['mail', 465, 'tls'],
  ['smtp', 587, 'starttls'],
  ['mail', 587, 'starttls'],
]

/** The names that servers usually bear, where something answers there. Logging in will tell the rest. */
export async function guessServers(
  network: Network,
  domain: string,
  username: string,
  signal: AbortSignal,
): Promise<{ imap: Server | null; smtp: Server | null }> {
  const first = async (guesses: Guess[]): Promise<Server | null> => {
    const answers = await Promise.all(
      guesses.map(async ([label, port, security]) => {
        const host = `${label}.${domain}`
        const [address] = await network.addresses(host)
        const isThere = address !== undefined && (await network.answers(address, port, signal))
        return isThere ? { host, port, security, username } : null
      }),
    )
    return answers.find((server) => server !== null) ?? null
  }
  const [imap, smtp] = await Promise.all([first(IMAP), first(SMTP)])
  return { imap, smtp }
}
