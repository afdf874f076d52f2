import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personalToken } from '../../api/src/invitations/personal-link.ts'
import { launchChromium } from './chromium.ts'
import { openStage } from './stage.ts'
import { expectAccessible, logIn, type Visitor, visit } from './visitor.ts'

const stage = openStage()

/** A session of the demo, and of its guests one who comes with a pass. */
interface Door {
  session: string
  holder: { invitation: string; linkVersion: number; name: string }
}

type Scan = { nonce: string }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ngopi-film-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await stage.server.make.pool.query(text, values)).rows as Row[]
}

/** The next session with many guests, and one who said yes and has a seat: only they have a pass. */
async function findDoor(): Promise<Door> {
  const [row] = await sql<Door['holder'] & { session: string }>(
    `select s.id as session, i.id as invitation, i.link_version as "linkVersion", j.full_name as name
       from sessions s join offices o on o.id = s.office_id
       join invitations i on i.session_id = s.id join journalists j on j.id = i.journalist_id
      where o.name like '%Pemalang' and s.status = 'published' and i.revoked_at is null
        and i.answer = 'attending' and i.holds_seat
        and (select count(*) from invitations g where g.session_id = s.id and g.revoked_at is null) > 24
      order by s.starts_at, j.full_name limit 1`,
  )
  if (!row) throw new Error('the demo has no session with enough guests')
  const { session, ...holder } = row
  return { session, holder }
}

/** Writes what a camera sees of the pass that the guest shows: pictures of it, one after the other. */
async function filmPass(holder: Door['holder'], file: string): Promise<void> {
  const key = stage.server.deps.keys.personalLink
  const token = personalToken(key, holder.invitation, holder.linkVersion)
  const { page, leave } = await visit(stage.browser, stage.server.origin, {
    width: 640,
    height: 640,
  })
  await page.goto(`/u/${token}/pass`)
  await page.locator('svg.qr').scrollIntoViewIfNeeded()
  const picture = await page.screenshot({ type: 'jpeg', quality: 90 })
  await leave()
  await writeFile(file, Buffer.concat([picture, picture]))
}

const expectedRows = (page: Page) => page.getByRole('button', { name: /: tandai masuk$/ })
const insideRow = (page: Page, name: string) =>
  page.getByRole('button', { name: `Batalkan masuk ${name}`, exact: true })

/** Lets the first in who does not come with the pass. */
async function admitNext(page: Page, holder: string): Promise<string> {
  const labels = await expectedRows(page).evaluateAll((rows) =>
    rows.slice(0, 2).map((row) => row.getAttribute('aria-label') ?? ''),
  )
  const label = labels.find((one) => !one.startsWith(holder)) ?? ''
  const row = page.getByRole('button', { name: label, exact: true })
  await row.click()
  const name = label.slice(0, label.lastIndexOf(', '))
  await insideRow(page, name).waitFor()
  return name
}

/** The application and the lists of the door are on the device. */
const keptOnDevice = (page: Page) =>
  page.waitForFunction(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller) return false
    const opening = indexedDB.open('ngopi-kept')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const counting = database.transaction('lists').objectStore('lists').count()
    const count = await new Promise<number>((resolve) => {
      counting.onsuccess = () => resolve(counting.result)
    })
    database.close()
    return count >= 2
  })

/** The scans of a session as the server keeps them, in the order in which they were done. */
const scansOf = (session: string) =>
  sql<{ act: string; name: string; outcome: string; nonce: string }>(
    `select s.act, j.full_name as name, s.outcome, s.nonce
       from scans s join journalists j on j.id = s.journalist_id
      where s.session_id = $1 order by s.scanned_at`,
    [session],
  )

/** Everything that lies on the device under one name, as text. */
const onDevice = (page: Page, name: 'ngopi-door' | 'ngopi-kept') =>
  page.evaluate(async (database) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const opened = await done(indexedDB.open(database))
    const all: unknown[] = []
    for (const store of opened.objectStoreNames)
      all.push(...(await done(opened.transaction(store).objectStore(store).getAll())))
    opened.close()
    return all.map((one) => JSON.stringify(one))
  }, name)

