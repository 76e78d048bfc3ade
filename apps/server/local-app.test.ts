import { expect, it } from 'vitest'
import { createLocalApp } from './local-app.ts'

const app = createLocalApp({ token: 'secret', createLink: async () => 'http://127.0.0.1:1/sign-in#a' })
const ask = (path: string, method: string, token: string) =>
  app(new Request(`http://127.0.0.1${path}`, { method, headers: { authorization: `Bearer ${token}` } }), path)

it('gives a sign-in link to who knows the token of the data folder, and to nobody else', async () => {
  const answer = await ask('/local/sign-in-link', 'POST', 'secret')
  expect(await answer!.json()).toEqual({ link: 'http://127.0.0.1:1/sign-in#a' })
  expect(answer!.headers.get('cache-control')).toBe('no-store')

  expect((await ask('/local/sign-in-link', 'POST', 'other'))!.status).toBe(401)
  expect((await ask('/local/sign-in-link', 'GET', 'secret'))!.status).toBe(405)
  expect(ask('/local/else', 'POST', 'secret')).toBeNull()
})
