import { catalogue } from '../../i18n.tsx'

export const printStrings = catalogue({
  id: {
    print: 'Cetak',
    blank: 'Daftar hadir kosong',
    blankHelp: 'Nama yang ditunggu dan 15 baris kosong',
    filled: 'Daftar hadir terisi',
    filledHelp: 'Yang hadir, dengan jam masuknya',
    badges: 'Kartu nama',
    badgesHelp: 'Untuk yang menjawab akan hadir, dengan kode pas',
  },
  en: {
    print: 'Print',
    blank: 'Blank attendance sheet',
    blankHelp: 'Names expected and 15 empty rows',
    filled: 'Filled attendance sheet',
    filledHelp: 'Those present, with their times',
    badges: 'Name badges',
    badgesHelp: 'For those attending, with the code of the pass',
  },
})
