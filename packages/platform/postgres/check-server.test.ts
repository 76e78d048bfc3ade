import { expect, it } from 'vitest'
import { testPostgresUrl } from '#testing/postgres-databases.ts'
import { checkServer, UnfitDatabaseError } from './check-server.ts'

async function refusalOf(url: string): Promise<UnfitDatabaseError> {
  const cause: unknown = await checkServer(url).catch((failure: unknown) => failure)
  expect(cause).toBeInstanceOf(UnfitDatabaseError)
  return cause as UnfitDatabaseError
}

it('takes a server that fits', async () => {
  await checkServer(testPostgresUrl()!)
})

it('says of a server that does not answer what to look at, and never the password', async () => {
  const refusal = await refusalOf('postgres://ada:sesame@127.0.0.1:1/daybook')
  expect(refusal).toMatchObject({ code: 'unfit-database' })
  expect(refusal.message).toContain('cannot be reached')
  expect(`${refusal.message} ${refusal.remedy} ${refusal.stack}`).not.toContain('sesame')
})

it('says of a password that is wrong the same', async () => {
  const url = new URL(testPostgresUrl()!)
  url.password = 'sesame'
  const refusal = await refusalOf(url.href)
  expect(refusal.message).toContain('password authentication failed')
  expect(`${refusal.message} ${refusal.remedy} ${refusal.stack}`).not.toContain('sesame')
})

it('refuses a role that row-level security does not bind, with the remedy', async () => {
  const refusal = await refusalOf(process.env.DAYBOOK_TEST_POSTGRES_ADMIN_URL!)
  expect(refusal.message).toContain('passes row-level security')
  expect(refusal.remedy).toContain('NOBYPASSRLS')
})
