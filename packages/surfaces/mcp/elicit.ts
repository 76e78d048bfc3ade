import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js'
import type { ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js'
import type { Approval } from '#kernel/builtin/approval-contract.ts'

/** People read the question in a dialog; the whole of it is in Daybook. */
const MOST_CHARACTERS = 2_000
const PATIENCE_MILLISECONDS = 5 * 60_000

/** Asks in the client's own dialog, for clients that declare one (MCP: elicitation, form mode); null for the others. */
export function askThrough(
  server: Server,
  extra: RequestHandlerExtra<ServerRequest, ServerNotification>,
): ((approval: Approval) => Promise<boolean | null>) | null {
  if (!server.getClientCapabilities()?.elicitation?.form) return null
  return async (approval) => {
    try {
      const { action, content } = await server.elicitInput(
        {
          mode: 'form',
          message: question(approval),
          requestedSchema: {
            type: 'object',
            properties: { allow: { type: 'boolean', title: 'Allow it', description: 'Allow it this once' } },
            required: ['allow'],
          },
        },
        { signal: extra.signal, relatedRequestId: extra.requestId, timeout: PATIENCE_MILLISECONDS },
      )
      if (action === 'decline') return false
      return action === 'accept' && typeof content?.allow === 'boolean' ? content.allow : null
    } catch {
      // The dialog was closed, took too long or broke: the request still waits in Daybook.
      return null
    }
  }
}

function question({ operation, summary, input }: Approval): string {
  const text = JSON.stringify(input, null, 1)
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text
  return `Allow the assistant this in Daybook? ${summary} (${operation})\n${shown}`
}
