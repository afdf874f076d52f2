import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage()

/** A session of the demo that began just now, whatever day it is, and to which most are still to come. */
async function sessionBeingHeld(): Promise<string> {
  const { rows } = await stage.server.make.pool.query<{ id: string }>(
    `update sessions set starts_at = now(), ends_at = now() + interval '2 hours'
      where id = (
        select s.id from sessions s join offices o on o.id = s.office_id
         where o.name like '%Pemalang' and s.status = 'published'
           and (select count(*) from invitations i where i.session_id = s.id and i.revoked_at is null) >= 5
         order by s.starts_at limit 1)
      returning id`,
  )
  const [session] = rows
  if (!session) throw new Error('the demo has no session with guests')
  return session.id
}

const expectedRows = (page: Page) => page.getByRole('button', { name: /: tandai masuk$/ })
const insideRow = (page: Page, name: string) =>
  page.getByRole('button', { name: `Batalkan masuk ${name}`, exact: true })

/** Lets the first guest in, or the last; answers their name. */
async function admitNext(page: Page, which: 'first' | 'last' = 'first'): Promise<string> {
  const row = expectedRows(page)[which]()
  const label = (await row.getAttribute('aria-label')) ?? ''
  await row.click()
  const name = label.slice(0, label.lastIndexOf(', '))
  await insideRow(page, name).waitFor()
  return name
}

/** Leaves a form of the door with what was typed in it, and comes back. */
async function closedAndOpened(page: Page, opener: Locator): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await opener.click()
  await page.getByText('Draf dipulihkan').waitFor()
}

test('two desks see each other without reloading, also after one was offline', async () => {
  const session = await sessionBeingHeld()
  const first = await stage.visitAs('tamu@pemalang.example', { width: 390, height: 844 })
  const second = await stage.visitAs('humas@pemalang.example', { width: 390, height: 844 })
  const heard = [first, second].map(({ page }) =>
    page.waitForResponse((response) => response.url().endsWith(`${session}/events`)),
  )
  for (const { page } of [first, second]) {
    await page.goto(`/pertemuan/${session}/meja`)
    await expectedRows(page).first().waitFor()
  }
  await Promise.all(heard)

  const name = await admitNext(first.page)
  await insideRow(second.page, name).waitFor()

  await first.context.setOffline(true)
  const alone = []
  for (let n = 0; n < 3; n++) alone.push(await admitNext(first.page))
  await first.page.getByText('Luring, 3 menunggu dikirim').waitFor()
  // Meanwhile the other desk goes on.
  const other = await admitNext(second.page, 'last')
  expect(await insideRow(first.page, other).count()).toBe(0)

  await first.context.setOffline(false)
  for (const one of alone) await insideRow(second.page, one).waitFor()
  await insideRow(first.page, other).waitFor()
  const { rows } = await stage.server.make.pool.query(
    `select count(*) from attendances where session_id = $1 and status = 'present'`,
    [session],
  )
  expect(Number(rows[0].count)).toBeGreaterThanOrEqual(5)
})

test('what a desk could not send survives a reload, also what lay in the old place', async () => {
  const session = await sessionBeingHeld()
  const { page } = await stage.visitAs('tamu@pemalang.example', { width: 390, height: 844 })
  await page.goto(`/pertemuan/${session}/meja`)
  await expectedRows(page).nth(1).waitFor()
  const scans = `**/api/sessions/${session}/scans`
  // Nothing sent arrives, while the page itself can be loaded.
  await page.route(scans, (route) => route.abort())
  const name = await admitNext(page)
  await page.getByText('Luring, 1 menunggu dikirim').waitFor()
  const label = (await expectedRows(page).first().getAttribute('aria-label')) ?? ''
  const old = label.slice(0, label.lastIndexOf(', '))
  const { rows } = await stage.server.make.pool.query<{ id: string }>(
    `select i.id from invitations i join journalists j on j.id = i.journalist_id
      where i.session_id = $1 and j.full_name = $2 and i.revoked_at is null`,
    [session, old],
  )
  const entry = {
    scan: {
      nonce: '0b5f1c0e-6f0e-4b6e-9a55-0f8f6f6f0a01',
      scannedAt: new Date().toISOString(),
      invitationId: rows[0]?.id,
    },
    state: 'waiting',
    name: old,
  }
  await page.evaluate(([key, entries]) => localStorage.setItem(key, entries), [
    `ngopi-door:${session}`,
    JSON.stringify([entry]),
  ] as const)
  await page.reload()
  await insideRow(page, name).waitFor()
  await insideRow(page, old).waitFor()
  await page.getByText('Luring, 2 menunggu dikirim').waitFor()
  expect(
    await page.evaluate((key) => localStorage.getItem(key), `ngopi-door:${session}`),
  ).toBeNull()

  await page.unroute(scans)
  await page.getByText(/menunggu dikirim/).waitFor({ state: 'hidden' })
  const arrived = await stage.server.make.pool.query<{ name: string }>(
    `select j.full_name as name from attendances a join journalists j on j.id = a.journalist_id
      where a.session_id = $1 and a.status = 'present'`,
    [session],
  )
  expect(arrived.rows.map((row) => row.name)).toEqual(expect.arrayContaining([name, old]))
})

