import { open, mkdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Names a temporary file finally: its bytes are on the disk first, then the name, then the folder that holds the name. */
export async function finishFile(handle: FileHandle, temporary: string, path: string): Promise<void> {
  await handle.sync()
  await handle.close()
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Writes a whole file so that a crash leaves the old one or the new one. Mode 0600. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.part`
  const handle = await open(temporary, 'w', PRIVATE_FILE)
  try {
    await handle.writeFile(text)
    await finishFile(handle, temporary, path)
  } catch (cause) {
    await discardFile(handle, temporary)
    throw cause
  }
}

/** Closes and removes a half-written file; works in whatever state a failure left it. */
export async function discardFile(handle: FileHandle, temporary: string): Promise<void> {
  // A handle that is closed already says so by an error that tells us nothing new.
  await handle.close().catch(() => undefined)
  await rm(temporary, { force: true })
}

/** Writes all the bytes: one write call may take fewer than it was given. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written)
    written += bytesWritten
  }
}

/** Makes a folder and those above it, each entry on the disk. Mode 0700. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Makes what a folder lists survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders; its file system journals names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** For the owner alone. */
export const PRIVATE_FILE = 0o600
/** For the owner alone. */
export const PRIVATE_FOLDER = 0o700
