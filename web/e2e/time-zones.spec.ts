import { expect, test } from 'vitest'
import { chooseDay, jakartaDay } from './days.ts'
import { openStage } from './stage.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'

/** Minutes to add for UTC; neither is a whole hour away from Indonesia. */
const offsets: Record<string, number> = { 'America/St_Johns': 210, 'Asia/Kathmandu': -345 }

/** The next meeting of the demo: at nine in Jakarta. */
async function nextSession(): Promise<{ id: string; startsAt: Date }> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id, s.starts_at as "startsAt" from sessions s join offices o on o.id = s.office_id
      where o.name like '%Pemalang' and s.status = 'published' and s.starts_at > now()
      order by s.starts_at limit 1`,
  )
  return rows[0]
}

test('shows the clocks of the place wherever the viewer is', async () => {
  const { id } = await nextSession()
  for (const zone of Object.keys(offsets)) {
    const { page } = await stage.visitAs(officer, { zone })
    const offset = await page.evaluate(() => new Date('2026-01-15').getTimezoneOffset())
    expect(offset, 'the browser itself is elsewhere').toBe(offsets[zone])
    await page.goto(`/pertemuan/${id}`)
    await page
      .getByText(/09\.00–11\.30 WIB/)
      .first()
      .waitFor()
    const guest = await stage.visit({ zone })
    await guest.page.goto(stage.server.personalLink)
    await guest.page
      .getByText(/09\.00.11\.30 WIB/)
      .first()
      .waitFor()
  }
})

test('shows a session in Makassar by the clocks of Makassar', async () => {
  const { id } = await nextSession()
  const { rows } = await stage.server.make.pool.query(
    `update sessions set time_zone = 'Asia/Makassar' where id = $1 returning time_zone`,
    [id],
  )
  expect(rows).toHaveLength(1)
  const { page } = await stage.visitAs(officer, { zone: 'Asia/Kathmandu' })
  await page.goto(`/pertemuan/${id}`)
  await page
    .getByText(/10\.00–12\.30 WITA/)
    .first()
    .waitFor()
  await page.goto(stage.server.personalLink)
  await page
    .getByText(/10\.00.12\.30 WITA/)
    .first()
    .waitFor()
})

test('reads what is typed by the clocks of the office, not of the device', async () => {
  const day = jakartaDay(20)
  const { page } = await stage.visitAs(officer, { zone: 'America/St_Johns' })
  await page.goto('/pertemuan?baru=1')
  const form = page.getByRole('dialog', { name: 'Pertemuan baru' })
  await form.getByLabel('Judul').fill('Ngopi Jam Kantor')
  await chooseDay(page, 'Tanggal', day)
  await form.getByRole('textbox', { name: 'Mulai', exact: true }).fill('0.30')
  await form.getByRole('textbox', { name: 'Selesai', exact: true }).fill('2')
  await form.getByRole('textbox', { name: 'Tempat', exact: true }).fill('Aula')
  await form.getByText('Jam menurut WIB').waitFor()
  await form.getByRole('button', { name: 'Simpan rancangan' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ngopi Jam Kantor' }).waitFor()
  await page
    .getByText(/00\.30–02\.00 WIB/)
    .first()
    .waitFor()
  const { rows } = await stage.server.make.pool.query(
    'select starts_at as at from sessions where title = $1',
    ['Ngopi Jam Kantor'],
  )
  expect(rows[0].at.toISOString()).toBe(new Date(`${day}T00:30:00+07:00`).toISOString())

  // Opened again elsewhere, the form holds what was typed.
  const { page: other } = await stage.visitAs(officer, { zone: 'Asia/Kathmandu' })
  await other.goto(`${page.url()}?ubah=1`)
  const edit = other.getByRole('dialog', { name: 'Ubah pertemuan' })
  expect(await edit.getByRole('textbox', { name: 'Mulai', exact: true }).inputValue()).toBe('00.30')
  await edit.getByRole('button', { name: 'Simpan perubahan' }).click()
  await edit.waitFor({ state: 'detached' })
  const again = await stage.server.make.pool.query(
    'select starts_at as at from sessions where title = $1',
    ['Ngopi Jam Kantor'],
  )
  expect(again.rows[0].at).toEqual(rows[0].at)
})

test('shows no hour of an office whose zone cannot be read, and reads it again', async () => {
  const { page } = await stage.visitAs('admin@pemalang.example')
  const office = /\/api\/offices\/[^/?]+$/
  await page.route(office, (route) => route.fulfill({ status: 500, json: {} }))
  await page.goto('/pengaturan/aktivitas')
  const again = page.getByRole('button', { name: 'Coba lagi' })
  await again.waitFor()
  expect(await page.locator('time').count()).toBe(0)
  await page.unroute(office)
  await again.click()
  await page.locator('time', { hasText: 'WIB' }).first().waitFor()
})
