import type { attendanceSource } from '@ngopi/shared/attendance'
import type { z } from 'zod'

/** Rows to write in for guests nobody expected. */
export const emptyRows = 15

const sources: Record<z.infer<typeof attendanceSource>, string> = {
  pass: 'kartu tamu',
  list: 'daftar tamu',
  walk_in: 'tanpa undangan',
  self: 'lapor mandiri',
  import: 'data impor',
}

/** By what a guest was let in, as the sheet says it. */
export const sourceText = (source: keyof typeof sources): string => sources[source]

/**
 * Why the data is taken, by whom, and how long it is kept. The sheet lies open for every guest to read, which is why it
 * shows no number in full.
 */
export function purposeSentence({
  office,
  title,
  contact,
}: {
  office: string
  title: string
  /** Name and number of the press contact; null where the office names none. */
  contact: string | null
}): string {
  return [
    `Nama, media, nomor HP, dan tanda tangan pada daftar ini dikumpulkan oleh ${office} untuk mencatat kehadiran pada ${title} dan menyusun laporannya.`,
    'Data disimpan selama diperlukan sebagai bukti kegiatan, paling lama sampai jadwal retensi arsip kantor berakhir, dan tidak digunakan untuk keperluan lain.',
    `Bapak/Ibu berhak melihat, memperbaiki, atau meminta penghapusannya${contact ? ` melalui ${contact}` : ''} (UU No. 27 Tahun 2022).`,
  ].join(' ')
}
