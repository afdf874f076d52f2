import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { chooseDay } from './days.ts'
import { openStage } from './stage.ts'

const stage = openStage()

const title = 'Ngopi Sore Redaksi'

interface Row {
  id: string
  day: string
  starts: string
  series: string
}

/** The sessions of the series, by day, as the database has them. */
async function sessionsNow(): Promise<Row[]> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id, to_char(s.occurrence_date, 'YYYY-MM-DD') as day, s.series_id as series,
            to_char(s.starts_at at time zone s.time_zone, 'YYYY-MM-DD HH24:MI') as starts
       from sessions s join series r on r.id = s.series_id
      where r.title = $1 order by s.occurrence_date`,
    [title],
  )
  return rows
}

/** Plans "setiap Rabu terakhir tiap bulan" and reads what the form says of it before saving. */
async function planSeries(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Pertemuan/ }).click()
  await page.getByRole('link', { name: 'Rangkaian' }).click()
  await page.getByRole('button', { name: 'Rangkaian baru' }).click()
  const form = page.getByRole('dialog', { name: 'Rangkaian baru' })
  await form.getByLabel('Judul').fill(title)
  await form.getByRole('combobox', { name: 'Berulang' }).click()
  await page.getByRole('option', { name: 'Bulanan, menurut hari' }).click()
  await form.getByRole('combobox', { name: 'Hari', exact: true }).click()
  await page.getByRole('option', { name: 'Rabu' }).click()
  await form.getByRole('combobox', { name: 'Urutan' }).click()
  await page.getByRole('option', { name: 'kelima' }).click()
  await form.getByText('Tidak setiap bulan ada Rabu kelima').waitFor()
  await form.getByText(/^Tanpa tanggal: /).waitFor()
  await form.getByRole('button', { name: 'Pakai Rabu terakhir' }).click()
  await form.getByRole('textbox', { name: 'Mulai', exact: true }).fill('15.00')
  await form.getByRole('textbox', { name: 'Selesai', exact: true }).fill('17.00')
  await form.getByRole('textbox', { name: 'Tempat', exact: true }).fill('Kedai Pelabuhan')
  await form.getByText('Setiap Rabu terakhir tiap bulan, 15.00–17.00 WIB').waitFor()
  await form.getByText('12 tanggal berikutnya').waitFor()
  await form.getByRole('button', { name: 'Buat rangkaian' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

/** Publishes a session and invites one journalist of the office to it; answers the personal link. */
async function inviteSomebody(page: Page, sessionId: string): Promise<string> {
  await page.goto(`/pertemuan/${sessionId}`)
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await page.getByText('Terbit', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Undang wartawan' }).click()
  await page
    .getByRole('radiogroup', { name: 'Cara mengundang' })
    .getByText('Nama', { exact: true })
    .click()
  await page.getByRole('checkbox', { name: '(contoh)' }).first().check()
  await page.getByRole('button', { name: 'Undang 1 orang' }).click()
  await page.getByRole('heading', { name: '1 wartawan diundang' }).waitFor()
  await page.getByRole('link', { name: 'Lihat daftar undangan' }).click()
  await page.getByRole('table', { name: 'Undangan' }).getByRole('button').first().click()
  const message = await page
    .getByRole('dialog')
    .getByText(/\/u\/[\w-]{40,}/)
    .innerText()
  return /https?:\S+\/u\/[\w-]+/.exec(message)?.[0] ?? ''
}

/** The month of a session, which may show others of the series at its edges, and in it that session. */
async function openCalendar(page: Page, { id, day }: Row) {
  await page.goto(`/pertemuan/kalender?tanggal=${day}`)
  const event = page.locator(`#kalender-${id}`)
  await event.waitFor()
  return event
}

