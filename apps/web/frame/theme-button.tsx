import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { IconButton } from '#ui/icon-button.tsx'
import { setPreferences, usePreferences } from '#ui/preferences.ts'

/** Switches between light and dark; calm and density are in the settings. */
export function ThemeButton() {
  const { theme } = usePreferences()
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  return (
    <IconButton
      label={dark ? 'Use light colours' : 'Use dark colours'}
      icon={dark ? Sun : Moon}
      onClick={() => setPreferences({ theme: dark ? 'light' : 'dark' })}
    />
  )
}
