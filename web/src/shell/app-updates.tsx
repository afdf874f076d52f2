import { translator } from '../i18n.tsx'
import { actionToast } from '../ui/toast.tsx'
import type { Order } from '../worker/orders.ts'
import { shellStrings } from './shell.strings.ts'

/** A page may stay open for days; so often it asks for a new version, in milliseconds. */
const checkEvery = 60 * 60 * 1000

const send = (worker: ServiceWorker, order: Order, ports: MessagePort[] = []) =>
  worker.postMessage(order, ports)

/** Only when somebody wishes: at the door nobody may lose the page under their hands. */
const offerNew = (worker: ServiceWorker) => {
  const t = translator(shellStrings)
  const takeOver = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
      once: true,
    })
    send(worker, { kind: 'take-over' })
  }
  void actionToast(t('update.text'), t('update.action'), takeOver)
}

/** A new version waits. A page that is of that version already has nothing to lose by it. */
const consider = (worker: ServiceWorker, entry: string) => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => offerNew(worker)
  send(worker, { kind: 'take-over-if-yours', entry }, [port2])
}

/** A first download that broke off on a bad line is begun again after so long, then after twice that, in milliseconds. */
const firstPause = 10_000

/**
 * Has the application kept on this device, so that it opens without network.
 *
 * @param build the address of the script this page started with
 * @param pause how long to wait in milliseconds before it is tried again
 */
export const keepApp = async (build: string, pause = firstPause): Promise<void> => {
  const entry = new URL(build).pathname
  const workers = navigator.serviceWorker
  const again = () => {
    setTimeout(() => void keepApp(build, Math.min(2 * pause, checkEvery)), pause)
  }
  // Storage may be forbidden, or the line bad: the application works on, with network.
  const registration = await workers
    .register('/sw.js', { updateViaCache: 'none' })
    .catch(() => undefined)
  if (!registration) return again()
  if (registration.waiting) consider(registration.waiting, entry)
  const checking = setInterval(() => void registration.update().catch(() => undefined), checkEvery)
  const lost = () => {
    if (registration.active ?? registration.waiting ?? registration.installing) return
    // Without a first version the browser forgets the registration, and nobody else begins anew.
    clearInterval(checking)
    again()
  }
  const first = registration.active ? null : registration.installing
  if (first) first.addEventListener('statechange', () => first.state === 'redundant' && lost())
  else lost()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // The first version of all has nobody to wait for.
      if (installing.state === 'installed' && workers.controller) consider(installing, entry)
    })
  })
}
