import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack, type Pack } from 'tar-stream'

/** A folder, such as a Maildir, as a tar stream. Files are read one after the other; links are not followed. */
export function tarFolder(folder: string): ReadableStream<Uint8Array> {
  const archive = pack()
  addFolder(archive, folder, basename(resolve(folder)))
    .then(() => archive.finalize())
    .catch((error: Error) => archive.destroy(error))
  return toWebStream(archive[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>)
}

// tar-stream brings streams of its own kind, which the runtimes do not convert.
function toWebStream(chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}

async function addFolder(archive: Pack, folder: string, name: string): Promise<void> {
  const names = (await readdir(folder)).sort()
  for (const child of names) {
    const path = join(folder, child)
    const found = await lstat(path).catch(() => null)
    // Mail programs move files while we read: what is gone is not ours to import.
    if (found?.isDirectory()) await addFolder(archive, path, `${name}/${child}`)
    else if (found?.isFile()) await addFile(archive, path, `${name}/${child}`, found.size, found.mtime)
  }
}

async function addFile(archive: Pack, path: string, name: string, size: number, mtime: Date): Promise<void> {
  if (size === 0) return void archive.entry({ name, size, mtime }, '')
  const entry = archive.entry({ name, size, mtime })
  // No more than the size in its header, should the file grow meanwhile.
  await pipeline(createReadStream(path, { end: size - 1 }), entry)
}
