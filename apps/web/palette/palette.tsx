import { useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '#ui/dialog.tsx'
import { usePreferences } from '#ui/preferences.ts'
import { useWebModules } from '#ui/web-modules.ts'
import { useOperations, type PaletteOperation } from './api-document.ts'
import { moduleEntries, operationEntries, type Entry } from './entries.ts'
import { lookEntries } from './look-entries.ts'
import { matchEntries } from './match-entries.ts'
import { OperationForm } from './operation-form.tsx'
import { PaletteList } from './palette-list.tsx'
import { recentChoices, rememberChoice } from './recent.ts'
import { useRecords } from './use-records.ts'

/** The palette: every page, record and operation by its name. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const modules = useWebModules()
  const operations = useOperations()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<PaletteOperation | null>(null)
  const [recent] = useState(recentChoices)
  const preferences = usePreferences()
  const records = useRecords(text)
  const entries = useMemo(
    () => [...moduleEntries(modules), ...lookEntries(preferences), ...operationEntries(operations.data ?? [])],
    [modules, preferences, operations.data],
  )
  // Records come last: they arrive while somebody is choosing, and must not move what stands above.
  const shown = [...useMemo(() => matchEntries(entries, text, recent), [entries, text, recent]), ...records]

  const choose = (entry: Entry) => {
    rememberChoice({ ...entry, id: entry.id.replace(/^recent /, '') })
    if (entry.operation) return setChosen(entry.operation)
    onClose()
    entry.run?.()
    if (entry.path) void navigate({ href: entry.path })
  }

  return (
    <Dialog open onClose={onClose} title={chosen ? chosen.name : 'Palette'} hideTitle wide>
      {chosen ? (
        <OperationForm operation={chosen} onBack={() => setChosen(null)} onClose={onClose} />
      ) : (
        <PaletteList
          text={text}
          onText={setText}
          entries={shown}
          failed={operations.isError}
          onRetry={() => void operations.refetch()}
          onChoose={choose}
        />
      )}
    </Dialog>
  )
}
