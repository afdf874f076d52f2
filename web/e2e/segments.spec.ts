import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage()

const newcomer = 'Kartika Pendatang (contoh)'

interface Planned {
  id: string
  officeId: string
}

/** Two sessions still to come to which nobody is invited, the next first. */
async function emptySessions(): Promise<Planned[]> {
  const { rows } = await stage.server.make.pool.query(
    `select s.id, s.office_id as "officeId" from sessions s join offices f on f.id = s.office_id
      where f.name like '%Pemalang' and s.starts_at > now() and s.status in ('draft', 'published')
        and not exists (select from invitations i where i.session_id = s.id)
      order by s.starts_at limit 2`,
  )
  return rows
}

/** Somebody new at an online outlet of Pemalang. */
async function arrive(officeId: string): Promise<void> {
  const { pool } = stage.server.make
  const { rows } = await pool.query(
    `insert into journalists (office_id, full_name, phone) values ($1, $2, '+6281200007777') returning id`,
    [officeId, newcomer],
  )
  await pool.query(
    `insert into affiliations (office_id, journalist_id, outlet_id, is_primary)
     select $1, $2, id, true from outlets
      where office_id = $1 and platform = 'online' and city = 'Pemalang' and archived_at is null limit 1`,
    [officeId, rows[0].id],
  )
}

async function choose(page: Page, menu: string, option: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  const evaluated = page.waitForResponse('**/api/audiences')
  await page.getByRole('menuitemcheckbox', { name: option, exact: true }).click()
  await evaluated
  await page.keyboard.press('Escape')
}

/** The number on the one button, which rests while another is being found out. */
async function toInvite(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: /^Undang \d+ orang$/, disabled: false })
  await button.waitFor()
  return Number(/\d+/.exec(await button.innerText())?.[0])
}

/** Nobody is chosen on arrival; answers how many there are. */
async function chooseEverybody(page: Page): Promise<number> {
  await page.getByText('Pilih wartawan yang akan diundang.').waitFor()
  await page.getByRole('checkbox', { name: 'Pilih semua' }).check()
  return toInvite(page)
}

