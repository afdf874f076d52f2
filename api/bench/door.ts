import { randomBytes } from 'node:crypto'
import sparticuz from '@sparticuz/chromium'
import pg from 'pg'
import { type Browser, chromium, type Page } from 'playwright-core'
import { hashPassword } from '../src/accounts/password.ts'
import { freePort } from '../src/platform/free-port.ts'
import { migrate } from '../src/platform/migrate.ts'
import { spawnServer } from './spawn-server.ts'

const guests = 500
const taps = 40
/** How many times slower than this machine the device at the door is taken to be. */
const slowdown = 4
/** Most milliseconds from the tap to the guest shown inside, of the middle one of all taps. */
const limit = 100

const account = { email: 'meja@uji.example', password: randomBytes(12).toString('base64url') }

/**
 * Lets guests in at a door of 500 on a slowed device and tells how long each tap took until the picture that shows it:
 * from `pointerdown`, by the clock of the browser. Fails when the median is over the limit.
 */
export async function timeDoor(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, {
    log: { info: () => undefined, warn: console.warn, error: console.error },
  })
  const sessionId = await inviteHall(ownerUrl)
  const server = await spawnServer(new URL('../src/main.ts', import.meta.url), {
    port: await freePort('127.0.0.1', 0),
    env: {
      DATABASE_URL: ownerUrl,
      SECRET_KEY: randomBytes(32).toString('base64url'),
      DATA_DIR: '',
      PUBLIC_URL: '',
    },
  })
  let browser: Browser | undefined
  try {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? (await sparticuz.executablePath()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
    const page = await openDoor(browser, `${server.url}/pertemuan/${sessionId}/meja`)
    const times: number[] = []
    for (let tap = 0; tap < taps; tap++) times.push(await timeTap(page, tap + 1))
    print(times)
  } finally {
    await browser?.close()
    await server.stop()
  }
}

/** An office with a desk and a session to which as many guests are invited; answers its id. */
async function inviteHall(ownerUrl: string): Promise<string> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    options: '-c app.actor=system: -c timezone=UTC',
  })
  await client.connect()
  try {
    const idOf = async (text: string, values: unknown[]): Promise<string> => {
      const { rows } = await client.query<{ id: string }>(`${text} returning id`, values)
      return rows[0]?.id ?? ''
    }
    const office = await idOf(
      `insert into offices (name, time_zone) values ('Kantor Uji', 'Asia/Jakarta')`,
      [],
    )
    await client.query(
      `insert into users (office_id, name, email, role, password_hash) values ($1, 'Meja', $2, 'desk', $3)`,
      [office, account.email, await hashPassword(account.password)],
    )
    await client.query(
      `insert into outlets (office_id, name, platform) select $1, 'Harian Uji ' || n, 'online' from generate_series(1, 40) n`,
      [office],
    )
    const session = await idOf(
      `insert into sessions (office_id, title, starts_at, ends_at, time_zone, venue, capacity, status)
       values ($1, 'Ngopi', now() + interval '10 minutes', now() + interval '2 hours', 'Asia/Jakarta', 'Aula', 600, 'published')`,
      [office],
    )
    // Names in no order, of the lengths names have.
    await client.query(
      `with people as (
         insert into journalists (office_id, full_name, phone, phone_raw)
         select $1, initcap(left(translate(md5(n::text), '0123456789', 'aeiouaeiou'), 5 + n % 7)) || ' Santoso ' || n,
                '+62812' || lpad(n::text, 8, '0'), '0812' || lpad(n::text, 8, '0')
           from generate_series(1, $3::int) n
         returning id, phone)
       insert into invitations (office_id, session_id, journalist_id, outlet_id, answer, holds_seat)
       select $1, $2, p.id, o.ids[1 + right(p.phone, 4)::int % 40],
              case when right(p.phone, 1) < '7' then 'attending' else 'none' end, right(p.phone, 1) < '7'
         from people p, (select array_agg(id) as ids from outlets where office_id = $1) o`,
      [office, session, guests],
    )
    return session
  } finally {
    await client.end()
  }
}

/** Notes when a finger came down and after which picture the counter had changed; tells where the first row is. */
const stopwatch = `
  addEventListener('pointerdown', (event) => { window.tappedAt = event.timeStamp }, true)
  window.nextRow = () => {
    window.admission = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - window.tappedAt)
          port2.postMessage(null)
        })
      })
      observer.observe(document.querySelector('main output'),
        { childList: true, characterData: true, subtree: true })
    })
    const { x, y, width, height } = document.querySelector('[data-row]').getBoundingClientRect()
    return { x: x + width / 3, y: y + height / 2 }
  }`

async function openDoor(browser: Browser, address: string): Promise<Page> {
  const { origin } = new URL(address)
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'id-ID',
    serviceWorkers: 'block',
  })
  const answer = await context.request.post(`${origin}/api/login`, {
    data: account,
    headers: { origin },
  })
  if (!answer.ok()) throw new Error(`logging in failed: ${answer.status()}`)
  const page = await context.newPage()
  await page.addInitScript({ content: stopwatch })
  await page.goto(address)
  await page
    .locator('[data-row]')
    .nth(guests - 1)
    .waitFor()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

/** Taps the first row as a finger does and answers the milliseconds until the picture that counts the guest in. */
async function timeTap(page: Page, count: number): Promise<number> {
  const { x, y } = await page.evaluate<{ x: number; y: number }>('window.nextRow()')
  const sent = page.waitForResponse((response) => response.url().endsWith('/scans'))
  await page.touchscreen.tap(x, y)
  const took = await page.evaluate<number>('window.admission')
  const counter = await page.locator('main output').textContent()
  if (!counter?.startsWith(`${count} /`)) throw new Error(`the door counts ${counter}`)
  // The next guest comes when this one is through: what the answer of the server changes is drawn too.
  await sent
  await page.evaluate('new Promise((rest) => requestIdleCallback(rest))')
  return took
}

function print(times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const share = (part: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  const figures = { median: share(0.5), p95: share(0.95), slowest: share(1) }
  console.table({
    [`tap to admitted, ${guests} guests, ${slowdown} times slower, ms`]: { ...figures, limit },
  })
  console.log(JSON.stringify({ ...figures, times: times.map(Math.round) }))
  if (figures.median > limit) throw new Error('letting a guest in took longer than it may')
}
