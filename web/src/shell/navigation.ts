import type { Role } from '@ngopi/shared/roles'
import { paths } from '../paths.ts'
import type { IconName } from '../ui/icon.tsx'

export interface Entry {
  readonly key:
    | 'home'
    | 'sessions'
    | 'outlets'
    | 'journalists'
    | 'coverage'
    | 'reports'
    | 'settings'
  readonly to: string
  readonly icon: IconName
  /** Also in the bar of a phone; the rest is under Lainnya. */
  readonly onPhone?: true
}

const all: readonly Entry[] = [
  { key: 'home', to: paths.home, icon: 'home', onPhone: true },
  { key: 'sessions', to: paths.sessions, icon: 'calendar', onPhone: true },
  { key: 'outlets', to: paths.outlets, icon: 'newspaper' },
  { key: 'journalists', to: paths.journalists, icon: 'people', onPhone: true },
  { key: 'coverage', to: paths.coverageList, icon: 'broadcast' },
  { key: 'reports', to: paths.reports, icon: 'chart' },
]

const settings: Entry = { key: 'settings', to: paths.settings, icon: 'settings' }

/** The desk has the door and nothing else. */
export const entriesFor = (role: Role): readonly Entry[] =>
  role === 'desk' ? all.filter((entry) => entry.key === 'sessions') : all

/** At the foot of the rail; the desk finds its own account under its name. */
export const footEntriesFor = (role: Role): readonly Entry[] => (role === 'desk' ? [] : [settings])

/** Whether a role has anything to do at an address; the desk is led back to its sessions. */
export const mayOpen = (role: Role, pathname: string): boolean =>
  role !== 'desk' ||
  ([paths.sessions, paths.myAccount].some((path) => pathname.startsWith(path)) &&
    ![paths.sessionsCalendar, paths.seriesList, paths.reminders].some((path) =>
      pathname.startsWith(path),
    ))

/** Whether an entry is the one the address belongs to. */
export const isCurrent = (entry: Entry, pathname: string): boolean =>
  entry.to === '/' ? pathname === '/' : pathname === entry.to || pathname.startsWith(`${entry.to}/`)
