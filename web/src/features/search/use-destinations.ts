import { coverageApi } from '@ngopi/shared/coverage'
import { journalistsApi } from '@ngopi/shared/journalists'
import { outletsApi } from '@ngopi/shared/outlets'
import { sessionsApi } from '@ngopi/shared/sessions'
import { useT } from '../../i18n.tsx'
import { useMay, useUser } from '../../lib/use-session.ts'
import { paths } from '../../paths.ts'
import { entriesFor, footEntriesFor } from '../../shell/navigation.ts'
import { shellStrings } from '../../shell/shell.strings.ts'
import type { Choice } from './choices.ts'
import { searchStrings } from './search.strings.ts'

/** `?baru=1` opens the form of a list page. */
const form = { baru: '1' }

/** What the user may start, and where they may go. */
export const useDestinations = (): { actions: Choice[]; pages: Choice[] } => {
  const t = useT(searchStrings)
  const shell = useT(shellStrings)
  const user = useUser()
  const may = {
    newSession: useMay(sessionsApi.create),
    newJournalist: useMay(journalistsApi.create),
    newOutlet: useMay(outletsApi.create),
    newCoverage: useMay(coverageApi.create),
  }
  const all = [
    ['newSession', paths.sessions],
    ['newJournalist', paths.journalists],
    ['newOutlet', paths.outlets],
    ['newCoverage', paths.coverageList],
  ] as const
  return {
    actions: all
      .filter(([key]) => may[key])
      .map(([key, to]) => ({ key, label: t(`action.${key}`), icon: 'plus', to, search: form })),
    pages: [...entriesFor(user.role), ...footEntriesFor(user.role)].map((entry) => ({
      key: `page:${entry.key}`,
      label: shell(`nav.${entry.key}`),
      icon: entry.icon,
      to: entry.to,
    })),
  }
}

/** Recording what was looked for and not found. */
export const useRecordNamed = () => {
  const t = useT(searchStrings)
  const mayJournalist = useMay(journalistsApi.create)
  const mayOutlet = useMay(outletsApi.create)
  return (name: string): Choice[] => [
    ...(mayJournalist
      ? [
          {
            key: 'record:journalist',
            label: t('recordJournalist', { name }),
            icon: 'plus',
            to: paths.journalists,
            search: { ...form, nama: name },
          } satisfies Choice,
        ]
      : []),
    ...(mayOutlet
      ? [
          {
            key: 'record:outlet',
            label: t('recordOutlet', { name }),
            icon: 'plus',
            to: paths.outlets,
            search: { ...form, nama: name },
          } satisfies Choice,
        ]
      : []),
  ]
}
