import sparticuz from '@sparticuz/chromium'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { demoAccounts, demoPassword } from '../src/demo/accounts.ts'
import { freePort } from '../src/platform/free-port.ts'
import { spawnServer } from './spawn-server.ts'

/** Most bytes over the wire: JavaScript of the first page after login, and everything of the journalist's page. */
const limits = { homeScripts: 200 * 1024, guestPage: 14 * 1024 }

interface Fetched {
  url: string
  kind: string
  encoding: string
  /** Bytes of the body as it was sent, compressed. */
  body: number
  /** Bytes of everything that was received for it. */
  wire: number
}

/** Runs the demo in `dataDir`, opens two pages with an empty cache and prints what the browser fetched for each. */
export async function weighPages(dataDir: string): Promise<void> {
  const port = await freePort('127.0.0.1', 0)
  const server = await spawnServer(new URL('../src/main.ts', import.meta.url), {
    port,
    flags: ['--demo'],
    keepOutput: true,
    env: { DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_URL: '' },
  })
  try {
    const personalLink = /https?:\S+\/u\/\S+/.exec(server.output())?.[0]
    if (!personalLink) throw new Error('the demo printed no personal link')
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    try {
      // A service worker would fetch the rest of the application ahead, after the first page.
      const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' })
      await logIn(context, server.url)
      const home = await fetchedBy(context, '/')
      const scripts = home.filter(({ kind }) => kind === 'Script')
      const guest = await fetchedBy(await browser.newContext(), personalLink)
      print({ scripts, guest })
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
  }
}

async function logIn(context: BrowserContext, origin: string): Promise<void> {
  const officer = demoAccounts.find(({ role }) => role === 'officer')
  const answer = await context.request.post('/api/login', {
    data: { email: officer?.email, password: demoPassword },
    headers: { origin, 'content-type': 'application/json' },
  })
  if (!answer.ok()) throw new Error(`logging in failed: ${answer.status()}`)
}

async function fetchedBy(context: BrowserContext, address: string): Promise<Fetched[]> {
  const page: Page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const begun = new Map<string, Omit<Fetched, 'body' | 'wire'> & { headers: number }>()
  const fetched: Fetched[] = []
  await devtools.send('Network.enable')
  devtools.on('Network.responseReceived', ({ requestId, response, type }) =>
    begun.set(requestId, {
      url: response.url,
      kind: type,
      encoding: response.headers['content-encoding'] ?? 'none',
      headers: response.encodedDataLength,
    }),
  )
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const started = begun.get(requestId)
    if (!started) return
    const { headers, ...response } = started
    fetched.push({ ...response, wire: encodedDataLength, body: encodedDataLength - headers })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  if (new URL(page.url()).pathname === '/masuk') throw new Error('the login was not kept')
  await page.close()
  return fetched
}

function print({ scripts, guest }: { scripts: Fetched[]; guest: Fetched[] }): void {
  const name = (url: string): string => {
    const path = new URL(url).pathname
    // What follows /u/ is a key.
    return path.startsWith('/u/') ? '/u/…' : path
  }
  for (const { url, encoding, body } of scripts) console.log(`${name(url)}  ${encoding}  ${body}`)
  for (const { url, encoding, wire } of guest) console.log(`${name(url)}  ${encoding}  ${wire}`)
  const homeScripts = scripts.reduce((sum, { body }) => sum + body, 0)
  const guestPage = guest.reduce((sum, { wire }) => sum + wire, 0)
  console.table({
    'Beranda, JavaScript after login': { bytes: homeScripts, limit: limits.homeScripts },
    "Journalist's page, everything": { bytes: guestPage, limit: limits.guestPage },
  })
  console.log(JSON.stringify({ homeScripts, guestPage }))
  const heavy = homeScripts > limits.homeScripts || guestPage > limits.guestPage
  if (heavy || scripts.length === 0 || guest.length === 0) process.exitCode = 1
}
