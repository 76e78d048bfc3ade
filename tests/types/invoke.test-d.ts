// What the compiler promises of calls by name. An error that does not come makes the type check fail.
import { createInvoke } from '#client/invoke.ts'
import type { Operations } from '#modules/registry/operations.ts'

const invoke = createInvoke<Operations>({ baseUrl: '' })

/** The name decides on the input and the answer. */
export async function named(): Promise<string> {
  const task = await invoke('tasks.create', { title: 'One' })
  // @ts-expect-error -- There is no such member.
  void task.nonsense
  // @ts-expect-error -- A task needs a title.
  void invoke('tasks.create', {})
  // @ts-expect-error -- There is no such operation.
  void invoke('tasks.nonsense', {})
  // @ts-expect-error -- Raw HTTP has no name to be called by.
  void invoke('uploads.create', { name: 'a' })
  return task.title
}
