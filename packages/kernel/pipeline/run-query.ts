import type { Actor } from '../actor.ts'
import type { Transaction } from '../database/port.ts'
import { Failure } from '../failure.ts'
import type { RegisteredOperation } from '../registry.ts'
import type { ScanPool, ScanTask, Services } from '../services.ts'
import { ScanSignal } from './scan-signal.ts'
import { closeHandles, declaredFailure, openContext, type Frame } from './open-context.ts'

/** Runs a query on one snapshot; what is declared a scan, or turns out to be one, goes to a thread where there is one. */
export async function runQuery(
  services: Services,
  registered: RegisteredOperation,
  actor: Actor,
  input: unknown,
): Promise<unknown> {
  const { scans } = services
  if (!scans) return runHere(services, registered, actor, input)
  if (registered.operation.cost === 'scan') return runOnThread(scans, registered, { actor, input, begunAgain: false })
  try {
    return await runHere(services, registered, actor, input)
  } catch (cause) {
    if (cause instanceof ScanSignal) return runOnThread(scans, registered, { actor, input, begunAgain: true })
    throw cause
  }
}

async function runHere(
  services: Services,
  registered: RegisteredOperation,
  actor: Actor,
  input: unknown,
): Promise<unknown> {
  await registered.before?.()
  const work = async (transaction: Transaction) => {
    const frame: Frame = { services, transaction, actor, at: services.clock(), handles: [] }
    try {
      return await registered.handle(openContext(frame, registered), input)
    } finally {
      closeHandles(frame)
    }
  }
  const output = await services.database.read(work, { single: registered.single === true })
  if (services.strict && !(output instanceof Failure)) checkOutput(registered, output)
  return output
}

async function runOnThread(
  scans: ScanPool,
  registered: RegisteredOperation,
  task: Omit<ScanTask, 'operation'>,
): Promise<unknown> {
  const answer = await scans.run({ operation: registered.operation.name, ...task })
  if ('value' in answer) return answer.value
  return declaredFailure(registered.operation, answer.failure.code, answer.failure)
}

/** In development and tests an answer that its schema refuses is a bug of ours. */
export function checkOutput(registered: RegisteredOperation, output: unknown): void {
  const parsed = registered.operation.output.safeParse(output)
  if (!parsed.success)
    throw new Error(`${registered.operation.name} answered what it does not declare: ${parsed.error.message}`)
}
