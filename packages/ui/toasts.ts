import { useSyncExternalStore } from 'react'
import { ProblemError } from '#client/problem-error.ts'

export interface Toast {
  id: number
  message: string
  detail?: string
  requestId?: string
  failed?: boolean
  /** Until somebody acts on it or dismisses it. */
  stays?: boolean
  action?: { label: string; run: () => void }
  /** The way back. */
  undo?: () => void
}

/** How long a toast stays: long enough to read it and reach its button. */
export const TOAST_MILLISECONDS = 10_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

/** Says what was done, with a way back: at most three toasts stand at once. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  change([...toasts, { ...toast, id: ++lastId }].slice(-3))
}

/** Says what went wrong and what to do. */
export function showProblem(error: unknown): void {
  if (!(error instanceof ProblemError)) {
    showToast({ message: 'Something broke on this page', detail: String(error), failed: true })
    return
  }
  const { detail, remedy, requestId } = error.problem
  showToast({ message: detail, detail: remedy, requestId, failed: true })
}

export function dismissToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

/** Runs the newest way back, if there is one. */
export function undoLast(): void {
  const toast = toasts.findLast((candidate) => candidate.undo)
  if (!toast?.undo) return
  dismissToast(toast.id)
  toast.undo()
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts)
}

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
