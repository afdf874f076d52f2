import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'

test('an office says what a day is, and takes it back', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/pengaturan/hari-libur?tahun=2026')
  const day = page.getByRole('listitem').filter({ hasText: 'Proklamasi Kemerdekaan' })
  await day.filter({ hasText: 'Libur nasional' }).waitFor()
  await day.getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Jadikan hari kerja' }).click()
  await day.filter({ hasText: 'Hari kerja · ditetapkan kantor Anda' }).waitFor()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await day.filter({ hasText: 'Libur nasional' }).waitFor()

  await page.getByRole('button', { name: 'Tahun berikutnya' }).click()
  await page.getByText('Pemerintah belum menetapkan hari libur tahun 2027').waitFor()
  await page.getByRole('listitem').filter({ hasText: 'perkiraan' }).first().waitFor()
})

test('a list is checked line by line before any of it is sent', async () => {
  const { page } = await stage.visitAs(officer)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/imports')) sent.push(request.postData() ?? '')
  })
  await page.goto('/pengaturan/hari-libur?tahun=2027')
  await page.getByRole('button', { name: 'Impor' }).click()
  const panel = page.getByRole('dialog', { name: 'Impor hari libur' })
  const field = panel.getByRole('textbox', { name: 'Atau tempel daftarnya' })
  await field.fill(
    '31/02/2027;Hari A (contoh);libur\n29/10/2027;Hari B (contoh);cuti\n10/29/2027;Hari C (contoh);libur',
  )
  await panel.getByText('Baris 1: tanggal "31/02/2027" tidak ada di kalender.').waitFor()
  await panel.getByText('Baris 3: tanggal "10/29/2027" tidak ada; tulis hari dahulu').waitFor()
  await panel.getByRole('button', { name: 'Simpan', exact: true }).click()
  expect(sent).toEqual([])

  await panel
    .locator('input[type=file]')
    .or(page.locator('input[type=file]'))
    .first()
    .setInputFiles({
      name: 'libur.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'tanggal;nama;jenis\r\n29/10/2027;"Hari B; lagi (contoh)";cuti bersama\r\n2027-11-01;Hari C (contoh);libur\r\n',
      ),
    })
  await panel.getByRole('button', { name: 'Simpan 2 hari' }).click()
  await panel.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: 'Hari B; lagi (contoh)' }).waitFor()
  expect(sent).toHaveLength(1)
})

test('a manager reads the holidays and changes none', async () => {
  const { page } = await stage.visitAs('kepala@pemalang.example')
  await page.goto('/pengaturan/hari-libur?tahun=2026')
  const days = page.getByRole('listitem').filter({ hasText: 'Libur nasional' })
  await days.first().waitFor()
  expect(await days.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('button', { name: /Impor|Tambah hari/ }).count()).toBe(0)
})

test('a subscription is told once, read by a calendar, and dead when revoked', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/pengaturan/kalender')
  const create = page.getByRole('button', { name: 'Buat langganan' })
  await create.click()
  const panel = page.getByRole('dialog', { name: 'Alamat langganan baru' })
  await panel.getByText('hanya dapat dibuka di komputer tempat Ngopi berjalan').waitFor()
  const address = await panel.getByText('/calendar/').innerText()
  expect(await (await page.request.get(address)).text()).toContain('BEGIN:VEVENT')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  const createHasFocus = () => create.evaluate((button) => button === document.activeElement)
  await expect.poll(createHasFocus).toBe(true)

  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: 'Terakhir dibaca' })
  await row.waitFor()
  expect(await page.getByText('/calendar/').count()).toBe(0)
  await row.getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cabut langganan' }).click()
  await row.waitFor({ state: 'detached' })
  await expect.poll(createHasFocus).toBe(true)
  expect((await page.request.get(address)).status()).toBe(404)
})
