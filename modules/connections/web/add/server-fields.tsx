import { Security } from '#modules/connections/contract.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ServerForm, ServersForm } from './servers.ts'

const securityName: Record<Security, string> = { tls: 'TLS', starttls: 'STARTTLS', none: 'None, this machine only' }

/** The servers of an account as fields. */
export function ServerFields({
  servers,
  takesFocus,
  onChange,
}: {
  servers: ServersForm
  takesFocus?: boolean
  onChange: (servers: ServersForm) => void
}) {
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label="User name"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={servers.username}
        onValue={(username) => onChange({ ...servers, username })}
      />
      <OneServer
        label="Incoming (IMAP)"
        server={servers.imap}
        takesFocus={takesFocus}
        onChange={(imap) => onChange({ ...servers, imap })}
      />
      <OneServer label="Outgoing (SMTP)" server={servers.smtp} onChange={(smtp) => onChange({ ...servers, smtp })} />
    </div>
  )
}

function OneServer({
  label,
  server,
  takesFocus,
  onChange,
}: {
  label: string
  server: ServerForm
  takesFocus?: boolean | undefined
  onChange: (server: ServerForm) => void
}) {
  return (
    <fieldset className="m-0 grid gap-3 rounded-box border border-line-soft p-3 sm:grid-cols-[1fr_6rem_auto]">
      <legend className="px-1 text-sm font-semibold">{label}</legend>
      <TextField
        label="Server"
        placeholder="mail.example.org"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={253}
        takesFocus={takesFocus ?? false}
        value={server.host}
        onValue={(host) => onChange({ ...server, host })}
      />
      <TextField
        label="Port"
        inputMode="numeric"
        pattern="[0-9]{1,5}"
        value={server.port}
        onValue={(port) => onChange({ ...server, port })}
      />
      <Field label="Encryption">
        {(control) => (
          <Select
            {...control}
            value={server.security}
            onChange={(event) => onChange({ ...server, security: event.target.value as Security })}
          >
            {Security.options.map((security) => (
              <option key={security} value={security}>
                {securityName[security]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </fieldset>
  )
}
