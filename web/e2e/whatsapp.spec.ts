import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { World } from '../../api/test/world.ts'
import { openStage } from './stage.ts'

const stage = openStage()

/** A published session of Pemalang with guests who were not written to yet. */
async function invite(count: number): Promise<string> {
  const { make } = stage.server
  const { rows } = await make.pool.query(`select id from offices where name like '%Pemalang'`)
  const world = new World(stage.server, await make.user({ officeId: rows[0].id, role: 'officer' }))
  const session = await world.session()
  await world.invite(session.id, await world.journalists(count, { phone: '+6281200003333' }))
  return session.id
}

const guest = (page: Page, position: number) =>
  page.getByRole('heading', { level: 2, name: `Tamu Uji ${position}`, exact: true }).waitFor()
const said = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor()
const count = (page: Page, name: string) =>
  page.locator('dl > div').filter({ hasText: name }).locator('dd').innerText()

test('two officers work off one queue from the keyboard and never get the same guest', async () => {
  const id = await invite(6)
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.context().route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))

  await page.goto(`/pertemuan/${id}/undangan`)
  await page.getByRole('link', { name: 'Kirim WhatsApp (6)' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kirim WhatsApp' }).waitFor()
  await page.getByText('6 tamu perlu dikirimi').waitFor()
  await page.getByRole('button', { name: 'Mulai: Undangan' }).click()
  await guest(page, 1)
  await page.getByText('0812-0000-3333').waitFor()
  const message = page.getByRole('region', { name: 'Pesan' })
  expect(await message.innerText()).toMatch(/Tamu Uji 1[\s\S]+\/u\/[\w-]{40,}/)

  const { page: other } = await stage.visitAs('admin@pemalang.example', { width: 390, height: 844 })
  await other.goto(`/pertemuan/${id}/whatsapp?jenis=invitation`)
  await guest(other, 2)
  await other.getByText('1 sedang dikerjakan orang lain').waitFor()
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await other.evaluate(sideways)).toBe(0)

  // Enter opens WhatsApp, and back from there marks.
  const opened = page.context().waitForEvent('page')
  await page.keyboard.press('Enter')
  const chat = await opened
  expect(chat.url()).toMatch(/^https:\/\/wa\.me\/6281200003333\?text=/)
  await chat.close()
  await page.keyboard.press('Enter')
  await guest(page, 3)
  await said(page, 'Tamu Uji 1 ditandai terkirim.')

  await page.keyboard.press('t')
  await guest(page, 4)
  await page.keyboard.press('u')
  await guest(page, 3)
  await page.keyboard.press('t')
  await guest(page, 4)
  await page.keyboard.press('l')
  await guest(page, 5)
  await said(page, 'Tamu Uji 4 dilewati.')
  await page.keyboard.press('n')
  await page.getByLabel('Keterangan nomor').fill('Tidak terdaftar di WhatsApp')
  await page.keyboard.press('Enter')
  await guest(page, 6)
  await said(page, 'Nomor Tamu Uji 5 dicatat bermasalah.')
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: 'Sisanya sedang dikerjakan orang lain' }).waitFor()

  await other.getByRole('button', { name: 'Tandai terkirim' }).click()
  await other.getByRole('heading', { name: 'Semua sudah dikerjakan' }).waitFor()
  await page.getByRole('button', { name: 'Periksa lagi' }).click()
  await page.getByRole('heading', { name: 'Semua sudah dikerjakan' }).waitFor()
  expect(await count(page, 'Ditandai terkirim')).toBe('4')
  expect(await count(page, 'Nomor bermasalah')).toBe('1')
  await page.getByRole('button', { name: 'Kerjakan yang dilewati' }).click()
  await guest(page, 4)
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: 'Semua sudah dikerjakan' }).waitFor()
  expect(await count(page, 'Ditandai terkirim')).toBe('5')

  await page.getByRole('link', { name: 'Daftar tamu' }).last().click()
  await page.getByRole('row').filter({ hasText: 'Tamu Uji 2' }).getByText('WhatsApp').waitFor()
  const { rows } = await stage.server.make.pool.query(
    `select u.email, count(*)::int as n from deliveries d join users u on u.id = d.by_user_id
       join invitations i on i.id = d.invitation_id
      where i.session_id = $1 and d.taken_back_at is null group by u.email order by u.email`,
    [id],
  )
  expect(rows).toEqual([
    { email: 'admin@pemalang.example', n: 1 },
    { email: 'humas@pemalang.example', n: 4 },
  ])
})

test('reminding who has not answered says whom it reaches and by which way, and goes on to WhatsApp', async () => {
  const id = await invite(3)
  const { pool } = stage.server.make
  await pool.query(
    `update journalists j set email = 'satu@uji.example', phone = null from invitations i
      where i.session_id = $1 and j.id = i.journalist_id and j.full_name = 'Tamu Uji 1'`,
    [id],
  )
  await pool.query(
    `update invitations i set answer = 'attending', responded_at = now() from journalists j
      where i.session_id = $1 and j.id = i.journalist_id and j.full_name = 'Tamu Uji 2'`,
    [id],
  )
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${id}/undangan`)
  await page.getByRole('button', { name: 'Ingatkan yang belum menjawab' }).click()
  const dialog = page.getByRole('dialog', { name: 'Kirim pesan' })
  // Nobody is reminded of an invitation that was not sent.
  await dialog.getByText('2 tamu belum dikirimi undangan.').waitFor()
  await dialog.getByRole('button', { name: 'Kirim undangan' }).click()
  await dialog.getByText('1 tamu akan dikirimi:').waitFor()
  await dialog.getByText('hanya beralamat surel, dan server surel belum diatur').waitFor()
  await pool.query(
    `insert into deliveries (office_id, invitation_id, channel, kind, about, link_version)
     select office_id, id, 'letter', 'invitation', 'invitation', link_version from invitations where session_id = $1`,
    [id],
  )
  await dialog.getByRole('radio', { name: 'Pengingat bagi yang belum menjawab' }).click()
  await dialog.getByText('1 lewat WhatsApp').waitFor()
  await dialog.getByRole('link', { name: 'Tamu Uji 1' }).waitFor()
  await dialog.getByRole('button', { name: 'Siapkan 1 WhatsApp' }).click()
  await page.getByRole('heading', { level: 1, name: 'Pengingat lewat WhatsApp' }).waitFor()
  await guest(page, 3)
  await page.getByText('0 dari 1 selesai').waitFor()
  await page.getByRole('button', { name: 'Tandai terkirim' }).click()
  await page.getByRole('heading', { name: 'Semua sudah dikerjakan' }).waitFor()
  await page.getByRole('link', { name: 'Tamu Uji 1' }).waitFor()
})
