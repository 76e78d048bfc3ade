import { lazy, Suspense, useState } from 'react'
import Undo2 from 'lucide-react/icons/undo-2'
import { undoImport, type Import } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'

const TypedConfirmation = lazy(() =>
  import('#ui/typed-confirmation.tsx').then((module) => ({ default: module.TypedConfirmation })),
)

/** Erases what an import brought, once its name is typed: only importing again brings it back. */
export function UndoImport({ current, onChanged }: { current: Import; onChanged: () => void }) {
  const [asking, setAsking] = useState(false)
  const undo = useCommand(undoImport, {
    onSuccess: () => {
      setAsking(false)
      onChanged()
    },
  })
  return (
    <>
      <Button icon={Undo2} onClick={() => setAsking(true)}>
        Undo the import
      </Button>
      {asking && (
        <Suspense>
          <TypedConfirmation
            title="Undo the import"
            name={current.name}
            action="Erase the messages"
            busy={undo.isPending}
            onConfirm={() => undo.mutate({ id: current.id })}
            onClose={() => setAsking(false)}
          >
            {countOf(current.stored, 'message')} that this import brought {current.stored === 1 ? 'is' : 'are'} erased,
            with labels and stars. Importing the file again brings the messages back.
          </TypedConfirmation>
        </Suspense>
      )}
    </>
  )
}
