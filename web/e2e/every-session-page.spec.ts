import { test } from 'vitest'
import { DemoRecords } from './demo-records.ts'
import { checkAll } from './page-checks.ts'
import { openStage } from './stage.ts'

const stage = openStage()

test('every page of sessions', async () => {
  const { page } = await stage.visitAs('admin@pemalang.example')
  const records = new DemoRecords(stage.server)
  const [past, next, draft] = [await records.past(), await records.next(), await records.draft()]
  await checkAll(page, [
    ...['', '/undangan', '/kehadiran', '/tanya-jawab', '/materi', '/notula', '/pemberitaan'].map(
      (tab) => `/pertemuan/${past}${tab}`,
    ),
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
    ...['', '/kalender', '/kalender?tampilan=pekan', '/rangkaian', '/pengingat', '/janji'].map(
      (part) => `/pertemuan${part}`,
    ),
    `/pertemuan/rangkaian/${await records.one('series')}`,
  ])
})

test('what a manager, the desk and the regional office see', async () => {
  for (const [email, addresses] of [
    ['kepala@pemalang.example', ['/', '/pemberitaan', '/wartawan', '/pengaturan']],
    ['tamu@pemalang.example', ['/pertemuan', '/pengaturan/akun']],
    ['kanwil@jateng.example', ['/', '/laporan?periode=year', '/pertemuan']],
  ] as const) {
    const { page } = await stage.visitAs(email)
    await checkAll(page, addresses)
  }
})
