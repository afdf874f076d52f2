import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { Meeting } from '../../api/test/meeting.ts'
import { atRest } from './page-checks.ts'
import { openStage } from './stage.ts'
import { logIn } from './visitor.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'

const isFocused = (element: Locator) => element.evaluate((node) => node === document.activeElement)

test('reads a day as it is typed or picked, and holds the form while it cannot', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/pemberitaan?baru=1')
  const form = page.getByRole('dialog', { name: 'Catat pemberitaan' })
  const day = form.getByRole('textbox', { name: 'Tanggal terbit' })
  const time = form.getByRole('textbox', { name: 'Jam' })
  await form.getByLabel('Judul berita').fill('Layanan Paspor Keliling')
  await day.pressSequentially('1 1 2 7 2')
  await day.press('Tab')
  await form.getByText('Tanggal ini tidak terbaca.').waitFor()
  expect(await isFocused(time)).toBe(true)
  await form.getByRole('button', { name: 'Simpan pemberitaan' }).click()
  expect(await isFocused(day)).toBe(true)
  expect(await day.inputValue()).toBe('1 1 2 7 2')

  await day.fill('29/10/25')
  await day.press('Tab')
  expect(await day.inputValue()).toBe('Rab, 29 Okt 2025')
  await time.fill('9')
  await time.press('Tab')
  expect(await time.inputValue()).toBe('09.00')

  await day.press('ArrowDown')
  const picked = page.getByRole('button', { name: '29 Oktober 2025', exact: true })
  await expect.poll(() => isFocused(picked)).toBe(true)
  await page.keyboard.press('Escape')
  await picked.waitFor({ state: 'detached' })
  expect(await isFocused(day)).toBe(true)
  await day.press('ArrowDown')
  await expect.poll(() => isFocused(picked)).toBe(true)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => day.inputValue()).toBe('Kam, 30 Okt 2025')
  expect(await isFocused(day)).toBe(true)
  expect(await form.getByLabel('Judul berita').inputValue()).toBe('Layanan Paspor Keliling')
})

test('asks for a report of the days that were typed, and of no year besides', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/laporan?periode=custom&dari=2025-01-01&sampai=2025-12-31')
  const from = page.getByRole('textbox', { name: 'Dari' })
  await from.waitFor()
  await atRest(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/reports/funnel')) asked.push(request.url())
  })
  await from.click()
  await from.pressSequentially('1 2 2025')
  await from.press('Tab')
  await page.waitForURL((url) => url.searchParams.get('dari') === '2025-02-01')
  await page.getByText('1 Feb 2025').first().waitFor()
  expect(asked.filter((url) => !url.includes('from=2025-02-01'))).toEqual([])
})

test('keeps what was typed for an outlet: the one it means, or an error until one is chosen or made', async () => {
  const { rows } = await stage.server.make.pool.query(
    "select o.name from outlets o join offices f on f.id = o.office_id where f.name like '%Pemalang' and o.name like 'Suara Bahari%'",
  )
  const known = String(rows[0]?.name)
  const { page } = await stage.visitAs(officer)
  await page.goto('/wartawan?baru=1')
  const form = page.getByRole('dialog')
  const outlet = form.getByRole('combobox', { name: 'Media' })
  await form.getByRole('textbox', { name: 'Nama' }).first().fill('Ratih Kencana')

  // One that is not there: the form waits, and what was typed stays.
  await outlet.fill('Warta Kali Genteng')
  await outlet.press('Tab')
  await form.getByText('“Warta Kali Genteng” belum dipilih.').waitFor()
  await form.getByRole('button', { name: /^Simpan/ }).click()
  expect(await isFocused(outlet)).toBe(true)
  expect(await outlet.inputValue()).toBe('Warta Kali Genteng')

  // A part of a name that only one has: left by Tab it is that one, and the keyboard goes on at its row.
  await outlet.fill('bahari')
  await outlet.press('Tab')
  await form.getByRole('group', { name: known }).waitFor()
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/journalists'))
      sent.push(request.url())
  })
  // Pressed twice before the server has answered.
  await page.route('**/api/journalists', async (route) => {
    await pressed
    await route.continue()
  })
  const pressed = form.getByRole('button', { name: /^Simpan/ }).dblclick()
  await pressed
  await expect
    .poll(async () => {
      const saved = await stage.server.make.pool.query(
        `select o.name from journalists j join affiliations a on a.journalist_id = j.id
           join outlets o on o.id = a.outlet_id where j.full_name = 'Ratih Kencana'`,
      )
      return saved.rows.map(({ name }) => name)
    })
    .toEqual([known])
  expect(sent).toHaveLength(1)
})

test('chooses by the arrows without losing the keyboard', async () => {
  const { page } = await stage.visitAs(officer)
  await page.goto('/pemberitaan?baru=1')
  const outlet = page.getByRole('combobox', { name: 'Media' })
  await outlet.fill('Suara Bahari')
  await page.getByRole('option', { name: /^Suara Bahari/ }).waitFor()
  await outlet.press('ArrowDown')
  await outlet.press('Enter')
  await expect.poll(() => outlet.inputValue()).toMatch(/^Suara Bahari FM/)
  expect(await isFocused(outlet)).toBe(true)
  await outlet.press('Tab')
  expect(await isFocused(page.getByRole('combobox', { name: 'Wartawan' }))).toBe(true)

  await page.goto('/wartawan?baru=1')
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Media' }).fill('Suara Bahari')
  await page.getByRole('option', { name: /^Suara Bahari/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => isFocused(form.getByRole('textbox', { name: 'Posisi' }))).toBe(true)
})

const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('ngopi-draft')))

