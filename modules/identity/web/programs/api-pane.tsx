import { Link } from '@tanstack/react-router'
import { Section } from '#ui/section.tsx'
import { CodeBlock } from '../parts/code-block.tsx'

const documents: [path: string, name: string, use: string][] = [
  ['/api/docs', 'Documentation', 'Every operation with its input, answer, errors and an example'],
  ['/api/v1/openapi.json', 'OpenAPI 3.1', 'For generators of clients'],
  ['/api/v1/asyncapi.json', 'AsyncAPI 3.0', 'Events and calls over the socket at /ws'],
  ['/api/v1/postman.json', 'Postman collection', 'For Postman and Bruno'],
]

/** Where programs begin: documents, a first call, and how to connect an assistant. */
export function Pane() {
  const { origin } = location
  return (
    <>
      <Section
        title="API"
        hint="All that these pages do, programs can do as well: over HTTP, a socket or the command line."
      >
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {documents.map(([path, name, use]) => (
            <li key={path} className="sheet p-3">
              <a href={path} className="font-semibold">
                {name}
              </a>
              <p className="text-sm text-ink-soft">{use}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="A first call" hint="With a token in the variable DAYBOOK_TOKEN.">
        <p>
          <Link to="/settings/{-$pane}" params={{ pane: 'tokens' }}>
            Make a token
          </Link>
        </p>
        <CodeBlock
          label="A call with curl"
          text={`curl -H "Authorization: Bearer $DAYBOOK_TOKEN" ${origin}/api/v1/tasks`}
        />
        <CodeBlock label="The same on the command line" text="npx daybook task list" />
      </Section>
      <Section
        title="Assistants"
        hint="Daybook speaks the Model Context Protocol (MCP). What changes something asks you first, under Approvals."
      >
        <CodeBlock label="Address of the MCP server" text={`${origin}/mcp`} />
        <CodeBlock
          label="Settings of a client that speaks HTTP"
          text={JSON.stringify(
            {
              mcpServers: {
                daybook: { type: 'http', url: `${origin}/mcp`, headers: { Authorization: 'Bearer YOUR_TOKEN' } },
              },
            },
            null,
            2,
          )}
        />
        <CodeBlock
          label="Settings of a client that starts programs on this machine"
          text={JSON.stringify({ mcpServers: { daybook: { command: 'npx', args: ['daybook', 'mcp'] } } }, null, 2)}
        />
      </Section>
    </>
  )
}
