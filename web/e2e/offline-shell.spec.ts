import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'
import { expectAccessible, logIn, type VisitOptions, type Visitor } from './visitor.ts'

const stage = openStage()
const phone = { width: 390, height: 844, serviceWorkers: 'allow' } as const
const tablet = { ...phone, width: 1024 } as const

/** A published session of the demo to which most are still to come. */
async function nextSession(): Promise<string> {
  const { rows } = await stage.server.make.pool.query<{ id: string }>(
    `select s.id from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'published'
        and (select count(*) from invitations i where i.session_id = s.id and i.revoked_at is null) >= 5
      order by s.starts_at limit 1`,
  )
  const [session] = rows
  if (!session) throw new Error('the demo has no session with guests')
  return session.id
}

const expectedRows = (page: Page) => page.getByRole('button', { name: /: tandai masuk$/ })

/** Until the application itself is on the device. */
const appKept = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null)

/** What the device keeps: users of lists, and who is logged in. */
const keptOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ lists: string[]; login: string | null }>((resolve, reject) => {
        const opening = indexedDB.open('ngopi-kept')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const reading = database.transaction(['lists', 'login'])
          const lists = reading.objectStore('lists').getAll()
          const login = reading.objectStore('login').get('current')
          reading.oncomplete = () => {
            database.close()
            resolve({
              lists: lists.result.map((list: { query: { queryKey: string[] } }) =>
                String(list.query.queryKey[1]),
              ),
              login: login.result?.user.name ?? null,
            })
          }
        }
      }),
  )

const doorLists = ['/api/sessions/:id', '/api/sessions/:id/attendances']

/** Somebody with the door of a session open, and everything for it on the device. */
async function atTheDoor(
  device: VisitOptions = phone,
): Promise<Visitor & { session: string; door: string }> {
  const session = await nextSession()
  const door = `/pertemuan/${session}/meja`
  const visitor = await stage.visitAs('tamu@pemalang.example', device)
  await visitor.page.goto(door)
  await expectedRows(visitor.page).first().waitFor()
  await appKept(visitor.page)
  await expect.poll(async () => (await keptOn(visitor.page)).lists.sort()).toEqual(doorLists)
  return { ...visitor, session, door }
}

const leaveTheDoor = async (page: Page) => {
  await page.getByRole('link', { name: 'Tutup meja tamu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Meja tamu' }).waitFor()
}

/** The files of the application on the device. */
const filesOn = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('ngopi-app:'))
    const stored = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return stored.flat().map(({ url }) => new URL(url).pathname)
  })

