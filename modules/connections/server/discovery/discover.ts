import type { Server, SuggestedServers } from '../../contract.ts'
import { fetchAutoconfig } from './fetch-autoconfig.ts'
import { guessServers } from './guess-servers.ts'
import { providerOfDomain, providerOfExchanger, type KnownProvider } from './known-providers.ts'
import { openNetwork, type Network } from './network.ts'
import { parseAutoconfig, partsOf, type AutoconfigServers } from './parse-autoconfig.ts'
import { findServices } from './service-records.ts'

/** All of it together, in milliseconds. */
const TIME = 12_000

/**
 * The servers of an address: by the list of big providers, by what the domain itself publishes, by DNS, by whose mail
 * exchangers it has, and at last by usual names that answer.
 */
export async function discover(
  address: string,
  network: Network = openNetwork(),
  signal: AbortSignal = AbortSignal.timeout(TIME),
): Promise<SuggestedServers> {
  const [, domain] = partsOf(address)
  const known = providerOfDomain(domain)
  if (known) return ofProvider(known, address)

  const [published, services, exchangers] = await Promise.all([
    publishedBy(domain, address, network, signal),
    findServices(network, domain, address),
    network.exchangers(domain),
  ])
  if (published) return { source: 'autoconfig', consent: null, takesPassword: true, help: null, ...published }
  if (services.imap) return suggested('srv', services)
  const keeper = exchangers.length > 0 ? providerOfExchanger(exchangers[0]!) : null
  if (keeper) return ofProvider(keeper, address)
  return suggested('guess', await guessServers(network, domain, address, signal))
}

/** What the domain publishes in Mozilla's format; the encrypted places win. */
async function publishedBy(
  domain: string,
  address: string,
  network: Network,
  signal: AbortSignal,
): Promise<AutoconfigServers | null> {
  const plainHost = `autoconfig.${domain}`
  const path = '/mail/config-v1.1.xml'
  const places = [
    `https://${plainHost}${path}?emailaddress=${encodeURIComponent(address)}`,
    `https://${domain}/.well-known/autoconfig${path}`,
    `http://${plainHost}${path}`,
  ].filter((place) => URL.canParse(place))
  const texts = await Promise.all(
    places.map((place) => fetchAutoconfig(new URL(place), { network, plainHost, signal })),
  )
  return texts.map((text) => text && parseAutoconfig(text, address)).find(Boolean) || null
}

function ofProvider(
  { name, imap, smtp, consent, takesPasswords, help }: KnownProvider,
  username: string,
): SuggestedServers {
  const toServer = ([host, port, security]: KnownProvider['imap']): Server => ({ host, port, security, username })
  return {
    source: 'known',
    providerName: name,
    imap: toServer(imap),
    smtp: toServer(smtp),
    consent: consent ?? null,
    takesPassword: takesPasswords,
    help: help ?? null,
  }
}

const suggested = (
  source: 'srv' | 'guess',
  servers: { imap: Server | null; smtp: Server | null },
): SuggestedServers => ({ source, providerName: null, consent: null, takesPassword: true, help: null, ...servers })
