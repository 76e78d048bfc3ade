/**
 * Why a server could not be logged in to: what was given does not work, nothing of Daybook's is broken. None of them
 * names the password; `detail` says which server it was.
 */
export const signInErrors = {
  'host-not-found': {
    message: 'There is no server of this name',
    kind: 'unprocessable',
    remedy: 'Check the name of the server.',
  },
  'connection-refused': {
    message: 'The server does not answer at this port',
    kind: 'unprocessable',
    remedy: 'Check the port. 993 and 465 are usual with TLS, 143 and 587 with STARTTLS.',
    retryable: true,
  },
  'timed-out': {
    message: 'The server did not answer in time',
    kind: 'unprocessable',
    remedy: 'Check name and port, or try again in a moment.',
    retryable: true,
  },
  'tls-failed': {
    message: 'No safe connection to the server came about',
    kind: 'unprocessable',
    remedy:
      'Its certificate may be out of date or made for another name; or choose TLS instead of STARTTLS, or the other way round.',
  },
  'plaintext-refused': {
    message: 'Passwords are never sent without encryption to another machine',
    kind: 'validation',
    remedy: 'Choose TLS or STARTTLS.',
  },
  'login-refused': {
    message: 'The server did not accept user name and password',
    kind: 'unprocessable',
    remedy: 'Check both. Some providers want the whole address as user name.',
  },
  'needs-app-password': {
    message: 'This provider wants a password made for this app alone',
    kind: 'unprocessable',
    remedy: 'Make an app password in the security settings of your account, and give it here.',
  },
  'protocol-failed': {
    message: 'What answers there is not the server that was expected',
    kind: 'unprocessable',
    remedy: 'Check port and encryption.',
  },
  'private-address': {
    message: 'A name from outside led to an address of this network',
    kind: 'forbidden',
    remedy: 'Type the server yourself if it stands in your own network.',
  },
} as const

export const connectionNotFound = { 'connection-not-found': 'There is no such account' } as const

export const consentErrors = {
  'provider-not-configured': {
    message: 'This Daybook is not registered with that provider yet',
    kind: 'precondition',
    remedy:
      'Set the client id and secret that the provider gave you, then start again. See docs/guide/mail-accounts.md.',
  },
  'provider-failed': {
    message: 'The provider did not answer as expected',
    kind: 'network',
    remedy: 'Try again in a moment.',
    retryable: true,
  },
} as const

/** Why an account cannot be used now. */
export const accessErrors = {
  ...connectionNotFound,
  'connection-paused': { message: 'This account is paused', kind: 'conflict', remedy: 'Resume it first.' },
  'needs-consent': {
    message: 'This account must be signed in again',
    kind: 'unprocessable',
    remedy: 'Sign in at the provider again, or give the password once more.',
  },
  'refresh-failed': {
    message: 'The provider gave no fresh access',
    kind: 'network',
    remedy: 'Try again in a moment.',
    retryable: true,
  },
} as const