const recordWalkIn = async (page: Page, name: string, phone: string) => {
  await page.getByRole('button', { name: 'Tamu tanpa undangan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama').fill(name)
  await dialog.getByLabel('Nomor HP').fill(phone)
  await dialog.getByRole('button', { name: 'Catat masuk' }).click()
  await insideRow(page, name).waitFor()
}

/** Whether the server has the walk-in of this name. */
const arrived = async (name: string) =>
  (await sql('select from journalists where full_name = $1', [name])).length === 1

test('a desk without network admits, scans and survives a reload; the server gets all of it once, in order', async () => {
  const { session, holder } = await findDoor()
  const film = join(folder, 'pass.mjpeg')
  await filmPass(holder, film)
  const browser = await launchChromium([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ])
  let visitor: Visitor | undefined
  try {
    visitor = await visit(browser, stage.server.origin, {
      width: 390,
      height: 844,
      serviceWorkers: 'allow',
    })
    const { page, context, complaints } = visitor
    await logIn(page, 'tamu@pemalang.example')
    await page.goto(`/pertemuan/${session}/meja`)
    await expectedRows(page).first().waitFor()
    await keptOnDevice(page)

    await context.setOffline(true)
    const names: string[] = []
    for (let n = 0; n < 20; n++) names.push(await admitNext(page, holder.name))
    await page.getByText('Luring, 20 menunggu dikirim').waitFor()

    // The reader of codes comes from the device as well. A pass that the list knows needs no server.
    await page.getByRole('button', { name: 'Pindai pas dengan kamera' }).click()
    await insideRow(page, holder.name).waitFor()
    await page.getByText(`${holder.name} masuk pukul`).waitFor()
    await page.getByText('Luring, 21 menunggu dikirim').waitFor()
    await expectAccessible(page, 'the door with the camera open')

    await page.reload()
    for (const name of [...names, holder.name]) await insideRow(page, name).waitFor()
    await page.getByText('Luring, 21 menunggu dikirim').waitFor()
    expect(await scansOf(session)).toEqual([])

    const sent: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('/scans') && response.ok())
        sent.push(
          ...response
            .request()
            .postDataJSON()
            .scans.map((scan: Scan) => scan.nonce),
        )
    })
    await context.setOffline(false)
    await page.getByText(/menunggu dikirim/).waitFor({ state: 'hidden' })
    const scans = await scansOf(session)
    expect(scans.map(({ name }) => name)).toEqual([...names, holder.name])
    expect(scans.map(({ act: entry }) => entry)).toEqual([...names.map(() => 'list'), 'pass'])
    expect(scans.every(({ outcome }) => outcome === 'admitted')).toBe(true)
    expect(sent).toEqual(scans.map(({ nonce }) => nonce))
    const [present] = await sql<{ count: string }>(
      `select count(*) from attendances where session_id = $1 and status = 'present'`,
      [session],
    )
    expect(Number(present?.count)).toBe(21)

    // Held before the camera once more: said, and not counted again.
    await page.getByRole('button', { name: 'Pindai pas dengan kamera' }).click()
    await page.getByText(`${holder.name} sudah masuk pukul`).waitFor()
    expect(await scansOf(session)).toHaveLength(21)
    await page.getByRole('button', { name: 'Tutup kamera' }).click()

    // With no page of the application open, the worker sends what is left.
    const devtools = await context.newCDPSession(page)
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [one] = registrations
        if (one) resolve(one.registrationId)
      })
    })
    await devtools.send('ServiceWorker.enable')
    const registrationId = await registered
    await context.setOffline(true)
    await recordWalkIn(page, 'Tono Terakhir', '0812 7000 9999')
    await page.getByText('Luring, 1 menunggu dikirim').waitFor()
    await page.goto('about:blank')
    await context.setOffline(false)
    expect(await arrived('Tono Terakhir')).toBe(false)
    const { origin } = stage.server
    const sync = { origin, registrationId, tag: 'ngopi-scans', lastChance: true }
    await devtools.send('ServiceWorker.dispatchSyncEvent', sync)
    await expect.poll(() => arrived('Tono Terakhir'), { timeout: 20_000 }).toBe(true)
    await page.goto('/masuk')
    await expect
      .poll(async () => (await onDevice(page, 'ngopi-door')).join(), { timeout: 10_000 })
      .not.toContain('0812 7000 9999')
    expect(complaints).toEqual([])
  } finally {
    await visitor?.leave()
    await browser.close()
  }
})

