const SERVICE = 'Daybook'

/** One entry of the operating system's keyring. */
export interface KeyringEntry {
  /** The text that is kept, or null. Throws where no keyring answers. */
  read(): Promise<string | null>
  write(text: string): Promise<void>
}

/** The entry of a data folder: two of them on one machine have a key each. */
export async function openKeyring(dataFolder: string): Promise<KeyringEntry> {
  const { AsyncEntry } = await import('@napi-rs/keyring')
  const entry = new AsyncEntry(SERVICE, `instance key of ${dataFolder}`)
  return {
    read: async () => (await entry.getPassword()) ?? null,
    write: (text) => entry.setPassword(text),
  }
}
