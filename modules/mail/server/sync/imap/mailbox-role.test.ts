import { describe, expect, it } from 'vitest'
import { rolesOf, type ListedMailbox } from './mailbox-role.ts'

const listed = (path: string, specialUse: string | null = null, source: ListedMailbox['source'] = null) => ({
  path,
  delimiter: '/',
  specialUse,
  source,
})

describe('the roles of mailboxes', () => {
  it('takes what the server says before what a name suggests', () => {
    const roles = rolesOf([listed('Sent', '\\Sent', 'name'), listed('Gesendet', '\\Sent', 'extension')])
    expect(roles.get('Gesendet')).toBe('sent')
    expect(roles.get('Sent')).toBeNull()
  })

  it('knows the inbox by its name alone, and a plain folder by none', () => {
    const roles = rolesOf([listed('inbox'), listed('Holidays')])
    expect(roles.get('inbox')).toBe('inbox')
    expect(roles.get('Holidays')).toBeNull()
  })

  it('takes a folder below somebody’s own for a plain one, but not one below the inbox', () => {
    const roles = rolesOf([listed('Work/Archive', '\\Archive', 'name'), listed('INBOX/Trash', '\\Trash', 'name')])
    expect(roles.get('Work/Archive')).toBeNull()
    expect(roles.get('INBOX/Trash')).toBe('trash')
  })
})
