import { endpoint } from '#kernel/handlers.ts'
import { discoverServers } from '../../contract.ts'
import { discover } from '../discovery/discover.ts'

export default endpoint(discoverServers, async (_, { address }) => Response.json(await discover(address)))
