import { catalogue } from '../../i18n.tsx'

/** What a change of a series would do, in words. */
export const effectStrings = catalogue({
  id: {
    nothing: 'Tidak ada pertemuan yang berubah',
    added: '{n, number} pertemuan baru dibuat',
    removed: '{n, number} rancangan yang belum disentuh dihapus',
    changed: '{n, number} pertemuan berubah',
    toReconfirm: '{n, number} undangan akan diminta konfirmasi ulang',
    offRule: '{n, number} pertemuan perlu diputuskan',
    leftAlone: '{n, number} pertemuan yang pernah diubah sendiri tetap seperti adanya',
  },
  en: {
    nothing: 'No session changes',
    added: '{n, plural, one {# new session is made} other {# new sessions are made}}',
    removed: '{n, plural, one {# untouched draft goes} other {# untouched drafts go}}',
    changed: '{n, plural, one {# session changes} other {# sessions change}}',
    toReconfirm:
      '{n, plural, one {# guest will be asked to confirm again} other {# guests will be asked to confirm again}}',
    offRule: '{n, plural, one {# session is to be decided} other {# sessions are to be decided}}',
    leftAlone:
      '{n, plural, one {# session changed by hand stays as it is} other {# sessions changed by hand stay as they are}}',
  },
})