test('keeps what was typed through Esc, a reload and a login that ended, until it is thrown away', async () => {
  const { page, context } = await stage.visitAs(officer)
  await page.goto('/pertemuan?baru=1')
  const form = page.getByRole('dialog', { name: 'Pertemuan baru' })
  const title = form.getByLabel('Judul')
  const restored = form.getByText('Draf dipulihkan')
  await title.fill('Ngopi Draf')
  await form.getByRole('textbox', { name: 'Mulai', exact: true }).fill('7.15')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Pertemuan baru' }).click()
  await restored.waitFor()
  expect(await title.inputValue()).toBe('Ngopi Draf')
  expect(await form.getByRole('textbox', { name: 'Mulai', exact: true }).inputValue()).toBe('07.15')

  await page.reload()
  await restored.waitFor()
  await context.clearCookies()
  await page.reload()
  await page.waitForURL((url) => url.pathname === '/masuk')
  await logIn(page, officer, undefined, page.url())
  await restored.waitFor()
  expect(await title.inputValue()).toBe('Ngopi Draf')

  await form.getByRole('button', { name: 'Buang' }).click()
  await restored.waitFor({ state: 'detached' })
  expect(await title.inputValue()).toBe('')
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(() => title.inputValue()).toBe('Ngopi Draf')
  await form.getByRole('button', { name: 'Batal' }).click()
  await form.waitFor({ state: 'detached' })
  expect(await drafts(page)).toEqual([])
})

test('keeps a judgement and a reason that were left without saving', async () => {
  const { rows } = await stage.server.make.pool.query(
    `select i.id, i.session_id as session, (select c.id from coverage c where c.office_id = i.office_id limit 1) as article
       from invitations i join offices f on f.id = i.office_id join sessions s on s.id = i.session_id
      where f.name like '%Pemalang' and s.starts_at > now() and s.status = 'published' and i.revoked_at is null
        and i.answer = 'none' limit 1`,
  )
  const { page } = await stage.visitAs('kepala@pemalang.example')
  await page.goto(`/pemberitaan/${rows[0].article}`)
  await page.getByLabel(/^Catatan \(/).fill('Judul lebih keras daripada isinya')
  await page.goto('/pemberitaan')
  await page.goBack()
  await page.getByText('Draf dipulihkan').waitFor()
  expect(await page.getByLabel(/^Catatan \(/).inputValue()).toBe(
    'Judul lebih keras daripada isinya',
  )

  const { page: desk } = await stage.visitAs(officer)
  const at = `/pertemuan/${rows[0].session}/undangan?buka=${rows[0].id}`
  await desk.goto(at)
  const panel = desk.getByRole('dialog')
  const decline = panel.getByRole('button', { name: 'Tidak hadir', exact: true })
  const reason = panel.getByLabel('Alasan tidak hadir')
  await decline.click()
  await reason.fill('Bertugas di luar kota')
  await desk.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await desk.goto(at)
  await decline.click()
  await panel.getByText('Draf dipulihkan').waitFor()
  expect(await reason.inputValue()).toBe('Bertugas di luar kota')
  await panel.getByRole('button', { name: 'Batal', exact: true }).click()
  await reason.waitFor({ state: 'detached' })
  expect(await drafts(desk)).toEqual([])
})

test('keeps the substitute that was chosen', async () => {
  const { rows } = await stage.server.make.pool.query(
    `select i.id, i.session_id as session, i.office_id as office, i.outlet_id as outlet
       from invitations i join offices f on f.id = i.office_id join sessions s on s.id = i.session_id
      where f.name like '%Pemalang' and s.starts_at > now() and s.status = 'published' and i.revoked_at is null
        and i.answer = 'none' and i.outlet_id is not null limit 1`,
  )
  const { outlet: outletId } = rows[0]
  await new Meeting(stage.server.make, rows[0].office).journalist('Rekan Seredaksi', { outletId })
  const { page } = await stage.visitAs(officer)
  const panel = page.getByRole('dialog')
  const substitute = panel.getByRole('combobox', { name: 'Rekan yang menggantikan' })
  const at = `/pertemuan/${rows[0].session}/undangan?buka=${rows[0].id}`
  await page.goto(at)
  await substitute.fill('seredaksi')
  await page.getByRole('option', { name: 'Rekan Seredaksi' }).click()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.goto(at)
  await panel.getByText('Draf dipulihkan').waitFor()
  expect(await substitute.inputValue()).toBe('Rekan Seredaksi')
  await panel.getByRole('button', { name: 'Buang' }).click()
  await expect.poll(() => substitute.inputValue()).toBe('')
  expect(await drafts(page)).toEqual([])
})

test('logs every tab out at once, and leaves nothing typed on the device', async () => {
  const { page, context } = await stage.visitAs(officer)
  await page.goto('/')
  const other = await context.newPage()
  await other.goto('/wartawan?baru=1')
  await other.getByRole('dialog').getByRole('textbox', { name: 'Nama lengkap' }).fill('Ratih Tab')
  expect(await drafts(page)).toHaveLength(1)
  await page.getByRole('button', { name: /Dewi Humas/ }).click()
  await page.getByRole('menuitem', { name: 'Keluar' }).click()
  await other.waitForURL((url) => url.pathname === '/masuk')
  await page.waitForURL((url) => url.pathname === '/masuk')
  expect(await drafts(page)).toEqual([])
})
