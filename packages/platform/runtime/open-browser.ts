import { spawn } from 'node:child_process'

/** Asks the desktop to open an address. Does nothing where there is no desktop; resolves without waiting for the browser. */
export async function openBrowser(url: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const command = commandFor(url, platform, process.env)
  if (!command) return
  const [program, ...parameters] = command
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, parameters, { detached: true, stdio: 'ignore' })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
}

/** The program that opens an address on a platform, with its parameters, or null without a desktop. */
export function commandFor(
  url: string,
  platform: NodeJS.Platform,
  environment: Record<string, string | undefined>,
): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', url]
  // `start` is a word of the shell and would read `&` in the address; this takes it as it is.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open', url] : null
}
