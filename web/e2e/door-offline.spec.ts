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
    expect(scans.map(({ act }) => act)).toEqual([...names.map(() => 'list'), 'pass'])
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
    expect(complaints).toEqual([])
  } finally {
    await visitor?.leave()
    await browser.close()
  }
})
