import { useEffect, useState } from 'react'
import X from 'lucide-react/icons/x'
import { dismissToast, TOAST_MILLISECONDS, useToasts, type Toast } from './toasts.ts'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { classNames } from './class-names.ts'

/** Where toasts stand; a polite live region that is always there. */
export function Toaster() {
  const toasts = useToasts()
  return (
    <div
      role="status"
      aria-live="polite"
      // Where something is written, its buttons stand below.
      className="pointer-events-none fixed inset-x-3 bottom-20 z-50 flex flex-col items-center gap-3 md:bottom-6 [:root:has([data-writing])_&]:top-16 [:root:has([data-writing])_&]:bottom-auto"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  const action = toast.undo ? { label: 'Undo', run: toast.undo } : toast.action

  // Time stands still while somebody points at it or is inside it.
  useEffect(() => {
    if (held || toast.stays) return
    const timer = setTimeout(() => dismissToast(toast.id), TOAST_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [held, toast.id, toast.stays])

  return (
    <div
      className={classNames(
        'raised pointer-events-auto flex w-full max-w-120 items-center gap-3 p-2 pl-4 text-on-accent',
        'animate-[rise_160ms_ease-out]',
        toast.failed ? 'bg-red' : 'bg-yellow',
      )}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="min-w-0 flex-1 py-1">
        <p className="font-semibold">{toast.message}</p>
        {toast.detail && <p className="text-sm">{toast.detail}</p>}
        {toast.requestId && <p className="font-mono text-xs">Request {toast.requestId}</p>}
      </div>
      {action && (
        <Button
          onClick={() => {
            dismissToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} quiet onAccent onClick={() => dismissToast(toast.id)} />
    </div>
  )
}
