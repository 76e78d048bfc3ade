import Contrast from 'lucide-react/icons/contrast'
import { setPreferences, type Preferences } from '#ui/preferences.ts'
import type { Entry } from './entries.ts'

/** How Daybook looks, a line each; what is so already is not offered. */
export function lookEntries(now: Preferences): Entry[] {
  const looks: [string, Partial<Preferences>][] = [
    ['Use the system’s colours', { theme: 'auto' }],
    ['Use light colours', { theme: 'light' }],
    ['Use dark colours', { theme: 'dark' }],
    [now.calm ? 'Leave the calm theme' : 'Use the calm theme', { calm: !now.calm }],
    [
      now.density === 'compact' ? 'Use comfortable lists' : 'Use compact lists',
      { density: now.density === 'compact' ? 'comfortable' : 'compact' },
    ],
    [now.less ? 'Show everything again' : 'Show less stuff', { less: !now.less }],
  ]
  return looks
    .filter(([, change]) => change.theme !== now.theme)
    .map(([label, change]) => ({
      id: `look ${label}`,
      group: 'Actions',
      label,
      keywords: 'theme appearance colours look density',
      icon: Contrast,
      run: () => setPreferences(change),
    }))
}
