import { endpoint } from '#kernel/handlers.ts'
import { consentCallback } from '../../contract.ts'
import { finishConsent } from '../consent/finish-consent.ts'

const PAGE = '/settings/accounts'

/** Browsers go on to the page of accounts; programs get the account or the problem. Neither sees a token. */
export default endpoint(consentCallback, async (context, input) => {
  const finished = await finishConsent(context, input)
  if (context.request.headers.get('accept')?.includes('text/html')) {
    const said = typeof finished === 'string' ? `problem=${finished}` : `connected=${finished.id}`
    return new Response(null, { status: 303, headers: { location: `${PAGE}?${said}` } })
  }
  return typeof finished === 'string' ? context.fail(finished) : Response.json(finished)
})
