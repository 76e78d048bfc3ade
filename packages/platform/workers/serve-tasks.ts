import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { packError, type ThreadData, type ThreadMessage } from './thread-protocol.ts'

/**
 * Makes this thread answer tasks, one at a time.
 * `transfer` names the buffers of an answer that move instead of being copied.
 */
export function serveTasks<Task, Answer>(
  handle: (task: Task) => Answer | Promise<Answer>,
  transfer: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  const port = parentPort
  if (!port) throw new Error('A worker script is started by a pool, not by itself')

  const send = (message: ThreadMessage<Answer>, buffers: ArrayBuffer[] = []) => port.postMessage(message, buffers)
  beNice((workerData as ThreadData).niceness, (reason) => send({ kind: 'niceness-refused', reason }))

  port.on('message', (task: Task) => {
    void answerTask(handle, task).then((message) => {
      try {
        send(message, message.kind === 'answer' ? transfer(message.answer) : [])
      } catch (cause) {
        // An answer that cannot be cloned fails its task, not the thread.
        send({ kind: 'error', error: packError(cause) })
      }
    })
  })
}

async function answerTask<Task, Answer>(
  handle: (task: Task) => Answer | Promise<Answer>,
  task: Task,
): Promise<ThreadMessage<Answer>> {
  try {
    return { kind: 'answer', answer: await handle(task) }
  } catch (cause) {
    return { kind: 'error', error: packError(cause) }
  }
}

/** Linux keeps niceness a thread (setpriority(2), Notes); elsewhere it would slow down the whole process. */
function beNice(niceness: number, onRefused: (reason: string) => void): void {
  if (niceness === 0 || process.platform !== 'linux') return
  try {
    setPriority(0, niceness)
  } catch (cause) {
    onRefused(String(cause))
  }
}
