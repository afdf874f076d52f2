import { catalogue } from '../../i18n.tsx'

export const officeLogoStrings = catalogue({
  id: {
    logo: 'Logo',
    help: 'PNG atau JPEG. Gambar besar diperkecil untuk kop surat; perubahan langsung tersimpan.',
    alt: 'Logo kop surat',
    choose: 'Pilih gambar',
    replace: 'Ganti gambar',
    remove: 'Hapus logo',
    stored: 'Logo tersimpan.',
    removed: 'Logo dihapus.',
    unreadable: 'Berkas ini bukan gambar yang dapat dibaca. Pilih gambar PNG atau JPEG.',
  },
  en: {
    logo: 'Emblem',
    help: 'PNG or JPEG. Large pictures are made smaller for the letterhead; changes are saved at once.',
    alt: 'Emblem in the letterhead',
    choose: 'Choose picture',
    replace: 'Replace picture',
    remove: 'Remove emblem',
    stored: 'Emblem saved.',
    removed: 'Emblem removed.',
    unreadable: 'This file is no picture that can be read. Choose a PNG or JPEG.',
  },
})
