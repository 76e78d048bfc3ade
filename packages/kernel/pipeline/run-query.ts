import type { Actor } from '../actor.ts'
import { Failure } from '../failure.ts'
import type { RegisteredOperation } from '../registry.ts'
import type { Services } from '../services.ts'
import { closeHandles, declaredFailure, openContext, type Frame } from './open-context.ts'

/** Runs a query on one snapshot; scans go to a thread where there is one. */
export async function runQuery(services: Services, registered: RegisteredOperation, actor: Actor, input: unknown): Promise<unknown> {
  if (registered.operation.cost === 'scan' && services.scans) {
    const answer = await services.scans.run(registered.operation.name, input, actor)
    if ('value' in answer) return answer.value
    return declaredFailure(registered.operation, answer.failure.code, answer.failure)
  }
  const output = await services.database.read(async (transaction) => {
    const frame: Frame = { services, transaction, actor, at: services.clock(), handles: [] }
    try {
      return await registered.handle(openContext(frame, registered), input)
    } finally {
      closeHandles(frame)
    }
  })
  if (services.strict && !(output instanceof Failure)) checkOutput(registered, output)
  return output
}

/** In development and tests an answer that its schema refuses is a bug of ours. */
export function checkOutput(registered: RegisteredOperation, output: unknown): void {
  const parsed = registered.operation.output.safeParse(output)
  if (!parsed.success) throw new Error(`${registered.operation.name} answered what it does not declare: ${parsed.error.message}`)
}