test('the door opens again without network, from a reload and from its address', async () => {
  const { page, context, door } = await atTheDoor()
  const names = await expectedRows(page).allTextContents()
  // What the door needs, not the whole application, and nothing anybody has read.
  const files = await filesOn(page)
  expect(files).toContain('/')
  expect(files.some((file) => /^\/assets\/door-page-.*\.js$/.test(file))).toBe(true)
  expect(files.filter((file) => /line-chart|^\/(api|u)\//.test(file))).toEqual([])
  await context.setOffline(true)

  await page.reload()
  await page.getByText(/^Luring\. Daftar tamu per .+\d\d\.\d\d/).waitFor()
  expect(await expectedRows(page).allTextContents()).toEqual(names)

  // Another tab, straight to the address.
  const tab = await context.newPage()
  await tab.goto(door)
  await expectedRows(tab).first().waitFor()
  await expectAccessible(tab, 'the door without network')

  // What needs the network says so, and shows the way to what does not.
  await tab.goto('/pertemuan')
  await tab.getByRole('heading', { level: 1, name: 'Luring' }).waitFor()
  await tab.getByText('Halaman ini memerlukan jaringan.').waitFor()
  await expectAccessible(tab, 'a page that needs the network')
  await tab.getByRole('link', { name: /Ngopi Bareng Humas/ }).click()
  await expectedRows(tab).first().waitFor()
  await tab.goBack()
  await tab.getByRole('heading', { level: 1, name: 'Luring' }).waitFor()

  // Back on line both go on by themselves; the door without being loaded anew.
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await context.setOffline(false)
  await tab.getByRole('heading', { level: 1, name: 'Meja tamu' }).waitFor()
  await page.getByText(/^Luring\. Daftar tamu per/).waitFor({ state: 'hidden' })
  await expectedRows(page).first().waitFor()
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('a guest let in without network reaches the server after a reload and the way back', async () => {
  const { page, context, session } = await atTheDoor()
  await context.setOffline(true)
  await page.reload()
  const label = (await expectedRows(page).first().getAttribute('aria-label')) ?? ''
  const name = label.slice(0, label.lastIndexOf(', '))
  await expectedRows(page).first().click()
  await page.getByText('Luring, 1 menunggu dikirim').waitFor()
  await context.setOffline(false)
  await page.getByText(/menunggu dikirim/).waitFor({ state: 'hidden' })
  const { rows } = await stage.server.make.pool.query<{ name: string }>(
    `select j.full_name as name from attendances a join journalists j on j.id = a.journalist_id
      where a.session_id = $1 and a.status = 'present'`,
    [session],
  )
  expect(rows.map((row) => row.name)).toContain(name)
})

test('logging out leaves nothing to see, and acts that wait', async () => {
  const { page, context, session, door } = await atTheDoor(tablet)
  const scans = `**/api/sessions/${session}/scans`
  await page.route(scans, (route) => route.abort())
  await expectedRows(page).first().click()
  await page.getByText('Luring, 1 menunggu dikirim').waitFor()
  await leaveTheDoor(page)
  await page.getByRole('button', { name: /^Menu / }).click()
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
  await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor()
  await expect.poll(() => keptOn(page)).toEqual({ lists: [], login: null })

  await context.setOffline(true)
  await page.goto(door)
  await page.getByText('Halaman ini gagal dimuat').first().waitFor()
  expect(await expectedRows(page).count()).toBe(0)

  // The act is still there for whoever opens the door again.
  await context.setOffline(false)
  await page.unroute(scans)
  await logIn(page, 'humas@pemalang.example')
  await page.goto(door)
  await expect
    .poll(async () => {
      const { rows } = await stage.server.make.pool.query(
        `select count(*) from scans where session_id = $1`,
        [session],
      )
      return Number(rows[0].count)
    })
    .toBeGreaterThanOrEqual(1)
})

test('a logout the server was not told of holds when the network is back', async () => {
  const { page, context, door } = await atTheDoor(tablet)
  await leaveTheDoor(page)
  await page.getByRole('button', { name: /^Menu / }).click()
  await page.getByRole('menuitem', { name: 'Keluar' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
  await expect.poll(() => keptOn(page)).toEqual({ lists: [], login: null })
  await context.setOffline(false)
  await page.goto(door)
  await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/masuk')
})

test('another user of the device, and a later day, find no list of the former', async () => {
  const { page, context, door } = await atTheDoor()
  // The cookie of somebody else, as after a login in another window.
  const { page: other } = await stage.visitAs('humas@pemalang.example')
  const cookies = await other.context().cookies()
  await context.clearCookies()
  await context.addCookies(cookies)
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(async () => (await keptOn(page)).lists).toEqual([])
  await context.setOffline(true)
  await page.goto(door)
  await page.getByRole('heading', { level: 1, name: 'Luring' }).waitFor()
  expect(await page.getByRole('link', { name: /Ngopi Bareng Humas/ }).count()).toBe(0)

  // Twelve hours without the server, and the device knows nobody any more.
  await context.clock.setFixedTime(Date.now() + 12.1 * 3_600_000)
  await page.goto(door)
  await page.getByText('Halaman ini gagal dimuat').first().waitFor()
  expect((await keptOn(page)).login).toBeNull()
})
