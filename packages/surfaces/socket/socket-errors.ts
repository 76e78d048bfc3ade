import { toErrorDeclaration, type ErrorDeclaration } from '#contract/errors.ts'
import { Failure, type FailureExtra } from '#kernel/failure.ts'

/** Refusals that only a socket has; all others are those of the operation. */
export const socketErrors = {
  'malformed-frame': toErrorDeclaration('malformed-frame', {
    message: 'That frame is not understood',
    kind: 'validation',
    remedy: 'Send one JSON object with an id and call, subscribe or stop.',
  }),
  'already-in-use': toErrorDeclaration('already-in-use', {
    message: 'Something of that id has not ended yet',
    remedy: 'Use a new id for each frame that begins something.',
  }),
  'not-over-socket': toErrorDeclaration('not-over-socket', {
    message: 'This operation is raw HTTP',
    kind: 'unsupported',
    remedy: 'Send it as a request.',
  }),
  'nothing-to-stop': toErrorDeclaration('nothing-to-stop', {
    message: 'No subscription or stream has that id',
    kind: 'not-found',
  }),
  'too-many-calls': toErrorDeclaration('too-many-calls', {
    message: 'Too many calls are under way on this socket',
    kind: 'limit',
    remedy: 'Wait for answers before you send more.',
    retryable: true,
  }),
  'too-many-subscriptions': toErrorDeclaration('too-many-subscriptions', {
    message: 'Too many subscriptions are open on this socket',
    kind: 'limit',
    remedy: 'Stop one, or subscribe to several types at once.',
  }),
  'too-many-sockets': toErrorDeclaration('too-many-sockets', {
    message: 'You have too many sockets open',
    kind: 'limit',
    remedy: 'Close some, and use one for many calls.',
    retryable: true,
  }),
} satisfies Record<string, ErrorDeclaration>

export type SocketErrorCode = keyof typeof socketErrors

/** A refusal that only a socket has. */
export function socketFailure(code: SocketErrorCode, extra?: FailureExtra): Failure {
  return new Failure(code, socketErrors[code], extra)
}