test('somebody in place of a guest is inside at both desks, and leaves them when taken back', async () => {
  const session = await sessionBeingHeld()
  const first = await stage.visitAs('tamu@pemalang.example', { width: 390, height: 844 })
  const second = await stage.visitAs('humas@pemalang.example', { width: 390, height: 844 })
  for (const { page } of [first, second]) {
    await page.goto(`/pertemuan/${session}/meja`)
    await expectedRows(page).first().waitFor()
  }
  const { page } = first
  const open = page.getByRole('button', { name: /diwakili orang lain$/ }).first()
  const absent = ((await open.getAttribute('aria-label')) ?? '').replace(
    / diwakili orang lain$/,
    '',
  )
  await open.click()
  await page.getByRole('button', { name: 'Catat masuk' }).click()
  await page.getByText('Wajib diisi.').waitFor()
  await page.getByLabel('Nama yang datang').fill('Utusan Contoh')
  await page.getByLabel('Kartu pers sudah dilihat').check()
  await closedAndOpened(page, open)
  expect(await page.getByLabel('Nama yang datang').inputValue()).toBe('Utusan Contoh')
  expect(await page.getByLabel('Kartu pers sudah dilihat').isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Catat masuk' }).click()
  await page.getByText(`mewakili ${absent}`).waitFor()
  await insideRow(second.page, 'Utusan Contoh').waitFor()
  const guest = second.page.getByRole('button', { name: `${absent}, ` })
  await guest.waitFor({ state: 'hidden' })
  // The server has made a guest of them; taking back gives the seat back too.
  await page.getByText(/menunggu dikirim/).waitFor({ state: 'hidden' })
  await insideRow(page, 'Utusan Contoh').click()
  await page.getByText('Utusan Contoh batal masuk').waitFor()
  await insideRow(second.page, 'Utusan Contoh').waitFor({ state: 'hidden' })
  await guest.waitFor()
  const { rows } = await stage.server.make.pool.query<{ answer: string }>(
    `select i.answer from invitations i join journalists j on j.id = i.journalist_id
      where i.session_id = $1 and j.full_name = $2 and i.revoked_at is null`,
    [session, absent],
  )
  expect(rows[0]?.answer).not.toBe('substituted')
})

test('a double press lets in one guest, and one who was not invited is recorded once', async () => {
  const session = await sessionBeingHeld()
  const { page } = await stage.visitAs('tamu@pemalang.example', {
    width: 390,
    height: 844,
    // As most see it: a dialog that was saved fades out, and can be pressed meanwhile.
    motion: 'no-preference',
  })
  await page.goto(`/pertemuan/${session}/meja`)
  await expectedRows(page).first().waitFor()
  const recorded = async () =>
    (
      await stage.server.make.pool.query<{ name: string }>(
        `select j.full_name as name from attendances a join journalists j on j.id = a.journalist_id
          where a.session_id = $1 and a.status = 'present'`,
        [session],
      )
    ).rows.map(({ name }) => name)
  const before = await recorded()
  const first = await admitNext(page)
  // What the system counts as the second press of a double one finds the next guest there.
  const box = await expectedRows(page).first().boundingBox()
  if (!box) throw new Error('the first row is not to be seen')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
  const walkIn = page.getByRole('button', { name: 'Tamu tanpa undangan' })
  await walkIn.click()
  await page.getByRole('textbox', { name: 'Nama' }).fill('Dua Ketukan')
  await closedAndOpened(page, walkIn)
  expect(await page.getByRole('textbox', { name: 'Nama' }).inputValue()).toBe('Dua Ketukan')
  await page.getByRole('button', { name: 'Catat masuk' }).dblclick()
  await insideRow(page, 'Dua Ketukan').waitFor()
  // Whoever comes afterwards is sent after all that was recorded before.
  const last = await admitNext(page, 'last')
  await expect.poll(recorded).toContain(last)
  expect((await recorded()).sort()).toEqual([...before, first, 'Dua Ketukan', last].sort())
})

test('a guest who reported by themselves stands first at the desk and is let in by one tap', async () => {
  const session = await sessionBeingHeld()
  const { page } = await stage.visitAs('tamu@pemalang.example', { width: 390, height: 844 })
  await page.goto(`/pertemuan/${session}/meja`)
  await expectedRows(page).first().waitFor()
  const { rows } = await stage.server.make.pool.query<{ name: string }>(
    `with guest as (
       select i.office_id, i.session_id, i.id, i.journalist_id, i.outlet_id, j.full_name
         from invitations i join journalists j on j.id = i.journalist_id
        where i.session_id = $1 and i.revoked_at is null and i.answer = 'attending'
          and not exists (select from attendances a where a.session_id = i.session_id and a.journalist_id = j.id)
        order by j.full_name desc limit 1),
     reported as (
       insert into attendances (office_id, session_id, invitation_id, journalist_id, outlet_id, status, self_reported_at)
       select office_id, session_id, id, journalist_id, outlet_id, 'unmarked', now() from guest)
     select full_name as name from guest`,
    [session],
  )
  const name = rows[0]?.name ?? ''
  await page.getByRole('heading', { name: 'Melapor sendiri · menunggu konfirmasi' }).waitFor()
  const row = expectedRows(page).first()
  expect(await row.getAttribute('aria-label')).toMatch(`${name}, `)
  await row.click()
  await insideRow(page, name).waitFor()
  await page.getByRole('heading', { name: /^Melapor sendiri/ }).waitFor({ state: 'hidden' })
})