test('more people than seats are asked for twice, and taken back in one press', async () => {
  const [session] = await emptySessions()
  if (!session) throw new Error('no session to come')
  const { pool } = stage.server.make
  const { rows } = await pool.query('select capacity from sessions where id = $1', [session.id])
  await pool.query('update sessions set capacity = 3 where id = $1', [session.id])
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${session.id}/undang`)
  const all = await chooseEverybody(page)
  await page.getByRole('button', { name: `Undang ${all} orang`, exact: true }).click()
  await page.getByRole('button', { name: `Ya, undang ${all} orang melebihi kursi` }).click()
  await page.getByRole('heading', { name: `${all} wartawan diundang` }).waitFor()
  await page.getByRole('button', { name: 'Urungkan' }).click()
  await page.getByText(`${all} undangan ditarik`).waitFor()
  const left = await pool.query(
    'select from invitations where session_id = $1 and revoked_at is null',
    [session.id],
  )
  expect(left.rowCount).toBe(0)
  await pool.query('update sessions set capacity = $2 where id = $1', [
    session.id,
    rows[0].capacity,
  ])
})

test('a filter is kept as a segment, used to invite, and says at its next use who came since', async () => {
  const [first, second] = await emptySessions()
  if (!first || !second) throw new Error('too few sessions to come')
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.goto(`/pertemuan/${first.id}/undang`)
  const everybody = await chooseEverybody(page)
  await choose(page, 'Jenis media', 'Daring')
  await choose(page, 'Kota', 'Pemalang')
  await expect.poll(() => toInvite(page)).toBeLessThan(everybody)
  const invited = await toInvite(page)
  await page.getByRole('button', { name: 'Simpan sebagai segmen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Simpan sebagai segmen' })
  await dialog.getByRole('textbox', { name: 'Nama' }).fill('Daring Pemalang')
  await dialog.getByRole('button', { name: 'Simpan segmen' }).click()
  await page.getByRole('tab', { name: 'Daring Pemalang', selected: true }).waitFor()

  // One of them stays out.
  const people = page.getByRole('list', { name: 'Yang akan diundang' })
  await people.getByRole('checkbox').first().uncheck()
  await page.getByRole('button', { name: `Undang ${invited - 1} orang` }).click()
  await page.getByRole('heading', { name: `${invited - 1} wartawan diundang` }).waitFor()
  await page.getByRole('link', { name: 'Lihat daftar undangan' }).click()
  await page.getByRole('table', { name: 'Undangan' }).waitFor()

  await arrive(first.officeId)
  await page.goto(`/pertemuan/${second.id}/undang`)
  await page.getByRole('tab', { name: 'Daring Pemalang' }).click()
  await page.getByRole('heading', { name: 'Sejak terakhir dipakai' }).waitFor()
  await page.getByText(`1 masuk: ${newcomer}`).waitFor()
  await page.getByRole('checkbox', { name: newcomer }).waitFor()
  expect(await toInvite(page)).toBe(invited + 1)
  // Changed, it is a filter like any other until it is saved.
  await page.getByRole('button', { name: 'Riwayat' }).click()
  await page.getByRole('menuitem', { name: 'Belum pernah diundang' }).click()
  await page.getByRole('button', { name: 'Simpan perubahan' }).waitFor()
  expect(new URL(page.url()).searchParams.get('riwayat')).toBe('invited.max.0')
})

test('a pokja is invited through its coordinator', async () => {
  const [session] = await emptySessions()
  const { page } = await stage.visitAs('humas@pemalang.example', { width: 390, height: 844 })
  await page.goto(`/pertemuan/${session?.id}/undang?cara=kelompok`)
  await page.getByRole('button', { name: 'Undang koordinator' }).click()
  await page.getByRole('combobox', { name: 'Koordinator' }).fill('(contoh)')
  await page.getByRole('option').first().click()
  await page.getByLabel('Nama media atau pokja').fill('Pokja Pemalang')
  await page.getByRole('button', { name: 'Undang koordinator' }).click()
  await page.getByRole('heading', { name: /mengoordinasikan Pokja Pemalang$/ }).waitFor()
  const { rows } = await stage.server.make.pool.query(
    'select group_name, group_places from invitations where session_id = $1 and group_name is not null',
    [session?.id],
  )
  expect(rows).toEqual([{ group_name: 'Pokja Pemalang', group_places: 5 }])
})

test('from a segment through the WhatsApp queue to an answer on a phone', async () => {
  const [session] = await emptySessions()
  if (!session) throw new Error('no session to come')
  await stage.server.make.pool.query(`update sessions set status = 'published' where id = $1`, [
    session.id,
  ])
  const { page } = await stage.visitAs('humas@pemalang.example')
  await page.context().route('https://wa.me/**', (route) => route.fulfill({ body: 'WhatsApp' }))
  await page.goto(`/pertemuan/${session.id}/undang`)
  const everybody = await chooseEverybody(page)
  await page.getByRole('tab', { name: 'Daring dan TV di Pemalang (contoh)' }).click()
  await expect.poll(() => toInvite(page)).toBeLessThan(everybody)
  const invited = await toInvite(page)
  expect(invited).toBeGreaterThan(1)
  await page.getByRole('button', { name: `Undang ${invited} orang` }).click()
  await page.getByRole('link', { name: 'Kirim undangan' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Siapkan \d+ WhatsApp$/ })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Undangan lewat WhatsApp' }).waitFor()

  const guest = page.getByRole('heading', { level: 2 }).first()
  await guest.waitFor()
  const name = await guest.innerText()
  const message = await page.getByRole('region', { name: 'Pesan' }).innerText()
  const link = /\/u\/[\w-]{40,}/.exec(message)?.[0]
  await page.keyboard.press('t')
  await page.getByRole('status').getByText(`${name} ditandai terkirim.`).waitFor()

  const { page: phone } = await stage.visit({ width: 390, height: 844, javaScript: false })
  await phone.goto(link ?? '')
  await phone.getByRole('button', { name: 'Hadir', exact: true }).click()
  await phone.getByText('Tersimpan: Anda akan hadir').waitFor()

  await page.goto(`/pertemuan/${session.id}/undangan?answer=attending`)
  const row = page.getByRole('row').filter({ hasText: name })
  await row.getByText('Hadir', { exact: true }).waitFor()
  await row.getByText('WhatsApp').waitFor()
})
