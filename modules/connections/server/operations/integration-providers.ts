import { endpoint } from '#kernel/handlers.ts'
import { ConsentProvider, integrationProviders } from '../../contract.ts'

export default endpoint(integrationProviders, async ({ ports }) => {
  const items = ConsentProvider.options.map((provider) => ({
    provider,
    configured: ports.registrations[provider] !== null,
  }))
  return Response.json({ items })
})
