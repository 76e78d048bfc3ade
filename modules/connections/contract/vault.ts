import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, noInput, text } from '#contract/schema.ts'
import { desktopCommand } from './desktop-command.ts'
import { connectionNotFound } from './errors.ts'
import { ConnectionId, ConnectionState, exampleId } from './records.ts'

const withheld = 'it is for whoever keeps this Daybook'

export const rotateVault = defineCommand({
  name: 'admin.rotate-vault',
  summary: 'Make a new data key, seal every secret under it, and delete the former keys',
  access: 'instance-admin',
  input: noInput,
  output: z.object({ job: z.uuid() }),
  http: 'POST /admin/vault/rotate',
  cli: { name: 'vault rotate' },
  agent: { withheld },
  example: {},
  startsJob: true,
})

export const inspectVault = defineQuery({
  name: 'admin.inspect-vault',
  summary: 'What the vault holds: which secrets under which data key, never their values',
  access: 'instance-admin',
  input: noInput,
  output: z.object({
    keys: z.array(z.object({ id: text, current: boolean, createdAt: instant(), secrets: integer })),
    secrets: z
      .array(
        z.object({
          connectionId: id('connections.connection'),
          kind: text,
          keyId: text,
          bytes: integer,
          updatedAt: instant(),
        }),
      )
      .describe('At most 200, oldest account first'),
  }),
  http: 'GET /admin/vault',
  cli: { name: 'vault inspect' },
  agent: { withheld },
  example: {},
})

export const verifyVault = defineEndpoint({
  name: 'admin.verify-vault',
  summary: 'Whether every secret opens, belongs to an account, and lies under a key that is there',
  access: 'instance-admin',
  input: noInput,
  output: z.object({
    holds: boolean,
    keys: integer,
    secrets: integer,
    faults: z.array(z.object({ record: text, fault: text })).describe('At most 100'),
  }),
  http: 'GET /admin/vault/verify',
  cli: { name: 'vault verify' },
  agent: { withheld },
  example: {},
})

/** Looks and refreshes as a sync would, and says what is so; never a token. */
export const validateAccount = defineEndpoint({
  name: 'connections.validate',
  summary: 'Whether an account can be signed in to now: refreshes its access where that is due',
  access: 'member',
  input: z.strictObject({ id: ConnectionId }),
  output: z.object({
    id: ConnectionId,
    state: ConnectionState,
    valid: boolean,
    refreshed: boolean,
    accessExpiresAt: instant().nullable(),
    problem: z.string().nullable().describe('The code of what stands in the way'),
  }),
  errors: connectionNotFound,
  http: 'POST /connections/{id}/validate',
  aliases: [desktopCommand('validate_and_refresh_tokens')],
  cli: { name: 'connection validate', positional: ['id'] },
  example: { id: exampleId },
})
