import { isBearer } from './is-bearer.ts'

export interface LocalOptions {
  /** The secret of `server.json`. */
  token: string
  createLink(): Promise<string>
}

/** Answers what only the command line on the same machine may ask, or null when the path is not one of these. */
export type LocalApp = (request: Request, path: string) => Promise<Response> | null

/** What `daybook link` asks a running server. */
export function createLocalApp({ token, createLink }: LocalOptions): LocalApp {
  return (request, path) => (path === '/local/sign-in-link' ? answerLink(request, token, createLink) : null)
}

/** A new one-time sign-in link, for `daybook link`. The token is no person's: it cannot be had but by reading the file. */
async function answerLink(request: Request, token: string, createLink: () => Promise<string>): Promise<Response> {
  if (!isBearer(request, token)) return new Response(null, { status: 401, headers: HEADERS })
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { ...HEADERS, allow: 'POST' } })
  return Response.json({ link: await createLink() }, { headers: HEADERS })
}

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
