import { Section } from '#ui/section.tsx'
import { setPreferences, usePreferences, type Preferences } from '#ui/preferences.ts'
import { classNames } from '#ui/class-names.ts'
import { Switch } from '#ui/switch.tsx'

const themes: [Preferences['theme'], string][] = [
  ['auto', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]

/** Colours, calm, density and less stuff: kept in this browser. */
export function Pane() {
  const preferences = usePreferences()
  return (
    <Section title="Appearance" hint="Kept in this browser.">
      <fieldset className="m-0 flex flex-wrap gap-2 border-0 p-0">
        <legend className="sr-only">Colours</legend>
        {themes.map(([theme, label]) => (
          <label
            key={theme}
            className={classNames(
              'sheet flex min-h-11 items-center gap-2 px-3 font-semibold',
              preferences.theme === theme && 'bg-yellow text-on-accent',
            )}
          >
            <input
              type="radio"
              name="theme"
              className="m-0 size-6 accent-ink"
              checked={preferences.theme === theme}
              onChange={() => setPreferences({ theme })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Switch
        label="Calm"
        hint="Thin lines, quiet colours, no shadows."
        on={preferences.calm}
        onChange={(calm) => setPreferences({ calm })}
      />
      <Switch
        label="Compact lists"
        hint="More rows on the screen."
        on={preferences.density === 'compact'}
        onChange={(compact) => setPreferences({ density: compact ? 'compact' : 'comfortable' })}
      />
      <Switch
        label="Less stuff"
        hint="Only what one needs: no pictures, previews, counts or hints."
        on={preferences.less}
        onChange={(less) => setPreferences({ less })}
      />
    </Section>
  )
}