test('what waits is sent from wherever in the app somebody works, and a number stays on the device no longer than that', async () => {
  const { session } = await findDoor()
  const { page } = await stage.visitAs('tamu@pemalang.example')
  await page.goto('/pertemuan')
  await page.goto(`/pertemuan/${session}/meja`)
  await expectedRows(page).first().waitFor()
  // The list of sessions is brought back later without a load.
  await page.getByRole('link', { name: 'Tutup meja tamu' }).click()
  await page.waitForURL('/pertemuan')
  await page.goBack()
  await expectedRows(page).first().waitFor()

  await page.route('**/scans', (route) => route.abort())
  await recordWalkIn(page, 'Tono Pertama', '0812 7000 1234')
  await page.getByText('Luring, 1 menunggu dikirim').waitFor()
  expect((await onDevice(page, 'ngopi-door')).join()).toContain('0812 7000 1234')
  await page.getByRole('link', { name: 'Tutup meja tamu' }).click()
  await page.waitForURL('/pertemuan')
  await page.unroute('**/scans')
  await expect.poll(() => arrived('Tono Pertama'), { timeout: 30_000 }).toBe(true)
  await expect
    .poll(async () => (await onDevice(page, 'ngopi-door')).join(), { timeout: 10_000 })
    .not.toContain('0812 7000 1234')

  // What an earlier version left there goes when the application is opened.
  await page.evaluate(
    (sessionId) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ngopi-door')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const change = opening.result.transaction('acts', 'readwrite')
          const nonce = crypto.randomUUID()
          const walkIn = { fullName: 'Tono Lama', phone: '0812 7000 0000' }
          const scan = { nonce, scannedAt: new Date().toISOString(), walkIn }
          const entry = { scan, state: 'sent', name: 'Tono Lama' }
          change.objectStore('acts').put({ nonce, sessionId, order: 1, act: entry })
          change.oncomplete = () => resolve()
          change.onerror = () => reject(change.error)
        }
      }),
    session,
  )
  await page.reload()
  await expect
    .poll(async () => (await onDevice(page, 'ngopi-door')).join(), { timeout: 10_000 })
    .not.toContain('0812 7000 0000')

  // Who logs out leaves what the server does not have, and nothing else.
  await page.goBack()
  await page.route('**/scans', (route) => route.abort())
  await recordWalkIn(page, 'Tono Kedua', '0812 7000 5678')
  await page.getByRole('link', { name: 'Tutup meja tamu' }).click()
  await page.waitForURL('/pertemuan')
  await page.getByRole('button', { name: /^Menu / }).click()
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
  await page.waitForURL((url) => url.pathname === '/masuk')
  await expect.poll(() => onDevice(page, 'ngopi-kept'), { timeout: 10_000 }).toEqual([])
  await expect
    .poll(async () => (await onDevice(page, 'ngopi-door')).length, { timeout: 10_000 })
    .toBe(1)
  expect((await onDevice(page, 'ngopi-door')).join()).toContain('Tono Kedua')

  await page.unroute('**/scans')
  await logIn(page, 'tamu@pemalang.example')
  await expect.poll(() => arrived('Tono Kedua'), { timeout: 30_000 }).toBe(true)
  await expect
    .poll(async () => (await onDevice(page, 'ngopi-door')).join(), { timeout: 10_000 })
    .not.toContain('0812 7000 5678')
})
