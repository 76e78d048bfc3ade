import type { SuggestedServers } from '#modules/connections/contract.ts'
import type { ServersForm } from './servers.ts'

const whence: Record<SuggestedServers['source'], string> = {
  known: 'These are the servers of this provider.',
  autoconfig: 'The provider itself names these servers.',
  srv: 'The domain names these servers.',
  guess: 'Nobody names the servers of this address; these are a guess. Ask your provider where it is wrong.',
}

/** Which servers will be used, and where that is known from. */
export function FoundServers({ found, servers }: { found: SuggestedServers; servers: ServersForm }) {
  const { imap, smtp } = servers
  if (!imap.host && !smtp.host) {
    return <p>No servers were found for this address. Your provider tells their names; type them below.</p>
  }
  return (
    <div className="flex flex-col gap-1">
      <p>
        {found.providerName && <strong>{found.providerName}. </strong>}
        {whence[found.source]}
      </p>
      <ul className="m-0 flex list-none flex-col gap-1 p-0 font-mono text-sm break-all">
        {imap.host && (
          <li>
            IMAP {imap.host}:{imap.port}
          </li>
        )}
        {smtp.host && (
          <li>
            SMTP {smtp.host}:{smtp.port}
          </li>
        )}
      </ul>
    </div>
  )
}
