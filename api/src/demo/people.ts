export interface DemoJournalist {
  fullName: string
  titlePrefix: string | null
  titleSuffix: string | null
  position: string
  competenceLevel: 'none' | 'muda' | 'madya' | 'utama'
  associations: string[]
  beats: string[]
  tags: string[]
}

const given = [
  'Agus',
  'Ratna',
  'Bambang',
  'Siti',
  'Dwi',
  'Endang',
  'Fajar',
  'Galih',
  'Hesti',
  'Imam',
  'Joko',
  'Kartika',
  'Lukman',
  'Maya',
  'Nur',
  'Okta',
  'Puji',
  'Rizal',
  'Sri',
  'Teguh',
  'Umi',
  'Vina',
  'Wawan',
  'Yuni',
  'Zaenal',
  'Arum',
  'Bayu',
  'Citra',
  'Danang',
  'Eka',
]
const family = [
  'Prasetyo',
  'Wulandari',
  'Santosa',
  'Rahmawati',
  'Nugroho',
  'Lestari',
  'Hidayat',
  'Kusuma',
  'Setyawan',
  'Anggraini',
  'Wibowo',
  'Handayani',
  'Firmansyah',
  'Maharani',
  'Suryanto',
  'Puspitasari',
  'Saputra',
]
const single = ['Sutrisno', 'Wahyuni', 'Kasmuri', 'Tarjono', 'Rusmini', 'Daryanto', 'Slamet']
const positions = [
  'Wartawan',
  'Wartawan',
  'Reporter',
  'Redaktur',
  'Juru kamera',
  'Fotografer',
  'Kontributor',
]
const beats = [
  'imigrasi',
  'hukum',
  'pemerintahan',
  'ekonomi',
  'ketenagakerjaan',
  'pariwisata',
  'kriminal',
]
const levels = ['none', 'muda', 'muda', 'madya', 'none', 'utama', 'muda'] as const

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

/** Invented journalists, `count` of them from number `first` on; every ninth has a one-word name. */
export function inventedJournalists(count: number, first = 0): DemoJournalist[] {
  return Array.from({ length: count }, (_, k) => {
    const i = first + k
    const bare =
      i % 9 === 4
        ? pick(single, Math.floor(i / 9))
        : `${pick(given, i * 7)} ${pick(family, i * 5 + 3)}`
    const position = pick(positions, i)
    return {
      fullName: `${bare} (contoh)`,
      titlePrefix: i % 17 === 5 ? 'H.' : null,
      titleSuffix: i % 11 === 3 ? 'S.Sos.' : i % 23 === 7 ? 'S.I.Kom., M.I.Kom.' : null,
      position,
      competenceLevel: pick(levels, i),
      associations:
        i % 3 === 0 ? ['PWI'] : i % 7 === 2 ? ['AJI'] : position === 'Juru kamera' ? ['IJTI'] : [],
      beats: [...new Set([pick(beats, i), pick(beats, i * 3 + 1)])],
      tags: i % 4 === 0 ? ['pokja imigrasi'] : [],
    }
  })
}

/** A number nobody has: the block 0812-0000 is not given out. */
export const inventedPhone = (i: number): string =>
  `+62812000${String(10_000 + i * 37).padStart(5, '0')}`
