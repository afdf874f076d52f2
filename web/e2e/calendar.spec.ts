import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'

interface Row {
  id: string
  title: string
  startsAt: Date
  /** Guests who come, may come or wait. */
  coming: number
}

/** The next session of the demo's office with a status. */
async function next(status: 'draft' | 'published'): Promise<Row> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id, s.title, s.starts_at as "startsAt",
            (select count(*)::int from invitations i where i.session_id = s.id
              and i.answer in ('attending', 'maybe', 'waitlisted')) as coming
       from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = $1 and s.starts_at > now() and s.archived_at is null
      order by s.starts_at limit 1`,
    [status],
  )
  return rows[0]
}

const startOf = async (id: string): Promise<Date> =>
  (await stage.server.make.pool.query('select starts_at from sessions where id = $1', [id])).rows[0]
    .starts_at

const jakarta = (at: Date, days = 0): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(+at + days * 86_400_000)

const eventOf = (page: Page, { id }: Row) => page.locator(`#kalender-${id}`)
const dayOf = (page: Page, day: string) => page.locator(`td[data-at="${day}"]`)

const middle = async (element: Locator) => {
  const box = await element.boundingBox()
  if (!box) throw new Error('the element is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** By the mouse, with a stop on the way as a hand makes it. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded()
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await middle(from), await middle(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 8 })
  await page.mouse.up()
}

const openMonth = async (page: Page, row: Row) => {
  await page.goto(`/pertemuan/kalender?tanggal=${jakarta(row.startsAt)}`)
  await eventOf(page, row).waitFor()
}

test('drags a draft to another day and takes it back', async () => {
  const { page } = await stage.visitAs(officer)
  const draft = await next('draft')
  await openMonth(page, draft)
  await expectAccessible(page, 'the month')
  const target = jakarta(draft.startsAt, 1)
  await drag(page, eventOf(page, draft), dayOf(page, target))
  const dialog = page.getByRole('dialog', { name: 'Pindahkan pertemuan?' })
  await dialog.getByText('Tidak ada tamu yang perlu diberi tahu.').waitFor()
  await expectAccessible(page, 'the dialog of a move')
  await dialog.getByRole('button', { name: 'Pindahkan' }).click()
  await dayOf(page, target).locator(`#kalender-${draft.id}`).waitFor()
  await expect.poll(async () => +(await startOf(draft.id))).toBe(+draft.startsAt + 86_400_000)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await dayOf(page, jakarta(draft.startsAt)).locator(`#kalender-${draft.id}`).waitFor()
  await expect.poll(async () => +(await startOf(draft.id))).toBe(+draft.startsAt)
})

test('says who is asked again before a published session moves, by keys alone', async () => {
  const { page } = await stage.visitAs(officer)
  const row = await next('published')
  expect(row.coming).toBeGreaterThan(0)
  await openMonth(page, row)
  await eventOf(page, row).press('p')
  const dialog = page.getByRole('dialog', { name: 'Pindahkan pertemuan?' })
  await dialog.getByLabel('Jam mulai').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toBe(`kalender-${row.id}`)
  expect(+(await startOf(row.id))).toBe(+row.startsAt)

  await page.keyboard.press('p')
  await dialog.getByLabel('Jam mulai').fill('10.15')
  await dialog.getByText(`${row.coming} tamu akan diminta konfirmasi ulang`).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(`${row.coming} undangan diminta konfirmasi ulang`).waitFor()
  // What was sent to guests cannot be taken back.
  expect(await page.getByRole('button', { name: 'Urungkan' }).count()).toBe(0)
  expect(+(await startOf(row.id))).toBe(+row.startsAt + 75 * 60_000)
  const asked = await stage.server.make.pool.query(
    `select count(*)::int as n from invitations where session_id = $1 and answer = 'needs_reconfirmation'`,
    [row.id],
  )
  expect(asked.rows[0].n).toBeGreaterThanOrEqual(row.coming)
})

test('drags by a finger that rests on an event first', async () => {
  const { page, context } = await stage.visitAs(officer, { width: 1024 })
  const draft = await next('draft')
  await openMonth(page, draft)
  const target = dayOf(page, jakarta(draft.startsAt, 1))
  await target.scrollIntoViewIfNeeded()
  const [start, end] = [await middle(eventOf(page, draft)), await middle(target)]
  const finger = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })
  await touch('touchStart', start)
  await page.locator('[data-leaving]').waitFor()
  await touch('touchMove', { x: start.x + 10, y: start.y })
  await touch('touchMove', end)
  await target.getByText(draft.title).waitFor()
  await touch('touchEnd')
  await page.getByRole('dialog', { name: 'Pindahkan pertemuan?' }).waitFor()
})

