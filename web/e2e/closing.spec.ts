import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Meeting } from '../../api/test/meeting.ts'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

const names = ['Ayu Lestari', 'Bagas Wiranto', 'Citra Dewanti', 'Dimas Prakoso', 'Eka Rahmawati']

/** A session of Pemalang that is over, with five guests of whom the third declined; nobody is marked. */
async function sessionOver(): Promise<string> {
  const { pool } = stage.server.make
  const { rows } = await pool.query(`select id from offices where name like '%Pemalang'`)
  const meeting = new Meeting(stage.server.make, rows[0].id)
  const startsAt = new Date(Date.now() - 3 * 3_600_000)
  const id = await meeting.session({ title: 'Ngopi yang baru lewat', startsAt })
  for (const [position, name] of names.entries()) {
    const journalist = await meeting.journalist(name, { phone: `+628120000444${position}` })
    const answer = position === 2 ? 'declined' : position < 2 ? 'attending' : 'none'
    await meeting.invite(id, journalist, { answer })
  }
  await pool.query(
    `update invitations set decline_reason = 'Dinas luar kota' where session_id = $1 and answer = 'declined'`,
    [id],
  )
  return id
}

const countShown = (page: Page, name: string) =>
  page.locator('dl > div').filter({ hasText: name }).first().locator('dd').last().innerText()
const choice = (page: Page, name: string, status: string) =>
  page.getByRole('radiogroup', { name: `Kehadiran ${name}` }).getByText(status, { exact: true })

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(sideways)).toBe(0)
}

test('an officer finishes a session, thanks who came by the queue, and the counts stay', async () => {
  const id = await sessionOver()
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${id}`)
  await page.getByRole('link', { name: 'Selesaikan', exact: true }).click()
  await page.getByRole('heading', { name: '5 tamu belum ditandai' }).waitFor()
  const reasonOf = (name: string) => page.getByLabel(`Alasan izin ${name}`)
  expect(await reasonOf('Citra Dewanti').inputValue()).toBe('Dinas luar kota')
  await page.getByText('Belum ada materi untuk tamu').waitFor()
  await page.getByText('Notula belum disimpan').waitFor()

  await choice(page, 'Ayu Lestari', 'Hadir').click()
  await page.getByRole('heading', { name: '4 tamu belum ditandai' }).waitFor()
  await choice(page, 'Dimas Prakoso', 'Izin').click()
  await reasonOf('Dimas Prakoso').fill('Sakit')
  // What was typed waits for whoever has to look something up first.
  await page.reload()
  await page.getByText('Draf dipulihkan').waitFor()
  expect(await reasonOf('Dimas Prakoso').inputValue()).toBe('Sakit')
  await page.getByRole('button', { name: 'Buang' }).click()
  await reasonOf('Dimas Prakoso').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Urungkan' }).click()
  expect(await reasonOf('Dimas Prakoso').inputValue()).toBe('Sakit')
  expect(await countShown(page, 'Datang')).toBe('1')
  expect(await countShown(page, 'Tidak hadir')).toBe('2')
  expect(await countShown(page, 'Izin')).toBe('2')
  await expectAccessible(page, 'a session being finished')
  await page.getByRole('button', { name: 'Selesaikan pertemuan' }).click()

  await page.getByRole('heading', { level: 1, name: 'Setelah pertemuan' }).waitFor()
  expect(await countShown(page, 'Datang')).toBe('1')
  expect(await countShown(page, 'Tidak hadir')).toBe('2')
  expect(await countShown(page, 'Izin')).toBe('2')
  await page.getByText('Belum ada materi yang boleh dilihat').waitFor()
  await expectAccessible(page, 'a finished session')

  await page
    .getByRole('button', { name: 'Kirim terima kasih lewat WhatsApp kepada 1 tamu' })
    .click()
  await page.getByRole('heading', { level: 2, name: 'Ayu Lestari' }).waitFor()
  const message = page.getByRole('region', { name: 'Pesan' })
  expect(await message.innerText()).toContain('Terima kasih atas kehadiran Bapak/Ibu')
  await page.getByRole('button', { name: 'Tandai terkirim' }).click()
  await page.getByRole('heading', { name: 'Semua sudah dikerjakan' }).waitFor()

  await page.goto(`/pertemuan/${id}/kehadiran`)
  await page.getByRole('button', { name: 'Ubah kehadiran Bagas Wiranto' }).first().click()
  await page.getByRole('menuitemradio', { name: 'Hadir', exact: true }).click()
  await page.getByText('Bagas Wiranto: Hadir').first().waitFor()

  await page.goto(`/pertemuan/${id}/selesai`)
  await page.getByText('1 sudah dikirimi.').waitFor()
  await page.getByText('Terima kasih kepada 2 yang hadir').waitFor()
  await page.getByText('sekarang 2').waitFor()
  expect(await countShown(page, 'Datang')).toBe('1')

  await page.goto(`/pertemuan/${id}`)
  await page.getByText('1 hadir · 2 tidak hadir · 2 izin').waitFor()
})

test('the page works on a phone, only shows a manager the counts, and is not for the desk', async () => {
  const id = await sessionOver()
  const { page: phone } = await stage.visitAs('humas@pemalang.example', {
    width: 390,
    height: 844,
    scheme: 'dark',
  })
  await phone.goto(`/pertemuan/${id}/selesai`)
  await phone.getByRole('heading', { name: '5 tamu belum ditandai' }).waitFor()
  await expectAccessible(phone, 'a session being finished on a phone')
  await expectNoSidewaysScroll(phone)

  const { page: manager } = await stage.visitAs('kepala@pemalang.example')
  await manager.goto(`/pertemuan/${id}/selesai`)
  await manager.getByText('Pertemuan ini belum diselesaikan').waitFor()
  await phone.getByRole('button', { name: 'Selesaikan pertemuan' }).click()
  await phone.getByRole('heading', { name: 'Hitungan saat ditutup' }).waitFor()
  await expectNoSidewaysScroll(phone)
  await manager.reload()
  await manager.getByRole('heading', { name: 'Hitungan saat ditutup' }).waitFor()
  expect(await countShown(manager, 'Tidak hadir')).toBe('4')
  expect(await manager.getByRole('button', { name: /^Kirim/ }).count()).toBe(0)

  const { page: desk } = await stage.visitAs('tamu@pemalang.example')
  await desk.goto(`/pertemuan/${id}/selesai`)
  await desk.waitForURL(`**/pertemuan/${id}/meja`)

  // However many they are, who was counted on the button is who is written to.
  await stage.server.make.pool.query(
    `with guest as (
       insert into journalists (office_id, full_name, email)
       select office_id, 'Tamu ' || n, 'tamu' || n || '@uji.example' from sessions, generate_series(1, 203) n
        where id = $1 returning id, office_id),
     invited as (
       insert into invitations (office_id, session_id, journalist_id)
       select office_id, $1, id from guest returning id, office_id, journalist_id)
     insert into attendances (office_id, session_id, journalist_id, invitation_id, status)
     select office_id, $1, journalist_id, id, 'present' from invited`,
    [id],
  )
  await phone.reload()
  await phone.getByRole('button', { name: 'Kirim terima kasih lewat surel kepada 203' }).click()
  await phone.getByText('203 surel disimpan di Ngopi').waitFor()
})
