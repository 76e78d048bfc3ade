import { useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Dialog } from '#ui/dialog.tsx'
import { useWebModules } from '#ui/web-modules.ts'
import { useOperations, type PaletteOperation } from './api-document.ts'
import { matchEntries, moduleEntries, operationEntries, type Entry } from './entries.ts'
import { OperationForm } from './operation-form.tsx'
import { PaletteList } from './palette-list.tsx'
import { useRecords } from './use-records.ts'

/** The palette: every page, record and operation by its name. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const modules = useWebModules()
  const operations = useOperations()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<PaletteOperation | null>(null)
  const records = useRecords(text)
  const entries = useMemo(
    () => [...moduleEntries(modules), ...operationEntries(operations.data ?? [])],
    [modules, operations.data],
  )
  // Records come last: they arrive while somebody is choosing, and must not move what stands above.
  const shown = [...matchEntries(entries, text), ...records]

  const choose = (entry: Entry) => {
    if (entry.operation) return setChosen(entry.operation)
    onClose()
    entry.run?.()
    if (entry.path) void navigate({ href: entry.path })
  }

  return (
    <Dialog open onClose={onClose} title={chosen ? chosen.name : 'Palette'} hideTitle wide>
      {chosen ? (
        <OperationForm operation={chosen} onBack={() => setChosen(null)} />
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
