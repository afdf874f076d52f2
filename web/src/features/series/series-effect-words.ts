import type { SeriesEffect } from '@ngopi/shared/series'
import { type Locale, translator } from '../../i18n.tsx'
import { effectStrings } from './series-effect.strings.ts'

const order = ['changed', 'toReconfirm', 'offRule', 'added', 'removed', 'leftAlone'] as const

const counts = (effect: SeriesEffect): Record<(typeof order)[number], number> => ({
  added: effect.added,
  removed: effect.removed,
  changed: effect.changed.length,
  toReconfirm: effect.toReconfirm,
  offRule: effect.offRule.length,
  leftAlone: effect.leftAlone.length,
})

/** Whether a change does anything to sessions. */
export const hasEffect = (effect: SeriesEffect): boolean =>
  Object.values(counts(effect)).some((n) => n > 0)

/** "3 pertemuan berubah; 14 undangan akan diminta konfirmasi ulang; 1 pertemuan perlu diputuskan." */
export const effectWords = (effect: SeriesEffect, locale: Locale): string => {
  const t = translator(effectStrings, locale)
  const of = counts(effect)
  const said = order.filter((kind) => of[kind] > 0).map((kind) => t(kind, { n: of[kind] }))
  return `${said.join('; ') || t('nothing')}.`
}