test('puts a session back that somebody else changed first, and says so', async () => {
  const { page } = await stage.visitAs(officer)
  const draft = await next('draft')
  await openMonth(page, draft)
  await drag(page, eventOf(page, draft), dayOf(page, jakarta(draft.startsAt, 1)))
  const dialog = page.getByRole('dialog', { name: 'Pindahkan pertemuan?' })
  await dialog.waitFor()
  await stage.server.make.pool.query(
    `update sessions set venue = venue || ' (baru)' where id = $1`,
    [draft.id],
  )
  await dialog.getByRole('button', { name: 'Pindahkan' }).click()
  await page.getByRole('alert').getByText('Orang lain baru saja mengubah').waitFor()
  await dayOf(page, jakarta(draft.startsAt)).locator(`#kalender-${draft.id}`).waitFor()
  expect(+(await startOf(draft.id))).toBe(+draft.startsAt)
})

test('plans a session from a slot of the week reached by arrows, and warns of the day', async () => {
  const { page } = await stage.visitAs(officer)
  // Christmas of 2026 is a Friday, and in the decree of that year.
  await page.goto('/pertemuan/kalender?tampilan=pekan&tanggal=2026-12-25')
  await page.getByRole('heading', { level: 2, name: '21 – 27 Des 2026' }).waitFor()
  await page.getByRole('group', { name: /25 Desember 2026, Kelahiran Yesus Kristus/ }).waitFor()
  await expectAccessible(page, 'the week')
  await page.getByRole('button', { name: /^Kamis, 24 Desember 2026, .*11\.00/ }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Pertemuan baru' })
  const day = panel.getByRole('textbox', { name: 'Tanggal' })
  await expect.poll(() => day.inputValue()).toBe('Jumat, 25 Desember 2026')
  expect(await panel.getByRole('textbox', { name: 'Mulai' }).inputValue()).toBe('11.30')
  await panel.getByText('Hari libur: Kelahiran Yesus Kristus').waitFor()
  await panel.getByText('Bertepatan dengan salat Jumat').waitFor()
})

test('says of a year without a decree that its holidays are an estimate', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/pertemuan/kalender?tanggal=2031-08-01')
  await page.getByRole('heading', { level: 2, name: 'Agustus 2031' }).waitFor()
  await dayOf(page, '2031-08-17').getByText('perkiraan').waitFor()
})

test('is a list by day on a phone, from which sessions move too', async () => {
  const draft = await next('draft')
  for (const scheme of ['light', 'dark'] as const) {
    const { page } = await stage.visitAs(officer, { width: 390, height: 844, scheme })
    await openMonth(page, draft)
    expect(await page.getByRole('table').count()).toBe(0)
    await expectAccessible(page, `the list of a phone, ${scheme}`)
    await page
      .getByRole('button', { name: `Tindakan untuk ${draft.title}` })
      .last()
      .click()
    await page.getByRole('menuitem', { name: /Pindahkan/ }).click()
    await page.getByRole('dialog').getByLabel('Jam mulai').waitFor()
  }
})

test('shows a manager the calendar and moves nothing, and keeps the desk at its door', async () => {
  const { page } = await stage.visitAs('kepala@pemalang.example', { scheme: 'dark' })
  const draft = await next('draft')
  await openMonth(page, draft)
  await expectAccessible(page, 'the month of a manager')
  expect(await page.getByRole('button', { name: /Tindakan untuk/ }).count()).toBe(0)
  await drag(page, eventOf(page, draft), dayOf(page, jakarta(draft.startsAt, 1)))
  expect(await dayOf(page, jakarta(draft.startsAt, 1)).getByText(draft.title).count()).toBe(0)
  await eventOf(page, draft).press('p')
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByRole('button', { name: /pertemuan baru/i }).count()).toBe(0)

  const desk = await stage.visitAs('tamu@pemalang.example')
  await desk.page.goto('/pertemuan/kalender')
  await desk.page.getByRole('heading', { level: 1, name: 'Meja tamu' }).waitFor()
})
