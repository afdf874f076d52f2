import type { newSession } from '@ngopi/shared/sessions'
import type { z } from 'zod'
import type { AgendaItem } from './tables.ts'

/** A programme as it is stored: what was left out is null. */
export const agendaOf = (items: z.output<typeof newSession>['agenda']): AgendaItem[] =>
  items.map(({ title, offsetMinutes, minutes, speaker }) => ({
    title,
    offsetMinutes: offsetMinutes ?? null,
    minutes: minutes ?? null,
    speaker: speaker || null,
  }))
