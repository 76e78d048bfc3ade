import { setTimeout as sleep } from 'node:timers/promises'
import { createServer, type AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on this machine that keeps what it is given. */
export interface MailCatcher extends AsyncDisposable {
  url: string
  /** The link of the next mail to an address; earlier mails to it are forgotten. */
  linkTo: (address: string) => Promise<string>
}

export async function openMailCatcher(): Promise<MailCatcher> {
  const letters: { to: string; link: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      void keep(stream).then(() => done(), done)
    },
  })
  async function keep(stream: NodeJS.ReadableStream): Promise<void> {
    const { to, text } = await PostalMime.parse(await buffer(stream))
    letters.push({ to: to?.[0]?.address ?? '', link: /https?:\S+/.exec(text ?? '')?.[0] ?? '' })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    async linkTo(address) {
      for (let tries = 0; tries < 150; tries++) {
        const index = letters.findLastIndex(({ to }) => to === address)
        if (index >= 0) {
          const [letter] = letters.splice(index, 1)
          return letter!.link
        }
        await sleep(100)
      }
      throw new Error(`No mail came to ${address}`)
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
