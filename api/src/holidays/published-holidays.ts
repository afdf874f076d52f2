import type { HolidayKind } from '@ngopi/shared/holidays'

/** A year as the government published it: the days, and the joint decree of three ministers they stand in. */
export interface PublishedYear {
  source: string
  /** Day, name, and whether it is joint leave (cuti bersama) instead of a national holiday. */
  days: readonly (readonly [date: string, name: string, kind: HolidayKind])[]
}

/**
 * National holidays and joint leave of Indonesia. To ship another year, add it here from the text of
 * its decree ("SKB 3 Menteri"): ministers of religion, of manpower and of administrative reform, in this order of its
 * numbers; say beside it where the text was read. Other years are computed, and say that they are estimated.
 */
export const publishedYears: Readonly<Record<number, PublishedYear>> = {
  2025: {
    // Of 14 October 2024 (jpnn.com, menpan.go.id: 17 national holidays, 10 days of joint leave), changed on 7 August 2025 by
    // 933/2025, 1/2025, 3/2025, which adds 18 August (jpnn.com, bloombergtechnoz.com).
    source: 'SKB 3 Menteri 1017/2024, 2/2024, 2/2024, diubah dengan 933/2025, 1/2025, 3/2025',
    days: [
      ['2025-01-01', 'Tahun Baru 2025 Masehi', 'national'],
      ['2025-01-27', 'Isra Mikraj Nabi Muhammad SAW', 'national'],
      ['2025-01-28', 'Tahun Baru Imlek', 'joint_leave'],
      ['2025-01-29', 'Tahun Baru Imlek 2576 Kongzili', 'national'],
      ['2025-03-28', 'Hari Suci Nyepi', 'joint_leave'],
      ['2025-03-29', 'Hari Suci Nyepi (Tahun Baru Saka 1947)', 'national'],
      ['2025-03-31', 'Idul Fitri 1446 Hijriah', 'national'],
      ['2025-04-01', 'Idul Fitri 1446 Hijriah', 'national'],
      ['2025-04-02', 'Idul Fitri', 'joint_leave'],
      ['2025-04-03', 'Idul Fitri', 'joint_leave'],
      ['2025-04-04', 'Idul Fitri', 'joint_leave'],
      ['2025-04-07', 'Idul Fitri', 'joint_leave'],
      ['2025-04-18', 'Wafat Yesus Kristus', 'national'],
      ['2025-04-20', 'Kebangkitan Yesus Kristus (Paskah)', 'national'],
      ['2025-05-01', 'Hari Buruh Internasional', 'national'],
      ['2025-05-12', 'Hari Raya Waisak 2569 BE', 'national'],
      ['2025-05-13', 'Hari Raya Waisak', 'joint_leave'],
      ['2025-05-29', 'Kenaikan Yesus Kristus', 'national'],
      ['2025-05-30', 'Kenaikan Yesus Kristus', 'joint_leave'],
      ['2025-06-01', 'Hari Lahir Pancasila', 'national'],
      ['2025-06-06', 'Idul Adha 1446 Hijriah', 'national'],
      ['2025-06-09', 'Idul Adha', 'joint_leave'],
      ['2025-06-27', '1 Muharam Tahun Baru Islam 1447 Hijriah', 'national'],
      ['2025-08-17', 'Proklamasi Kemerdekaan', 'national'],
      ['2025-08-18', 'Proklamasi Kemerdekaan', 'joint_leave'],
      ['2025-09-05', 'Maulid Nabi Muhammad SAW', 'national'],
      ['2025-12-25', 'Kelahiran Yesus Kristus', 'national'],
      ['2025-12-26', 'Kelahiran Yesus Kristus', 'joint_leave'],
    ],
  },
  2026: {
    // As disdiksmg.semarangkota.go.id and brilio.net print it: 17 national holidays, 8 days of joint leave.
    source: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025',
    days: [
      ['2026-01-01', 'Tahun Baru 2026 Masehi', 'national'],
      ['2026-01-16', 'Isra Mikraj Nabi Muhammad SAW', 'national'],
      ['2026-02-16', 'Tahun Baru Imlek', 'joint_leave'],
      ['2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'national'],
      ['2026-03-18', 'Hari Suci Nyepi', 'joint_leave'],
      ['2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'national'],
      ['2026-03-20', 'Idul Fitri', 'joint_leave'],
      ['2026-03-21', 'Idul Fitri 1447 Hijriah', 'national'],
      ['2026-03-22', 'Idul Fitri 1447 Hijriah', 'national'],
      ['2026-03-23', 'Idul Fitri', 'joint_leave'],
      ['2026-03-24', 'Idul Fitri', 'joint_leave'],
      ['2026-04-03', 'Wafat Yesus Kristus', 'national'],
      ['2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'national'],
      ['2026-05-01', 'Hari Buruh Internasional', 'national'],
      ['2026-05-14', 'Kenaikan Yesus Kristus', 'national'],
      ['2026-05-15', 'Kenaikan Yesus Kristus', 'joint_leave'],
      ['2026-05-27', 'Idul Adha 1447 Hijriah', 'national'],
      ['2026-05-28', 'Idul Adha', 'joint_leave'],
      ['2026-05-31', 'Hari Raya Waisak 2570 BE', 'national'],
      ['2026-06-01', 'Hari Lahir Pancasila', 'national'],
      ['2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah', 'national'],
      ['2026-08-17', 'Proklamasi Kemerdekaan', 'national'],
      ['2026-08-25', 'Maulid Nabi Muhammad SAW', 'national'],
      ['2026-12-24', 'Kelahiran Yesus Kristus', 'joint_leave'],
      ['2026-12-25', 'Kelahiran Yesus Kristus', 'national'],
    ],
  },
}
