import { showToast } from '#ui/toasts.ts'

const LOOK_AGAIN_MILLISECONDS = 60 * 60 * 1000

/** Keeps the app for when its server is away, and offers a newer version when there is one. */
export async function keepApp(): Promise<void> {
  // Without a secure context there is none; the app then simply needs its server.
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.register('/service-worker.js', { scope: '/' })
  offer(registration)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', () => offer(registration))
  })
  // A server that is away now is asked the next time.
  setInterval(() => void registration.update().catch(() => undefined), LOOK_AGAIN_MILLISECONDS)
}

/** Forgets what this browser kept for the person who signs out. */
export function forgetKept(): void {
  navigator.serviceWorker?.controller?.postMessage('forget')
}

let offered = false

function offer({ waiting }: ServiceWorkerRegistration): void {
  if (!waiting || !navigator.serviceWorker.controller || offered) return
  offered = true
  const reload = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage('take-over')
  }
  showToast({ message: 'A new version is here', action: { label: 'Reload', run: reload }, stays: true })
}
