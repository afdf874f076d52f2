import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoPassword } from '../../api/src/demo/accounts.ts'
import { jakartaDay } from './days.ts'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

const officer = 'humas@pemalang.example'

/** A client of the API in the name of somebody, beside the browser. */
async function clientOf(page: Page, email: string) {
  const login = await page.request.post('/api/login', { data: { email, password: demoPassword } })
  const { accessToken } = await login.json()
  const headers = { authorization: `Bearer ${accessToken}` }
  return async (method: string, path: string, data?: unknown) => {
    const answer = await page.request.fetch(`/api${path}`, {
      method,
      headers,
      ...(data !== undefined && { data }),
    })
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true)
    return answer.json()
  }
}

type Client = Awaited<ReturnType<typeof clientOf>>

const newSeries = (api: Client, title: string, rrule: string) =>
  api('POST', '/series', {
    title,
    rrule,
    startsOn: jakartaDay(2),
    startTime: '14:00',
    durationMinutes: 60,
    venue: 'Ruang Rapat',
  })

const sessionsOf = async (api: Client, seriesId: string) =>
  (await api('GET', `/sessions?seriesId=${seriesId}&sort=startsAt&limit=100`)).items

test('what a rule no longer names is kept, moved or cancelled, one by one', async () => {
  const { page } = await stage.visitAs(officer)
  const api = await clientOf(page, officer)
  const title = 'Kopi Dua Kali'
  const series = await newSeries(api, title, 'FREQ=WEEKLY;BYDAY=TU,TH')
  const thursdays = (await sessionsOf(api, series.id))
    .filter(({ occurrenceDate }: { occurrenceDate: string }) => {
      return new Date(occurrenceDate).getUTCDay() === 4
    })
    .slice(0, 3)
  // Touched by a person, so that none of them simply goes with the rule.
  for (const [index, { id, version }] of thursdays.entries())
    await api('PATCH', `/sessions/${id}`, { version, title: `${title} ${index + 1}` })

  await page.goto(`/pertemuan/rangkaian/${series.id}`)
  await page.getByRole('button', { name: 'Ubah', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Ubah rangkaian' })
  await form.getByText('Kamis', { exact: true }).click()
  await form.getByText('Setiap Selasa, 14.00–15.00 WIB').waitFor()
  await form.getByRole('button', { name: 'Simpan perubahan' }).click()
  const effect = page.getByRole('dialog', { name: 'Simpan perubahan rangkaian?' })
  await effect.getByText(/^3 pertemuan perlu diputuskan; \d+ rancangan yang belum/).waitFor()
  // Nothing is done before it is agreed to.
  expect((await api('GET', `/series/${series.id}`)).version).toBe(series.version)
  await effect.getByRole('button', { name: 'Simpan perubahan' }).click()
  await page.getByText('3 perlu diputuskan').waitFor()
  await form.waitFor({ state: 'detached' })
  await expectAccessible(page, 'a series with sessions to be decided')

  const item = (n: number) =>
    page.getByRole('listitem').filter({ has: page.getByRole('link', { name: `${title} ${n}` }) })
  await item(1).getByRole('button', { name: 'Pertahankan' }).click()
  await item(1).getByText('Di luar aturan, dipertahankan').waitFor()

  await item(2).getByRole('button', { name: 'Pindahkan…' }).click()
  const move = page.getByRole('dialog', { name: 'Pindahkan pertemuan?' })
  await move.getByRole('textbox', { name: 'Jam mulai' }).fill('16.00')
  await move.getByRole('button', { name: 'Pindahkan', exact: true }).click()
  await item(2).getByText('Jam berbeda').waitFor()

  // The last one from its own page.
  await item(3).getByRole('link').click()
  await page.getByText('Tanggal ini tidak lagi disebut aturan rangkaiannya').waitFor()
  await expectAccessible(page, 'a session off the rule')
  await page.getByRole('button', { name: 'Batalkan…' }).click()
  const cancel = page.getByRole('dialog', { name: 'Batalkan pertemuan?' })
  await cancel.getByLabel('Alasan').fill('Hari berubah')
  await cancel.getByRole('button', { name: 'Batalkan pertemuan' }).click()
  await page.getByText('Dibatalkan: Hari berubah').waitFor()
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByText('Berjalan', { exact: true }).waitFor()
  await expect
    .poll(async () => {
      const rows = await sessionsOf(api, series.id)
      return thursdays.map(({ id }: { id: string }) => {
        const { offRule, status } = rows.find((row: { id: string }) => row.id === id)
        return `${status} ${offRule}`
      })
    })
    .toEqual(['draft kept', 'draft kept', 'cancelled undecided'])
})

test('a date is skipped and a series archived, and both are taken back', async () => {
  const { page } = await stage.visitAs(officer)
  const api = await clientOf(page, officer)
  const series = await newSeries(api, 'Kopi Mingguan', 'FREQ=WEEKLY;BYDAY=WE')
  const before = (await sessionsOf(api, series.id)).length
  const count = async () => (await sessionsOf(api, series.id)).length

  await page.goto(`/pertemuan/rangkaian/${series.id}`)
  await page.getByRole('button', { name: 'Tindakan lain' }).click()
  await page.getByRole('menuitem', { name: 'Lewati satu tanggal…' }).click()
  const skip = page.getByRole('dialog', { name: 'Lewati satu tanggal?' })
  await skip.getByText('1 rancangan yang belum disentuh dihapus.').waitFor()
  await skip.getByRole('button', { name: 'Lewati tanggal ini' }).click()
  await page.getByText('Tanggal yang dilewati').waitFor()
  await expect.poll(count).toBe(before - 1)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await expect.poll(count).toBe(before)

  await page.getByRole('button', { name: 'Tindakan lain' }).click()
  await page.getByRole('menuitem', { name: 'Arsipkan' }).click()
  await page.getByText('Tidak ada pertemuan mendatang.').waitFor()
  expect(await count()).toBe(0)
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await page.getByRole('button', { name: 'Ubah', exact: true }).waitFor()
  await expect.poll(count).toBe(before)
})

test('who was second to save keeps both changes, and a rule of another program is left as it is', async () => {
  const { page } = await stage.visitAs(officer)
  const api = await clientOf(page, officer)
  const rrule = 'FREQ=MONTHLY;BYDAY=1MO,3MO'
  const series = await newSeries(api, 'Kopi Dua Senin', rrule)
  await page.goto(`/pertemuan/rangkaian/${series.id}`)
  await page.getByRole('button', { name: 'Ubah', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Ubah rangkaian' })
  await form.getByText('ditulis oleh program lain').waitFor()
  await form.getByRole('textbox', { name: 'Tempat', exact: true }).fill('Pendopo')
  await api('PATCH', `/series/${series.id}`, { version: series.version, entryNote: 'Pintu timur' })

  const effect = page.getByRole('dialog', { name: 'Simpan perubahan rangkaian?' })
  const agree = effect.getByRole('button', { name: 'Simpan perubahan' })
  await form.getByRole('button', { name: 'Simpan perubahan' }).click()
  await agree.click()
  await form.getByText('sudah diubah orang lain').waitFor()
  await form.getByRole('button', { name: 'Simpan isian saya' }).click()
  // The effect is told again: upon the newer version it may be another.
  await agree.click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('Pintu timur').waitFor()
  expect(await api('GET', `/series/${series.id}`)).toMatchObject({
    venue: 'Pendopo',
    entryNote: 'Pintu timur',
    rrule,
  })
})

test('a manager reads a series and changes nothing', async () => {
  const { page } = await stage.visitAs('kepala@pemalang.example')
  await page.goto('/pertemuan/rangkaian')
  await page.getByRole('button', { name: /Ngopi Bareng Humas/ }).click()
  await page.getByText(/^Setiap Rabu terakhir tiap bulan, 09.00–11.30 WIB/).waitFor()
  await page.getByRole('heading', { name: 'Pertemuan mendatang' }).waitFor()
  expect(await page.getByRole('button', { name: 'Ubah', exact: true }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Tindakan lain' }).count()).toBe(0)
})
