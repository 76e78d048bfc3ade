import { Failure } from '#kernel/failure.ts'
import { getConnection, listConnections, receivesMail, type Connection } from '../../../connections/contract.ts'
import { syncJob, syncMail } from '../../contract.ts'
import { command } from '../database.ts'

export default command(syncMail, async ({ ask, enqueue, fail }, { connectionId }) => {
  const accounts = connectionId === undefined ? await everyAccount(ask) : await oneAccount(ask, connectionId)
  if (!accounts) return fail('connection-not-found')
  const receiving = accounts.filter(receivesMail)
  if (connectionId !== undefined && receiving.length === 0) return fail('sends-only')
  const awake = receiving.filter(({ state }) => state !== 'paused')
  if (connectionId !== undefined && awake.length === 0) return fail('connection-paused')
  if (awake.length === 0) return fail('nothing-to-sync')

  const jobs: { connectionId: string; job: string }[] = []
  for (const { id } of awake)
    jobs.push({ connectionId: id, job: await enqueue(syncJob, { connectionId: id }, { key: id }) })
  return { job: jobs[0]!.job, jobs }
})

type Ask = Parameters<Parameters<typeof command>[1]>[0]['ask']

async function oneAccount(ask: Ask, id: string): Promise<Connection[] | null> {
  const account = await ask(getConnection, { id })
  return account instanceof Failure ? null : [account]
}

async function everyAccount(ask: Ask): Promise<Connection[]> {
  const answer = await ask(listConnections, {})
  return answer instanceof Failure ? [] : answer.items
}
