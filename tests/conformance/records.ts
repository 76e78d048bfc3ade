import type { AnyOperation } from '#contract/operation.ts'
import type { ConformanceApp } from './conformance-app.ts'
import { captureRecords } from './records/capture.ts'
import { connectionRecords } from './records/connections.ts'
import { focusRecords } from './records/focus.ts'
import { dayRecords } from './records/day.ts'
import { identityRecords } from './records/identity.ts'
import { kernelRecords } from './records/kernel.ts'
import { mailRecords } from './records/mail.ts'
import { madeByExample, type Makers, type Making } from './records/making.ts'
import { notificationRecords } from './records/notifications.ts'
import { delegationRecords } from './records/delegation.ts'
import { taskRecords } from './records/tasks.ts'
import { versionRecords } from './records/versions.ts'

/** Real records of every kind, made as people make them. Each call gives another one where that is possible. */
export class Records implements Making {
  readonly conformance: ConformanceApp
  readonly #makers: Makers
  #given = 0

  constructor(conformance: ConformanceApp) {
    this.conformance = conformance
    this.#makers = {
      ...Object.assign({}, ...conformance.operations.map(madeByExample)),
      ...kernelRecords,
      ...identityRecords,
      ...connectionRecords,
      ...mailRecords(),
      ...captureRecords,
      ...taskRecords,
      ...dayRecords,
      ...versionRecords,
      ...delegationRecords,
      ...focusRecords,
      ...notificationRecords,
    }
  }

  /** The id of a record of this kind. */
  of = async (kind: string): Promise<string> => {
    const make = this.#makers[kind]
    if (!make)
      throw new Error(
        `Nobody knows how to make a ${kind}: let a create operation answer it, or teach tests/conformance/records`,
      )
    return make(this)
  }

  next = (): number => ++this.#given

  call = async (name: string, input: unknown, body?: string, token?: null): Promise<any> => {
    const answer = await this.conformance.call(this.#named(name), input, {
      ...(body !== undefined && { body }),
      ...(token === null && { token }),
    })
    if (answer.problem) throw new Error(`${name} refused: ${JSON.stringify(answer.problem)}`)
    return answer.value
  }

  write = async (sql: string, ...values: (string | number)[]): Promise<void> => {
    const { database } = this.conformance.app.daybook
    await database.write(async (transaction) => void (await transaction.run(sql, ...values)))
  }

  #named(name: string): AnyOperation {
    const operation = this.conformance.operations.find((other) => other.name === name)
    if (!operation) throw new Error(`There is no operation ${name}`)
    return operation
  }
}
