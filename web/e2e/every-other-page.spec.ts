import { expect, test } from 'vitest'
import { personalToken } from '../../api/src/invitations/personal-link.ts'
import { DemoRecords } from './demo-records.ts'
import { atRest, bothLooks, checkAll, expectNoSidewaysScroll, inspect } from './page-checks.ts'
import { openStage } from './stage.ts'
import { expectAccessible } from './visitor.ts'

const stage = openStage()

test('the pages before a login', async () => {
  const { page } = await stage.visit()
  await checkAll(page, ['/masuk', '/sandi', '/sandi/tautan-lama', '/atur', '/masuk?lanjut=/media'])
})

test('the start, partners, coverage, reports and settings', async () => {
  const { page } = await stage.visitAs('admin@pemalang.example')
  const records = new DemoRecords(stage.server)
  await checkAll(page, [
    ...['/', '/media', '/wartawan', '/pemberitaan', '/laporan?periode=year'],
    `/media/${await records.one('outlets')}`,
    `/wartawan/${await records.one('journalists')}`,
    `/pemberitaan/${await records.one('coverage')}`,
    ...[
      'kantor',
      'pengguna',
      'kantor-bawahan',
      'akun',
      'aktivitas',
      'surel',
      'pesan',
      'pengiriman',
      'pekerjaan',
      'kalender',
      'hari-libur?tahun=2026',
      'hari-libur?tahun=2028',
    ].map((part) => `/pengaturan/${part}`),
    '/tidak-ada',
  ])
})

test('panels, forms and the palette', async () => {
  const { page } = await stage.visitAs('humas@pemalang.example')
  const records = new DemoRecords(stage.server)
  const next = await records.next()
  const invitation = await records.id(
    `select id from invitations where session_id = '${next}' limit 1`,
  )
  const outlet = await records.one('outlets')
  const journalist = await records.one('journalists')
  const coverage = await records.one('coverage')
  const findings: string[] = []
  const inspectOpened = async (name: string) => {
    for (const look of bothLooks) {
      await inspect(page, look)
      await page.getByRole('dialog').first().waitFor()
      await atRest(page)
      await expectAccessible(page, `${name}, ${look}`).catch((error: Error) =>
        findings.push(error.message),
      )
    }
  }
  for (const address of [
    '/pertemuan?baru=1',
    '/pertemuan/rangkaian?baru=1',
    `/pertemuan/${next}?ubah=1`,
    `/pertemuan/${next}/undangan?buka=${invitation}`,
    `/pertemuan/${next}/undangan?kirim=invitation`,
    `/pertemuan/${next}/tanya-jawab?baru=1`,
    `/media?buka=${outlet}`,
    '/media?baru=1',
    `/wartawan?buka=${journalist}`,
    `/wartawan?buka=${journalist}&ubah=1`,
    '/pemberitaan?baru=1',
    `/pemberitaan/${coverage}?ubah=1`,
  ]) {
    await page.goto(address)
    await inspectOpened(address)
  }
  await page.goto(`/pertemuan/${next}/meja`)
  await page.getByRole('button', { name: 'Tamu tanpa undangan' }).click()
  await inspectOpened('walk-in')
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Cari dan lakukan' }).fill('kabar')
  await page.getByRole('option').first().waitFor()
  await inspectOpened('palette')
  expect(findings).toEqual([])
})

/** One link for each state an invitation of the demo can be in. */
async function links(): Promise<Record<string, string>> {
  const { rows } = await stage.server.make.pool.query(
    `select distinct on (s.status, i.answer) i.id, i.link_version as version, s.status || ' ' || i.answer as state
       from invitations i join sessions s on s.id = i.session_id
      where i.revoked_at is null order by s.status, i.answer, s.starts_at desc`,
  )
  const { keys } = stage.server.deps
  return Object.fromEntries(
    rows.map(({ id, version, state }: { id: string; version: number; state: string }) => [
      state,
      `/u/${personalToken(keys.personalLink, id, version)}`,
    ]),
  )
}

test('the pages of a guest', async () => {
  const { page } = await stage.visit()
  const known = await links()
  const attending = known['published attending']
  if (!attending) throw new Error('the demo has nobody who will attend')
  const addresses = [
    ...Object.values(known),
    `${attending}/pass`,
    `${attending}/opt-out`,
    `/u/${'x'.repeat(43)}`,
    ...Object.values(known)
      .slice(0, 1)
      .map((link) => `${link}/pass`),
  ]
  await checkAll(page, addresses)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of addresses) {
    await page.goto(address)
    await expectNoSidewaysScroll(page, `${address} at 320`)
  }
})
