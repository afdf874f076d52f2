import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSetupCode } from '../../api/src/accounts/setup.ts'
import { startEmptyServer } from './demo-server.ts'
import { openStage } from './stage.ts'
import { logIn, visit } from './visitor.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'
const home = (page: Page) => page.getByRole('heading', { level: 1, name: 'Beranda' })
const menu = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

test('invites a user who sets a password by the link, works, and is refused once disabled', async () => {
  const { page: admin } = await stage.visitAs('admin@pemalang.example')
  await admin.goto('/pengaturan/pengguna')
  await admin.getByRole('button', { name: 'Undang pengguna' }).click()
  const panel = admin.getByRole('dialog')
  await panel.getByLabel('Nama').fill('Rekan Baru')
  await panel.getByLabel('Alamat surel').fill('rekan@pemalang.example')
  await panel.getByRole('button', { name: 'Buat undangan' }).click()
  const link = await panel.getByText(/\/sandi\//).innerText()
  await panel.getByRole('button', { name: 'Selesai' }).click()

  const { page } = await stage.visit()
  await page.goto(link.trim())
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('pendek')
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await page.getByText('Paling sedikit 10 karakter.').waitFor()
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('seduh pelan pelan')
  await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await page.getByRole('heading', { name: 'Kata sandi tersimpan' }).waitFor()
  await logIn(page, 'rekan@pemalang.example', 'seduh pelan pelan')
  await home(page).waitFor()

  const asked = page.waitForRequest((request) => request.url().includes('/api/journalists'))
  // What waits there is a part of the link's name as soon as it is counted.
  await page.getByRole('link', { name: /^Wartawan/ }).click()
  const authorization = (await asked).headers().authorization ?? ''
  expect(
    (await page.request.get('/api/journalists', { headers: { authorization } })).status(),
  ).toBe(200)

  const { page: again } = await stage.visit()
  await again.goto(link.trim())
  await again.getByLabel('Kata sandi baru', { exact: true }).fill('kata sandi pencuri')
  await again.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await again.getByText(/sudah dipakai atau tidak berlaku lagi/).waitFor()

  await admin.getByRole('button', { name: 'Rekan Baru' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click()
  await admin.getByText('Rekan Baru dinonaktifkan.').waitFor()
  await page.goto('/wartawan')
  await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor()
  // The token still in hand ends as well, long before its time.
  const answer = await page.request.get('/api/journalists', { headers: { authorization } })
  expect(answer.status()).toBe(401)
})

test('says the same to whoever forgot a password, known here or not', async () => {
  const answers = []
  for (const email of [officer, 'tidak.dikenal@pemalang.example']) {
    const { page } = await stage.visit()
    await page.goto('/masuk')
    await page.getByRole('link', { name: 'Lupa kata sandi?' }).click()
    // Both pages have a field of this name, and the second comes when it was loaded.
    await page.getByRole('heading', { level: 1, name: 'Lupa kata sandi' }).waitFor()
    await page.getByLabel('Alamat surel').fill(email)
    await page.getByRole('button', { name: 'Kirim tautan' }).click()
    await page.getByRole('heading', { name: 'Periksa surel Anda' }).waitFor()
    answers.push(await page.getByRole('main').innerText())
  }
  expect(answers[0]).toBe(answers[1])
})

test('shows the second of two editors what happened, and saves their words when they insist', async () => {
  const { rows } = await stage.server.make.pool.query(
    `select j.id from journalists j join offices o on o.id = j.office_id
      where o.name like '%Pemalang' and not j.provisional order by j.full_name limit 1`,
  )
  const address = `/wartawan?buka=${rows[0].id}&ubah=1`
  const { page: one } = await stage.visitAs(officer)
  const { page: two } = await stage.visitAs('admin@pemalang.example')
  const editing = async (page: Page) => {
    await page.goto(address)
    const form = page.getByRole('dialog', { name: 'Ubah wartawan' })
    await form.getByLabel('Surel', { exact: true }).waitFor()
    return form
  }
  const [first, second] = [await editing(one), await editing(two)]
  await first.getByLabel('Telepon').fill('0812 0000 7001')
  await first.getByRole('button', { name: 'Simpan wartawan' }).click()
  await one.getByText('Tersimpan', { exact: true }).waitFor()
  await second.getByLabel('Telepon').fill('0812 0000 7002')
  await second.getByRole('button', { name: 'Simpan wartawan' }).click()
  await second.getByText(/sudah diubah orang lain/).waitFor()
  expect(await second.getByLabel('Telepon').inputValue()).toBe('0812 0000 7002')
  await second.getByRole('button', { name: 'Simpan isian saya' }).click()
  await two.getByText('Tersimpan', { exact: true }).waitFor()
  const saved = await stage.server.make.pool.query('select phone from journalists where id = $1', [
    rows[0].id,
  ])
  expect(saved.rows[0].phone).toBe('+6281200007002')
})

test('takes an archived partner back with one press', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/wartawan')
  const row = page.getByRole('row').nth(1).getByRole('button').first()
  const name = (await row.innerText()).split('\n')[0] ?? ''
  await row.click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Tindakan lain' }).click()
  await page.getByRole('menuitem', { name: 'Arsipkan' }).click()
  const listed = page.getByRole('table').getByRole('button', { name })
  await listed.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await listed.waitFor()
})

test('stays logged in over a reload, changes its language and back, and ends with logging out', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/')
  await home(page).waitFor()
  await page.reload()
  await home(page).waitFor()

  await menu(page, 'Menu Dewi Humas (contoh)').click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  await menu(page, 'Menu of Dewi Humas (contoh)').click()
  await page.getByRole('menuitem', { name: 'Bahasa Indonesia' }).click()
  await home(page).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('id')

  await menu(page, 'Menu Dewi Humas (contoh)').click()
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor()
  await page.goto('/wartawan')
  await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor()
  expect(new URL(page.url()).searchParams.get('lanjut')).toBe('/wartawan')
})

test('sets up an empty installation with the code of the console', async () => {
  const server = await startEmptyServer()
  const visitor = await visit(stage.browser, server.origin)
  try {
    const { page } = visitor
    const code = await openSetupCode(server.deps.database)
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Siapkan Ngopi' }).waitFor()
    await page.getByLabel('Kode penyiapan').fill('AAAA-AAAA-AAAA')
    await page.getByLabel('Nama kantor').fill('Kantor Humas Kota')
    await page.getByLabel('Nama Anda').fill('Admin Pertama')
    await page.getByLabel('Alamat surel').fill('admin@kota.example')
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('tubruk tanpa gula')
    await page.getByRole('button', { name: 'Buat kantor' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Kode penyiapan').fill((code ?? '').toLowerCase())
    await page.getByRole('button', { name: 'Buat kantor' }).click()
    await page.getByRole('heading', { name: 'Selamat datang di Ngopi' }).waitFor()
    await page.goto('/atur')
    await page.getByText('Ngopi sudah disiapkan').waitFor()
    expect(visitor.complaints).toEqual([])
  } finally {
    await visitor.leave()
    await server.close()
  }
})