test('a monthly series is planned, split and moved; guests are asked again, and calendars follow', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto('/')
  await planSeries(page)
  const planned = await sessionsNow()
  // Half a year holds six last Wednesdays, or seven when today is one and it is early.
  expect(planned.length).toBeGreaterThanOrEqual(6)
  expect(planned.every(({ starts }) => starts.endsWith('15:00'))).toBe(true)
  const seriesPath = new URL(page.url()).pathname
  const [, second, third, fourth] = planned
  if (!second || !third || !fourth) throw new Error('too few sessions')

  const link = await inviteSomebody(page, second.id)
  const phone = await stage.visit({ width: 390, height: 844, javaScript: false })
  await phone.page.goto(link)
  await phone.page.getByRole('button', { name: 'Hadir', exact: true }).click()
  await phone.page.getByText('Tersimpan: Anda akan hadir').waitFor()

  // From the third on, somewhere else. The guest of the second is not concerned.
  await page.goto(seriesPath)
  await page.getByRole('button', { name: 'Tindakan lain' }).click()
  await page.getByRole('menuitem', { name: 'Ubah mulai tanggal…' }).click()
  const form = page.getByRole('dialog', { name: 'Ubah mulai tanggal…' })
  await form.getByRole('button', { name: 'Mulai tanggal' }).waitFor()
  await chooseDay(page, 'Mulai tanggal', third.day)
  await form.getByRole('textbox', { name: 'Tempat', exact: true }).fill('Taman Kota')
  await form.getByRole('button', { name: 'Lanjutkan dengan perubahan' }).click()
  const agree = page.getByRole('dialog', { name: 'Lanjutkan sebagai rangkaian baru?' })
  await agree.getByRole('button', { name: 'Lanjutkan dengan perubahan' }).click()
  await page.getByText('Melanjutkan', { exact: true }).waitFor()
  expect(new URL(page.url()).pathname).not.toBe(seriesPath)
  const halves = await sessionsNow()
  expect(halves.map(({ id }) => id)).toEqual(planned.map(({ id }) => id))
  expect(halves.map(({ series }) => series === planned[0]?.series)).toEqual(
    planned.map(({ day }) => day < third.day),
  )
  await page.goto(seriesPath)
  await page.getByText('Dilanjutkan oleh').waitFor()

  // A day with no guests moves by mouse, and back by one press.
  const quiet = await openCalendar(page, fourth)
  const dayBefore = page.locator(`[data-at="${dayAfter(fourth.day, -1)}"]`)
  await quiet.hover()
  await page.mouse.down()
  const target = await dayBefore.boundingBox()
  if (!target) throw new Error('the day before is not in view')
  await page.mouse.move(target.x + 40, target.y + 60, { steps: 8 })
  // The page has seen where the pointer is.
  await page.mouse.move(target.x + 42, target.y + 60)
  await page.locator(`[data-at="${dayAfter(fourth.day, -1)}"][data-over]`).waitFor()
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: 'Pindahkan pertemuan?' })
  await dialog.getByText('Tidak ada tamu yang perlu diberi tahu.').waitFor()
  await dialog.getByRole('button', { name: 'Pindahkan' }).click()
  await expect.poll(() => startOf(fourth.id)).toBe(`${dayAfter(fourth.day, -1)} 15:00`)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(() => startOf(fourth.id)).toBe(`${fourth.day} 15:00`)

  // One with a guest moves from the keyboard, and says beforehand who is asked again.
  const event = await openCalendar(page, second)
  await event.focus()
  await page.keyboard.press('p')
  await dialog.getByRole('textbox', { name: 'Jam mulai' }).fill('16.00')
  await dialog.getByText('1 tamu akan diminta konfirmasi ulang').waitFor()
  await dialog.getByRole('button', { name: 'Pindahkan' }).click()
  await expect.poll(() => startOf(second.id)).toBe(`${second.day} 16:00`)

  await phone.page.goto(link)
  await phone.page.getByText('16.00–18.00 WIB').first().waitFor()
  await phone.page.getByText('Jadwal berubah. Mohon konfirmasi lagi').first().waitFor()
  await phone.page.getByRole('button', { name: 'Hadir', exact: true }).click()
  await phone.page.getByText('Tersimpan: Anda akan hadir').waitFor()

  await subscribe(page, second)
})

async function startOf(id: string): Promise<string | undefined> {
  return (await sessionsNow()).find((session) => session.id === id)?.starts
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** Takes an address for another calendar, reads the moved session there, and takes the address back. */
async function subscribe(page: Page, moved: Row): Promise<void> {
  await page.goto('/pengaturan/kalender')
  await page.getByRole('button', { name: 'Buat langganan' }).click()
  const panel = page.getByRole('dialog', { name: 'Alamat langganan baru' })
  const address = (await panel.getByText(/\/calendar\/[\w-]+\.ics/).innerText()).trim()
  const feed = await page.request.get(address)
  expect(feed.headers()['content-type']).toContain('text/calendar')
  const text = (await feed.text()).replace(/\r\n[ \t]/g, '')
  const event = text.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${moved.id}@`)) ?? ''
  expect(event).toContain(`DTSTART;TZID=Asia/Jakarta:${moved.day.replaceAll('-', '')}T160000`)
  expect(event).toContain('SEQUENCE:1')
  // Drafts are nobody's business yet.
  expect(text.match(new RegExp(`SUMMARY:${title}`, 'g'))).toHaveLength(1)
  const again = await page.request.get(address, {
    headers: { 'if-none-match': feed.headers().etag ?? '' },
  })
  expect(again.status()).toBe(304)
  await panel.getByRole('button', { name: 'Selesai' }).click()
  await panel.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Cabut langganan/ }).click()
  await page
    .getByRole('dialog', { name: 'Cabut langganan?' })
    .getByRole('button', { name: 'Cabut langganan' })
    .click()
  await expect.poll(async () => (await page.request.get(address)).status()).toBe(404)
}
