import { posix, win32 } from 'node:path'
import type { RawConfig } from './read-environment.ts'

/** Where data lies when nobody says: the platform's folder for data of programs (XDG Base Directory 0.8 on Linux). */
export function defaultDataFolder(raw: RawConfig, platform: NodeJS.Platform): string | null {
  if (platform === 'win32') {
    if (raw.APPDATA) return win32.join(raw.APPDATA, 'Daybook')
    return raw.USERPROFILE ? win32.join(raw.USERPROFILE, 'AppData', 'Roaming', 'Daybook') : null
  }
  if (platform === 'darwin') return raw.HOME ? posix.join(raw.HOME, 'Library', 'Application Support', 'Daybook') : null
  // A relative XDG path is to be ignored, says the specification.
  if (raw.XDG_DATA_HOME?.startsWith('/')) return posix.join(raw.XDG_DATA_HOME, 'daybook')
  return raw.HOME ? posix.join(raw.HOME, '.local', 'share', 'daybook') : null
}
