import { catalogue } from '../../i18n.tsx'

export const reportsStrings = catalogue({
  id: {
    title: 'Laporan',
    period: 'Masa',
    periods: {
      month: 'Bulan ini',
      quarter: '3 bulan',
      year: 'Tahun ini',
      custom: 'Pilih tanggal',
    },
    from: 'Dari',
    to: 'Sampai',
    order: 'Tanggal akhir harus sesudah tanggal awal.',
    office: 'Kantor',
    allOffices: 'Semua kantor',
    called: '{published, number} dari {invited, number} undangan berbuah pemberitaan',
    calledHint:
      '{attended, number} dari yang diundang datang, dalam {sessions, plural, other {# pertemuan}}.',
    beside: {
      title: 'Di luar garis itu',
      walkIns: 'tamu tanpa undangan',
      walkInsHint: 'Dihitung dalam kehadiran, tidak dalam tingkat jawaban.',
      placements: 'pemberitaan',
      placementsHint: 'Satu tulisan di dua media dihitung dua.',
    },
    line: 'Dari undangan ke pemberitaan',
    step: {
      invited: 'Diundang',
      answered: 'Menjawab',
      attending: 'Menyatakan hadir',
      attended: 'Datang',
      asked: 'Bertanya',
      published: 'Memberitakan',
      walkIns: 'Tanpa undangan',
      placements: 'Pemberitaan',
    },
    overTime: 'Pertemuan demi pertemuan',
    overTimeText: 'Banyaknya undangan, tamu undangan yang datang, dan undangan yang memberitakan.',
    tooFew: 'Grafik tampil mulai dari dua pertemuan.',
    oneOffice: 'Pilih satu kantor untuk melihat perkembangannya.',
    table: 'Angka tiap pertemuan',
    session: 'Pertemuan',
    total: 'Jumlah',
    method: {
      title: 'Cara menghitung',
      sessions:
        'Pertemuan yang dimulai dalam masa ini, menurut tanggal di zona waktu kantor. Rancangan dan yang dibatalkan tidak dihitung.',
      invitations:
        '“Diundang” sampai “Memberitakan” menghitung undangan, bukan orang: yang diundang dua kali dihitung dua kali.',
      attended: '“Datang” hanya tamu undangan yang tercatat hadir di meja tamu atau di daftar.',
      published:
        '“Memberitakan” ialah undangan yang menghasilkan sedikitnya satu pemberitaan yang tidak diabaikan; berita tanpa nama wartawan dihitung bagi undangan medianya.',
      principles:
        'Mengikuti Prinsip Barcelona: yang dilaporkan ialah hasil dan caranya dihitung. Tidak ada nilai setara iklan (AVE), tidak ada skor gabungan, dan wartawan tidak diperingkat menurut nada beritanya; pers bekerja mandiri.',
    },
    empty: 'Belum ada pertemuan dalam masa ini',
    emptyText: 'Pilih masa yang lebih panjang, atau rencanakan pertemuan.',
    thisYear: 'Lihat tahun ini',
    plan: 'Rencanakan pertemuan',
  },
  en: {
    title: 'Reports',
    period: 'Period',
    periods: {
      month: 'This month',
      quarter: '3 months',
      year: 'This year',
      custom: 'Choose days',
    },
    from: 'From',
    to: 'To',
    order: 'The last day must follow the first.',
    office: 'Office',
    allOffices: 'All offices',
    called: '{published, number} of {invited, number} invitations led to coverage',
    calledHint:
      '{attended, number} of those invited came, over {sessions, plural, one {# session} other {# sessions}}.',
    beside: {
      title: 'Beside that line',
      walkIns: 'walk-ins',
      walkInsHint: 'Counted as attendance, never in the response rate.',
      placements: 'pieces of coverage',
      placementsHint: 'One story in two outlets counts twice.',
    },
    line: 'From invitation to coverage',
    step: {
      invited: 'Invited',
      answered: 'Answered',
      attending: 'Said they would come',
      attended: 'Came',
      asked: 'Asked',
      published: 'Published',
      walkIns: 'Walk-ins',
      placements: 'Coverage',
    },
    overTime: 'Session by session',
    overTimeText: 'Invitations, invited guests who came, and invitations that led to coverage.',
    tooFew: 'The chart appears from two sessions on.',
    oneOffice: 'Choose one office to see how it goes on.',
    table: 'Figures of each session',
    session: 'Session',
    total: 'Total',
    method: {
      title: 'How this is counted',
      sessions:
        "Sessions that start in this period, by the day in the office's time zone. Drafts and cancelled ones do not count.",
      invitations:
        '“Invited” to “Published” count invitations, not people: who is invited twice counts twice.',
      attended: '“Came” are invited guests recorded as present, at the desk or in the list.',
      published:
        '“Published” are invitations with at least one piece of coverage not dismissed; a piece that names no journalist counts for the invitations of its outlet.',
      principles:
        'After the Barcelona Principles: outcomes are reported, and how they are counted. There is no advertising value equivalent (AVE), no blended score, and journalists are not ranked by tone; the press is independent.',
    },
    empty: 'No sessions in this period',
    emptyText: 'Choose a longer period, or plan a session.',
    thisYear: 'See this year',
    plan: 'Plan a session',
  },
})
