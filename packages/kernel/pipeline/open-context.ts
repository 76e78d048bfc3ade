import type { Kysely } from 'kysely'
import { commonErrors, type CommonErrorCode } from '#contract/errors.ts'
import type { AnyOperation } from '#contract/operation.ts'
import type { RecordRef } from '#contract/schema.ts'
import { hasAccess, personOf, type Actor } from '../actor.ts'
import { commonFailure, Failure, type FailureExtra } from '../failure.ts'
import type { LinkedRecord, QueryContext } from '../context.ts'
import type { Transaction } from '../database/port.ts'
import type { Sight } from '../database/scoped.ts'
import { linksOf } from '../links/link-store.ts'
import type { RegisteredOperation } from '../registry.ts'
import type { Services } from '../services.ts'
import { readSetting } from '../settings/setting-store.ts'
import { ScanSignal } from './scan-signal.ts'
import { validate } from './validate.ts'

/** What one call shares with the calls it asks: the transaction, the actor and the instant. */
export interface Frame {
  services: Services
  transaction: Transaction
  actor: Actor
  at: number
  /** Handles to close when the transaction ends. */
  handles: Kysely<any>[]
}

/** The context every handler in a transaction has; commands add to it. */
export function openContext(frame: Frame, registered: RegisteredOperation): QueryContext<any> {
  const context = baseContext(frame, registered)
  // The kernel's own operations alone reach the kernel's tables.
  if (registered.module.name === 'kernel') transactions.set(context, frame.transaction)
  return context
}

/** The transaction behind the context of one of the kernel's own operations. */
export function transactionOf(context: object): Transaction {
  const transaction = transactions.get(context)
  if (!transaction) throw new Error('Only the kernel’s own operations see its tables')
  return transaction
}

const transactions = new WeakMap<object, Transaction>()

function baseContext(frame: Frame, registered: RegisteredOperation): QueryContext<any> {
  return {
    db: openHandle(frame, registered.tables, registered.module.name, sightOf(frame, registered)),
    actor: frame.actor,
    now: () => frame.at,
    fail: (code, extra) => declaredFailure(registered.operation, code, extra),
    ask: (query, input) => ask(frame, registered.module.uses ?? [], registered.module.name, query, input) as never,
    onThread: () => {
      if (frame.services.scans) throw new ScanSignal()
    },
    begunAgain: frame.services.begunAgain,
    setting: (definition) => readSetting(frame.transaction, frame.actor, definition),
    links: (record: RecordRef): Promise<LinkedRecord[]> => linksOf(frame.transaction, frame.actor.workspaceId, record),
  }
}

/** A scoped query builder that dies with the frame's transaction. */
export function openHandle(
  frame: Frame,
  tables: ReadonlyMap<string, 'workspace' | 'instance'>,
  module: string,
  sight: Sight | null = null,
): Kysely<any> {
  const handle = frame.services.scoped.open(frame.transaction, tables, frame.actor.workspaceId, module, sight)
  frame.handles.push(handle)
  return handle
}

/** What is done for a person is done by their eyes; Daybook's own steps see all there is. */
function sightOf({ actor }: Frame, { operation, module }: RegisteredOperation): Sight | null {
  const { privateRows } = module
  return privateRows && operation.access !== 'system' ? { privateRows, personId: personOf(actor) } : null
}

/** Ends the life of every handle the frame opened. */
export function closeHandles(frame: Frame): void {
  for (const handle of frame.handles) frame.services.scoped.close(handle)
}

/** A refusal that the operation declared, or one that any operation may give; anything else is a bug. */
export function declaredFailure(operation: AnyOperation, code: string, extra?: FailureExtra): Failure {
  const declaration = Object.hasOwn(operation.errors, code) ? operation.errors[code] : undefined
  if (declaration) return new Failure(code, declaration, extra)
  if (!Object.hasOwn(commonErrors, code)) throw new Error(`${operation.name} did not declare the error ${code}`)
  return commonFailure(code as CommonErrorCode, extra)
}

/** Asks another operation in the same transaction, as the same actor, under the same access check. */
export async function ask(
  frame: Frame,
  uses: readonly string[],
  module: string,
  query: AnyOperation,
  input: unknown,
): Promise<unknown> {
  const registered = frame.services.registry.operations.get(query.name)
  if (!registered || registered.operation.kind !== 'query') throw new Error(`There is no query ${query.name} to ask`)
  if (registered.module.name !== module && !uses.includes(query.name) && !describesRecords(frame, module, query))
    throw new Error(`${module} does not list ${query.name} in its uses`)
  if (
    !hasAccess(frame.actor, registered.operation.access) &&
    frame.actor.kind !== 'system' &&
    registered.operation.access !== 'system'
  ) {
    return commonFailure('not-allowed')
  }
  const checked = validate(registered.operation, input)
  if ('failure' in checked) return checked.failure
  return registered.handle(openContext(frame, registered), checked.value)
}

/** Links show records of any module by their titles: the kernel asks each for its own, and nothing else. */
function describesRecords({ services }: Frame, module: string, query: AnyOperation): boolean {
  return module === 'kernel' && services.registry.records.values().some((describe) => describe.name === query.name)
}
