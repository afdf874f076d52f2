import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { chooseDay, jakartaDay } from './days.ts'
import { openStage } from './stage.ts'

const stage = openStage()

const title = 'Ngopi Layanan Paspor'
const headline = 'Layanan Paspor Pemalang Kini Lebih Cepat'
const question = 'Berapa lama antrean paspor saat ini?'

/** Three guests of one outlet each, as the list shows them. */
async function findGuests(): Promise<{ id: string; name: string; outlet: string; site: string }[]> {
  const { rows } = await stage.server.make.pool.query(
    `select distinct on (o.id) j.id, j.full_name as name, o.name as outlet, o.website as site
       from journalists j join affiliations a on a.journalist_id = j.id and a.is_primary
       join outlets o on o.id = a.outlet_id join offices f on f.id = j.office_id
      where f.name like '%Pemalang' and o.platform = 'online' and o.website like '%.example%'
        and j.opted_out_at is null and j.archived_at is null and not j.provisional
      order by o.id, j.full_name limit 3`,
  )
  return rows
}

/** What a line of numbers on the screen says for each of its steps. */
async function funnelOn(page: Page, label: string): Promise<Record<string, number>> {
  const table = page.getByRole('table', { name: label })
  await table.waitFor()
  const rows = await table.getByRole('row').all()
  const pairs = await Promise.all(
    rows.map(async (row) => [
      await row.getByRole('rowheader').innerText(),
      Number(await row.getByRole('cell').first().innerText()),
    ]),
  )
  return Object.fromEntries(pairs)
}

