import { expect, test } from 'vitest'
import { personalToken } from '../../api/src/invitations/personal-link.ts'
import { atRest, checkAll, expectNoSidewaysScroll } from './page-checks.ts'
import { openStage } from './stage.ts'
import { expectAccessible, type VisitOptions } from './visitor.ts'

const stage = openStage()

const admin = 'admin@pemalang.example'

async function idOf(query: string): Promise<string> {
  const { rows } = await stage.server.make.pool.query(query)
  return rows[0].id
}

const ofPemalang = (table: string) =>
  `select t.id from ${table} t join offices o on o.id = t.office_id where o.name like '%Pemalang'`

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

/** The journeys through every page in one look; one look a file, so that two are walked at a time. */
export function walkEveryPage(look: string, options: VisitOptions): void {
  test(`${look}: the pages before a login`, async () => {
    const { page } = await stage.visit(options)
    await checkAll(
      page,
      ['/masuk', '/sandi', '/sandi/tautan-lama', '/atur', '/masuk?lanjut=/media'],
      look,
    )
  })

  test(`${look}: every page of the office`, async () => {
    const { page } = await stage.visitAs(admin, options)
    const past = await idOf(
      `${ofPemalang('sessions')} and t.status = 'done' order by t.starts_at limit 1`,
    )
    const next = await idOf(
      `${ofPemalang('sessions')} and t.status = 'published' and t.starts_at > now() order by t.starts_at limit 1`,
    )
    const draft = await idOf(
      `${ofPemalang('sessions')} and t.status = 'draft' order by t.starts_at limit 1`,
    )
    const tabs = (id: string) =>
      ['', '/undangan', '/kehadiran', '/tanya-jawab', '/materi', '/notula', '/pemberitaan'].map(
        (tab) => `/pertemuan/${id}${tab}`,
      )
    await checkAll(
      page,
      [
        ...['/', '/pertemuan', '/media', '/wartawan', '/pemberitaan', '/laporan?periode=year'],
        ...tabs(past),
        `/pertemuan/${past}/selesai`,
        `/pertemuan/${next}/selesai`,
        `/pertemuan/${next}`,
        ...['undangan', 'undangan/pengingat', 'undangan/surat', 'undang', 'whatsapp'].map(
          (part) => `/pertemuan/${next}/${part}`,
        ),
        `/pertemuan/${next}/undang?cara=nama`,
        `/pertemuan/${next}/undang?cara=kelompok`,
        `/pertemuan/${next}/whatsapp?jenis=invitation`,
        `/pertemuan/${draft}`,
        `/pertemuan/${draft}/notula`,
        `/pertemuan/${draft}/notula?sunting=1`,
        `/pertemuan/${next}/meja`,
        `/pertemuan/${next}/moderator`,
        `/media/${await idOf(`${ofPemalang('outlets')} order by t.id limit 1`)}`,
        `/wartawan/${await idOf(`${ofPemalang('journalists')} order by t.id limit 1`)}`,
        `/pemberitaan/${await idOf(`${ofPemalang('coverage')} order by t.id limit 1`)}`,
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
        ].map((part) => `/pengaturan/${part}`),
        ...['kalender', 'kalender?tampilan=pekan', 'rangkaian', 'pengingat', 'janji'].map(
          (part) => `/pertemuan/${part}`,
        ),
        `/pertemuan/rangkaian/${await idOf(`${ofPemalang('series')} order by t.id limit 1`)}`,
        '/pengaturan/hari-libur?tahun=2026',
        '/pengaturan/hari-libur?tahun=2028',
        '/pengaturan/kalender',
        '/tidak-ada',
      ],
      look,
    )
  })

  test(`${look}: panels, forms and the palette`, async () => {
    const { page } = await stage.visitAs('humas@pemalang.example', options)
    const next = await idOf(
      `${ofPemalang('sessions')} and t.status = 'published' and t.starts_at > now() order by t.starts_at limit 1`,
    )
    const invitation = await idOf(`select id from invitations where session_id = '${next}' limit 1`)
    const outlet = await idOf(`${ofPemalang('outlets')} order by t.id limit 1`)
    const journalist = await idOf(`${ofPemalang('journalists')} order by t.id limit 1`)
    const coverage = await idOf(`${ofPemalang('coverage')} order by t.id limit 1`)
    const findings: string[] = []
    const inspect = async (name: string) => {
      await page.getByRole('dialog').first().waitFor()
      await atRest(page)
      await expectAccessible(page, `${name}, ${look}`).catch((error: Error) =>
        findings.push(error.message),
      )
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
      await inspect(address)
    }
    await page.goto(`/pertemuan/${next}/meja`)
    await page.getByRole('button', { name: 'Tamu tanpa undangan' }).click()
    await inspect('walk-in')
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Cari dan lakukan' }).fill('kabar')
    await page.getByRole('option').first().waitFor()
    await inspect('palette')
    expect(findings).toEqual([])
  })

  test(`${look}: the pages of a guest`, async () => {
    const { page } = await stage.visit(options)
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
    await checkAll(page, addresses, look)
    await page.setViewportSize({ width: 320, height: 640 })
    for (const address of addresses) {
      await page.goto(address)
      await expectNoSidewaysScroll(page, `${address} at 320`)
    }
  })
}

/** The pages of those who see less. */
export function walkOtherRoles(): void {
  test('what a manager, the desk and the regional office see', async () => {
    for (const [email, addresses] of [
      ['kepala@pemalang.example', ['/', '/pemberitaan', '/wartawan', '/pengaturan']],
      ['tamu@pemalang.example', ['/pertemuan', '/pengaturan/akun']],
      ['kanwil@jateng.example', ['/', '/laporan?periode=year', '/pertemuan']],
    ] as const) {
      const { page } = await stage.visitAs(email)
      await checkAll(page, [...addresses], email)
    }
  })
}
