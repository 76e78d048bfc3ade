import { lazy, Suspense, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import type { Capture } from '#ui/define-web-module.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Button } from '#ui/button.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useWebModules } from '#ui/web-modules.ts'
import { CAPTURE_FIELD } from './focus-bar.ts'

const Dialog = lazy(() => import('#ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

/** One line from anywhere into the module that captures; a field where there is room, else a button. */
export function QuickCapture() {
  const capture = useWebModules().find((module) => module.capture)?.capture
  const [open, setOpen] = useState(false)
  if (!capture) return null
  return (
    <>
      <CaptureForm capture={capture} id={CAPTURE_FIELD} className="hidden lg:flex" />
      <span className="lg:hidden">
        <IconButton
          label={capture.label}
          action="shell.capture"
          icon={Plus}
          onClick={() => setOpen(true)}
          data-capture-button
        />
      </span>
      {open && (
        <Suspense>
          <Dialog open onClose={() => setOpen(false)} title={capture.label}>
            <CaptureForm capture={capture} className="flex p-4" onSaved={() => setOpen(false)} />
          </Dialog>
        </Suspense>
      )}
    </>
  )
}

function CaptureForm({
  capture,
  id,
  className,
  onSaved,
}: {
  capture: Capture
  id?: string
  className: string
  onSaved?: () => void
}) {
  const [text, setText] = useState('')
  const navigate = useNavigate()
  const save = useMutation({
    mutationFn: capture.save,
    onSuccess: ({ message, path }) => {
      setText('')
      onSaved?.()
      showToast({ message, action: { label: 'Open', run: () => void navigate({ to: path }) } })
    },
    onError: showProblem,
  })
  return (
    <form
      className={`${className} items-center gap-2`}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() && !save.isPending) save.mutate(text.trim())
      }}
    >
      <input
        id={id}
        aria-label={capture.label}
        placeholder={capture.placeholder}
        className="control min-w-0 flex-1 lg:w-64"
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Button type="submit" look="accent" icon={Plus} className="min-h-10">
        Add
      </Button>
    </form>
  )
}
