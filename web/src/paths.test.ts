import { expect, it } from 'vitest'
import { paths } from './paths.ts'

it('keeps the addresses that people have bookmarked and that mails carry', () => {
  const shown = Object.values(paths).map((path) => (typeof path === 'string' ? path : path('a b')))
  expect(shown).toEqual([
    '/',
    '/masuk',
    '/atur',
    '/sandi',
    '/sandi/a%20b',
    '/pertemuan',
    '/pertemuan/kalender',
    '/pertemuan/rangkaian',
    '/pertemuan/rangkaian/a%20b',
    '/pertemuan/a%20b',
    '/pertemuan/a%20b/undangan',
    '/pertemuan/a%20b/kehadiran',
    '/pertemuan/a%20b/tanya-jawab',
    '/pertemuan/a%20b/pemberitaan',
    '/pertemuan/a%20b/meja',
    '/media',
    '/media/a%20b',
    '/wartawan',
    '/wartawan/a%20b',
    '/pemberitaan',
    '/pemberitaan/a%20b',
    '/laporan',
    '/pengaturan',
    '/pengaturan/kantor',
    '/pengaturan/pengguna',
    '/pengaturan/kantor-bawahan',
    '/pengaturan/akun',
    '/pengaturan/aktivitas',
    '/pengaturan/surel',
    '/pengaturan/hari-libur',
    '/pengaturan/kalender',
  ])
})