async function plan(page: Page): Promise<string> {
  await page.getByRole('link', { name: /^Pertemuan/ }).click()
  await page.getByRole('button', { name: 'Pertemuan baru' }).click()
  const form = page.getByRole('dialog', { name: 'Pertemuan baru' })
  await form.getByLabel('Judul').fill(title)
  await chooseDay(page, 'Tanggal', jakartaDay(8))
  await form.getByRole('textbox', { name: 'Mulai', exact: true }).fill('9')
  await form.getByRole('textbox', { name: 'Selesai', exact: true }).fill('11.30')
  await form.getByRole('textbox', { name: 'Tempat', exact: true }).fill('Aula Lantai 2')
  await form.getByLabel('Kapasitas').fill('2')
  await form.getByRole('button', { name: 'Simpan rancangan' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByText('Rancangan', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await page.getByText('Terbit', { exact: true }).waitFor()
  return new URL(page.url()).pathname
}

async function invite(page: Page, names: string[]): Promise<void> {
  await page.getByRole('link', { name: 'Undang wartawan' }).click()
  await page
    .getByRole('radiogroup', { name: 'Cara mengundang' })
    .getByText('Nama', { exact: true })
    .click()
  const search = page.getByRole('searchbox', { name: 'Cari nama' })
  for (const name of names) {
    await search.fill(name)
    await page.getByRole('checkbox', { name }).check()
  }
  await page.getByRole('button', { name: `Undang ${names.length} orang` }).click()
  // One more than there are seats.
  await page
    .getByRole('button', { name: `Ya, undang ${names.length} orang melebihi kursi` })
    .click()
  await page.getByRole('heading', { name: `${names.length} wartawan diundang` }).waitFor()
  await page.getByText('Belum ada yang dikirim.').waitFor()
  await page.getByRole('link', { name: 'Lihat daftar undangan' }).click()
  await page.getByRole('table', { name: 'Undangan' }).waitFor()
}

/** Reads the guest's personal link from the message and marks it as sent. */
async function send(page: Page, name: string): Promise<string> {
  await page.getByRole('table', { name: 'Undangan' }).getByRole('button', { name }).click()
  const panel = page.getByRole('dialog', { name })
  const message = await panel.getByText(/\/u\/[\w-]{40,}/).innerText()
  const link = /https?:\S+\/u\/[\w-]+/.exec(message)?.[0] ?? ''
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/u\/[\w-]+$/)
  await panel.getByRole('button', { name: 'Tandai terkirim' }).click()
  await page.getByRole('menuitem', { name: 'Lewat WhatsApp' }).click()
  await panel.getByText(/ditandai terkirim oleh Dewi Humas/).waitFor()
  await panel.getByRole('button', { name: 'Tutup' }).click()
  await panel.waitFor({ state: 'detached' })
  return link
}

async function answerOnPhone(link: string, name: string): Promise<void> {
  const { page } = await stage.visit({ width: 390, height: 844, javaScript: false })
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByText(name).first().waitFor()
  await page.getByRole('button', { name: 'Hadir', exact: true }).click()
  await page.getByText('Tersimpan: Anda akan hadir').waitFor()
  await page.getByText('Titip pertanyaan atau pesan').click()
  await page.getByLabel('Pertanyaan untuk narasumber').fill(question)
  await page.getByRole('button', { name: 'Kirim' }).click()
  await page.getByRole('status').getByText('pesan Anda sudah kami terima').waitFor()

  const calendar = page.getByRole('link', { name: 'Tambah ke kalender' })
  const answer = await page.request.get((await calendar.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toContain('text/calendar')
  expect(await answer.text()).toContain(`SUMMARY:${title}`)

  await page.getByRole('link', { name: 'Buka kartu masuk' }).click()
  await page.getByRole('img', { name: 'Kartu masuk' }).waitFor()
  await page.getByText(name).first().waitFor()
}

async function receive(sessionPath: string, [first, second]: string[]): Promise<void> {
  const { page } = await stage.visitAs('tamu@pemalang.example', { width: 390, height: 844 })
  await page.goto('/')
  await page.getByRole('heading', { level: 1, name: 'Meja tamu' }).waitFor()
  await page.getByRole('button', { name: new RegExp(title) }).click()
  await page.waitForURL(`**${sessionPath}/meja`)
  const search = page.getByRole('searchbox')
  const counter = page.getByText(/^\d+ \/ \d+ · /)
  await counter.filter({ hasText: '0 / 2' }).waitFor()
  const part = (name = '') => name.replace(/ \(contoh\)$/, '').slice(1)
  const admit = async (name = '') => {
    await search.fill(part(name))
    await page.getByRole('button', { name: `${name}, ` }).click()
    await page.getByRole('button', { name: `Batalkan masuk ${name}` }).waitFor()
  }
  await admit(first)
  await counter.filter({ hasText: '1 / 2' }).waitFor()
  await page.getByRole('button', { name: `Batalkan masuk ${first}` }).click()
  await page.getByText(`${first} batal masuk`).waitFor()
  await counter.filter({ hasText: '0 / 2' }).waitFor()
  await admit(first)
  await admit(second)
  await search.fill('Slamet')
  await page.getByText('Tidak ada yang cocok').waitFor()
  await page.getByRole('button', { name: 'Tamu tanpa undangan' }).click()
  const form = page.getByRole('dialog', { name: 'Tamu tanpa undangan' })
  expect(await form.getByLabel('Nama').inputValue()).toBe('Slamet')
  await form.getByLabel('Media').fill('Radio Pesisir')
  await form.getByRole('button', { name: 'Catat masuk' }).click()
  await page.getByRole('status').getByText('Melebihi kapasitas: 3 dari 2').waitFor()
  // All of it reached the server, not the device alone.
  await expect
    .poll(async () => {
      const { rows } = await stage.server.make.pool.query(
        `select count(*)::int as n from attendances a join sessions s on s.id = a.session_id
          where s.title = $1 and a.status = 'present'`,
        [title],
      )
      return rows[0].n
    })
    .toBe(3)
}

async function recordCoverage(page: Page, guest: { name: string; site: string }): Promise<string> {
  const address = `${new URL(guest.site).origin}/layanan-paspor`
  const tabs = page.getByRole('main').getByRole('navigation')
  await tabs.getByRole('link', { name: /^Pemberitaan/ }).click()
  await page.getByRole('button', { name: 'Catat pemberitaan' }).click()
  const form = page.getByRole('dialog', { name: 'Catat pemberitaan' })
  await form.getByLabel('Alamat berita').fill(`${address}?utm_source=wa&utm_medium=grup`)
  await form.getByLabel('Judul berita').fill(headline)
  await form.getByRole('textbox', { name: 'Tanggal terbit' }).fill(jakartaDay(0))
  await form
    .getByLabel(/^Jam\b/)
    .first()
    .fill('00:05')
  await form.getByRole('combobox', { name: 'Wartawan' }).fill(guest.name)
  await page.getByRole('option', { name: guest.name }).click()
  await form.getByRole('button', { name: 'Simpan pemberitaan' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: headline }).click()
  await page.getByText(address, { exact: true }).waitFor()
  return new URL(page.url()).pathname
}

async function review(path: string): Promise<void> {
  const { page } = await stage.visitAs('kepala@pemalang.example')
  await page.goto(path)
  const tone = (group: string, name: string) =>
    page.getByRole('radiogroup', { name: group }).getByRole('radio', { name })
  await tone('Nada judul', 'Positif').click()
  await tone('Nada isi', 'Netral').click()
  await page.getByLabel('Catatan').fill('Judul lebih cerah daripada isi.')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.getByText('Penilaian tersimpan').waitFor()
  await page.getByText('Judul lebih cerah daripada isi.').last().waitFor()
}

/** The eight days go by: the session is over, and nobody touched anything. */
const passTime = () =>
  stage.server.make.pool.query(
    `update sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '30 minutes',
            rsvp_closes_at = now() - interval '3 hours' where title = $1`,
    [title],
  )

test('goes from invited over answered, attended and asked to published, each step seen by whoever works with it', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto('/')
  const guests = await findGuests()
  const names = guests.map((guest) => guest.name)
  const [first, second] = guests
  if (!first || !second) throw new Error('the demo has too few journalists')

  const sessionPath = await plan(page)
  await invite(page, names)
  const links = [await send(page, first.name), await send(page, second.name)]
  await answerOnPhone(links[0] ?? '', first.name)

  await page.reload()
  const row = page.getByRole('row').filter({ hasText: first.name })
  await row.getByText('Hadir', { exact: true }).waitFor()
  await row.getByText('Memegang kursi').waitFor()
  await page.getByRole('link', { name: 'Tanya jawab' }).click()
  await page.getByText(question).waitFor()

  await receive(sessionPath, names)
  const coveragePath = await recordCoverage(await back(page, sessionPath), first)
  await review(coveragePath)
  await passTime()

  const line = {
    Diundang: 3,
    Menjawab: 1,
    'Menyatakan hadir': 1,
    Datang: 2,
    Bertanya: 1,
    Memberitakan: 1,
  }
  await page.goto(sessionPath)
  expect(await funnelOn(page, 'Dari undangan ke pemberitaan')).toEqual(line)
  await page.getByText('1 tamu tanpa undangan · 1 pemberitaan').waitFor()
  await page.getByRole('link', { name: 'Selesaikan', exact: true }).click()
  await page.getByRole('heading', { name: '1 tamu belum ditandai' }).waitFor()
  await page.getByRole('button', { name: 'Selesaikan pertemuan' }).click()
  await page.getByRole('heading', { name: 'Hitungan saat ditutup' }).waitFor()

  await page.getByRole('link', { name: 'Beranda' }).click()
  const recent = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: title }) })
  await recent.waitFor()
  const steps = await recent.getByRole('definition').allInnerTexts()
  expect(steps.map((text) => text.trim())).toEqual(['3', '1', '1', '2', '1'])

  await page.getByRole('link', { name: 'Laporan', exact: true }).click()
  const reported = page
    .getByRole('table', { name: 'Angka tiap pertemuan' })
    .getByRole('row')
    .filter({ hasText: title })
  await reported.waitFor()
  expect(await reported.getByRole('cell').allInnerTexts()).toEqual([
    ...['3', '1', '1', '2', '1', '1'],
    ...['1', '1'],
  ])
})

/** Returns to a page after others have changed what it shows. */
async function back(page: Page, path: string): Promise<Page> {
  await page.goto(path)
  return page
}
