/// <reference lib="webworker" />
import { entryOf, isAppPage, isHashedFile } from './addresses.ts'
import { type Order, type Reply, syncTag } from './orders.ts'
import { sendScans } from './send-scans.ts'

declare const self: ServiceWorkerGlobalScope & {
  /** Put in by the build: the files of this version; `revision` is null when the name tells the content. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[]
}

const manifest = self.__WB_MANIFEST
/** The document itself comes from the server, with its nonce; here it only tells one version from another. */
const files = manifest.filter(({ url }) => url !== 'index.html')
const addresses = new Set(files.map(({ url }) => new URL(url, self.location.origin).pathname))

/** On a bad line the kept document is better than none after so long, in milliseconds. */
const timeoutMs = 3_000
const family = 'ngopi-app:'
/** The address under which the document is kept; every page of the application has the same. */
const documentAddress = '/'

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

let named: Promise<string> | undefined
/** One cache for each version, named by its content. */
const ownCache = async () => {
  named ??= crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(JSON.stringify(manifest)))
    .then((digest) => family + hex(digest).slice(0, 16))
  return caches.open(await named)
}

/** A document whose scripts are another version's would not find them without network. */
const fetchOwnDocument = async (): Promise<Response> => {
  const response = await fetch(documentAddress, { cache: 'no-store', credentials: 'omit' })
  const entry = entryOf(await response.clone().text())
  if (!response.ok || entry === undefined || !addresses.has(entry))
    throw new Error('The document and the files are of different versions')
  return response
}

const install = async () => {
  const cache = await ownCache()
  await Promise.all(
    files.map(({ url, revision }) =>
      cache.add(new Request(`/${url}`, { cache: revision === null ? 'default' : 'reload' })),
    ),
  )
  await cache.put(documentAddress, await fetchOwnDocument())
}

/** The version before stays too: pages opened with it may still ask for its parts. */
const forgetOldVersions = async () => {
  await ownCache()
  const names = (await caches.keys()).filter((name) => name.startsWith(family))
  const own = await named
  const old = names.filter((name) => name !== own).slice(0, -1)
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** The server's document when it answers in time, else the kept one, with the headers it came with. */
const openDocument = async (request: Request): Promise<Response> => {
  const answer = fetch(request)
  const inTime = await Promise.race([
    answer.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, timeoutMs)),
  ])
  if (inTime && inTime.status < 500) return inTime
  return (await (await ownCache()).match(documentAddress)) ?? answer
}

const openFile = async (request: Request): Promise<Response> => {
  const known = await caches.match(request, { ignoreVary: true })
  if (known) return known
  const response = await fetch(request)
  // What cannot be kept for want of room is still an answer.
  if (response.ok && response.type === 'basic')
    await (await ownCache()).put(request, response.clone()).catch(() => undefined)
  return response
}

self.addEventListener('install', (event) => event.waitUntil(install()))

self.addEventListener('activate', (event) =>
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim())),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (isAppPage(pathname)) event.respondWith(openDocument(request))
  } else if (isHashedFile(pathname) || addresses.has(pathname)) event.respondWith(openFile(request))
})

/** The browser's own event, of which not every browser knows. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

self.addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent
  if (tag !== syncTag) return
  const pages = self.clients.matchAll({ type: 'window' })
  const sending = pages.then((all) =>
    sendScans({ pageInSight: all.some((page) => page.visibilityState === 'visible') }),
  )
  ;(event as SyncEvent).waitUntil(sending)
})

self.addEventListener('message', (event) => {
  const order = event.data as Order
  if (order.kind === 'take-over' || addresses.has(order.entry)) void self.skipWaiting()
  else event.ports[0]?.postMessage('newer' satisfies Reply)
})
