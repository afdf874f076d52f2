import { holidaysApi, type OfficeDay } from '@ngopi/shared/holidays'
import { useLocale, useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { formatDay } from '../../lib/format-time.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { holidayStrings } from './holiday.strings.ts'

/** First words of the queries whose answers speak of holidays. */
export const holidayReaders = ['holidays', 'calendar-warnings', 'sessions', 'series'] as const

interface Word {
  date: string
  /** What the office says from now on; null: nothing, the calendar holds. */
  now: Omit<OfficeDay, 'date'> | null
  /** What it said before, for "Urungkan". */
  before: Omit<OfficeDay, 'date'> | null
}

const say = (date: string, word: Word['now']): Promise<unknown> =>
  word
    ? call(holidaysApi.put, { params: { date }, body: { name: word.name, kind: word.kind } })
    : call(holidaysApi.remove, { params: { date } })

/** What the office says of a day, said at once, with a way back. */
export const useOfficeWord = () => {
  const t = useT(holidayStrings)
  const locale = useLocale()
  return useUndoable<Word>({
    run: ({ date, now }) => say(date, now),
    undo: ({ date, before }) => say(date, before),
    message: ({ date, now }) => {
      const day = formatDay(date, locale)
      if (now === null) return t('takenBack', { day })
      return now.kind === 'working_day'
        ? t('nowWorks', { day })
        : t('saved', { day, kind: t(`kind.${now.kind}`) })
    },
    refreshes: holidayReaders,
  })
}
