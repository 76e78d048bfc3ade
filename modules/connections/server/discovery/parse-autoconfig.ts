import { createRequire } from 'node:module'
import { lazily } from '#base/lazily.ts'
import type { Security, Server } from '../../contract.ts'

const require = createRequire(import.meta.url)
const xmlParser = lazily(() => (require('htmlparser2') as typeof import('htmlparser2')).Parser)

export interface AutoconfigServers {
  providerName: string | null
  imap: Server | null
  smtp: Server | null
}

/** Servers and names are bounded: a document of somebody else says them. */
const MAX_TEXT = 253

/**
 * Reads Mozilla's autoconfig format (https://www.bucksch.org/1/projects/thunderbird/autoconfiguration/): the first
 * IMAP and the first SMTP server that are reached with encryption. Null where it is no such document.
 */
export function parseAutoconfig(xml: string, address: string): AutoconfigServers | null {
  const found = readServers(xml)
  if (!found) return null
  const pick = (type: string) =>
    found.servers
      .filter((server) => server.type === type)
      .map(toServer(address))
      .find(Boolean) ?? null
  const imap = pick('imap')
  return imap && { providerName: found.name, imap, smtp: pick('smtp') }
}

type Raw = Record<string, string>

function readServers(xml: string): { name: string | null; servers: Raw[] } | null {
  let isConfig = false
  let name: string | null = null
  let current: Raw | null = null
  let text = ''
  const servers: Raw[] = []
  const Parser = xmlParser()
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        text = ''
        if (tag === 'clientConfig') isConfig = true
        if (tag === 'incomingServer' || tag === 'outgoingServer') current = { type: attributes.type ?? '' }
      },
      ontext(part) {
        if (text.length <= MAX_TEXT) text += part
      },
      onclosetag(tag) {
        const value = text.trim().slice(0, MAX_TEXT)
        text = ''
        if (tag === 'incomingServer' || tag === 'outgoingServer') {
          if (current) servers.push(current)
          current = null
        } else if (current) current[tag] ??= value
        else if (tag === 'displayName') name ??= value || null
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return isConfig ? { name, servers } : null
}

const SECURITY: Record<string, Security> = { SSL: 'tls', STARTTLS: 'starttls' }

const toServer =
  (address: string) =>
  ({ hostname, port, socketType, username }: Raw): Server | null => {
    const security = SECURITY[socketType ?? '']
    const host = filled(hostname ?? '', address).toLowerCase()
    const number = Number(port)
    if (!security || !/^[a-z0-9.-]+$/.test(host) || !Number.isInteger(number) || number < 1 || number > 65_535)
      return null
    return { host, port: number, security, username: filled(username ?? '', address) || address }
  }

/** The places that the format leaves for parts of the address. */
function filled(text: string, address: string): string {
  const [local, domain] = partsOf(address)
  return text
    .replaceAll('%EMAILADDRESS%', address)
    .replaceAll('%EMAILLOCALPART%', local)
    .replaceAll('%EMAILDOMAIN%', domain)
}

/** Local part and domain of an address. */
export function partsOf(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, at), address.slice(at + 1).toLowerCase()]
}
