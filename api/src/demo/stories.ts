/** What was asked at a meeting, with the answer given; the first three are those of October 2025. */
export interface DemoQuestion {
  text: string
  topic: string
  answer: string
}

export const firstMeetingQuestions: DemoQuestion[] = [
  {
    text: 'Apa penyebab lonjakan permohonan paspor, dan bagaimana kantor menanganinya?',
    topic: 'Paspor',
    answer: 'Kuota harian ditambah dan layanan paspor keliling diperluas ke kecamatan.',
  },
  {
    text: 'Bagaimana mencegah paspor disalahgunakan untuk bekerja secara nonprosedural?',
    topic: 'Penyalahgunaan paspor',
    answer: 'Pemohon diwawancarai lebih dalam dan permohonan yang meragukan ditunda.',
  },
  {
    text: 'Berapa tenaga kerja asing di wilayah kerja kantor, dan berapa yang memegang ITAP?',
    topic: 'Tenaga kerja asing',
    answer: 'Hingga Oktober 2025 tercatat 1.709 TKA; 17 di antaranya memegang ITAP.',
  },
]

export const laterQuestions: DemoQuestion[] = [
  {
    text: 'Kapan layanan paspor keliling hadir di Kecamatan Moga?',
    topic: 'Paspor',
    answer: 'Dijadwalkan bergilir setiap bulan.',
  },
  {
    text: 'Apakah antrean daring masih dibatasi per hari?',
    topic: 'Paspor',
    answer: 'Ya, dengan kuota tambahan bagi lansia.',
  },
  {
    text: 'Berapa tindakan administratif keimigrasian bulan ini?',
    topic: 'Pengawasan',
    answer: 'Rinciannya dibagikan dalam materi pertemuan.',
  },
  {
    text: 'Bagaimana pengawasan orang asing di kawasan industri?',
    topic: 'Pengawasan',
    answer: 'Melalui Timpora bersama pemerintah daerah.',
  },
  {
    text: 'Apa persiapan kantor menghadapi musim umrah?',
    topic: 'Paspor',
    answer: 'Loket khusus rombongan dibuka pada pagi hari.',
  },
  {
    text: 'Bagaimana target PNBP tahun ini?',
    topic: 'Kinerja',
    answer: 'Realisasi dipaparkan setiap triwulan.',
  },
  {
    text: 'Apakah desa binaan imigrasi akan ditambah?',
    topic: 'Desa binaan',
    answer: 'Dua desa sedang disiapkan.',
  },
]

export const firstMeetingAgenda = [
  { title: 'Pembukaan', minutes: 15, speaker: 'Arief Yudistira, Plt. Kepala Kantor' },
  {
    title: 'Sambutan Kepala Kantor Wilayah',
    minutes: 15,
    speaker: 'Haryono Agus Setiawan, Kakanwil Jawa Tengah',
  },
  {
    title: 'Paparan kinerja: wilayah kerja, PNBP, pengawasan orang asing, paspor keliling, TAK',
    minutes: 45,
    speaker: 'Arief Yudistira',
  },
  { title: 'Tanya jawab', minutes: 60, speaker: null },
  { title: 'Ramah tamah', minutes: 15, speaker: null },
]

export const usualAgenda = [
  { title: 'Pembukaan', minutes: 10, speaker: 'Kepala Kantor' },
  { title: 'Paparan kinerja bulan berjalan', minutes: 35, speaker: 'Kepala Kantor' },
  { title: 'Tanya jawab', minutes: 75, speaker: null },
  { title: 'Ngopi bersama', minutes: 30, speaker: null },
]

/** Headlines of invented coverage; the month is filled in. */
export const headlines = [
  'Imigrasi Pemalang Ajak Media Ngopi Bareng, Bahas Layanan Paspor',
  'Layanan Paspor Keliling Pemalang Diperluas',
  'Kantor Imigrasi Paparkan Pengawasan Orang Asing',
  'Permohonan Paspor di Pemalang Naik, Ini Penyebabnya',
  'Antrean Paspor Ditambah, Warga Diminta Datang Sesuai Jadwal',
  'Ngopi Bareng Humas: Imigrasi Jawab Pertanyaan Wartawan',
  'Timpora Pemalang Awasi Tenaga Kerja Asing di Kawasan Industri',
]

/** The three placements after the first meeting. The addresses are examples below the outlets' own sites. */
export const firstMeetingCoverage = [
  {
    domain: 'mataberita.net',
    title: 'Ngopi Bareng Humas, Imigrasi Pemalang Buka Data Kinerja kepada Media',
    day: '2025-10-29',
    clock: '15:20',
    excerpt: 'Menyebut Kakanwil sebagai pejabat Kemenkumham; lembaganya perlu dikoreksi.',
    headline: 'positive',
    body: 'neutral',
    reporting: 'own',
  },
  {
    domain: 'kontenjateng.com',
    title: '1.709 TKA Tercatat di Wilayah Imigrasi Pemalang, 17 Pegang ITAP',
    day: '2025-10-30',
    clock: '08:05',
    excerpt: 'Menyebut Kakanwil dari Direktorat Jenderal Imigrasi.',
    headline: 'neutral',
    body: 'neutral',
    reporting: 'own',
  },
  {
    domain: 'rasikapekalongan.com',
    title: 'Permohonan Paspor Melonjak, Imigrasi Pemalang Tambah Kuota',
    day: '2025-10-30',
    clock: '10:40',
    excerpt: 'Mengutip Plt. Kepala Kantor tentang lonjakan permohonan paspor.',
    headline: 'neutral',
    body: 'positive',
    reporting: 'release',
  },
] as const
