import type { World } from './world.ts'

/** Lets somebody join the owner's workspace; gives their id and the cookies of their session. */
export async function addPerson(
  { daybook, call }: World,
  name: string,
): Promise<{ id: string; cookies: World['cookies'] }> {
  const email = `${name.toLowerCase()}@example.test`
  await call('PUT', '/settings/identity.registration', { value: 'invited' })
  const { link } = await call('POST', '/invitations', { email, role: 'member' })
  const response = await fetch(`${daybook.url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: daybook.url },
    body: JSON.stringify({ email, name, password: 'a long walk by the sea', invitation: link.split('#')[1] }),
  })
  if (!response.ok) throw new Error(`${name} could not join: ${await response.text()}`)
  const [pair] = response.headers.get('set-cookie')!.split(';')
  const [cookie, value] = pair!.split('=') as [string, string]
  const { items } = await call('GET', '/members')
  const { id } = items.find((member: { name: string }) => member.name === name)
  const session = { name: cookie, value, domain: new URL(daybook.url).hostname, path: '/', expires: -1 }
  return { id, cookies: [{ ...session, httpOnly: true, secure: false, sameSite: 'Lax' }] }
}
