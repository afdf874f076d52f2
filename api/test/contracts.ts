import { accountsApi, mailsApi } from '@ngopi/shared/accounts'
import { activityApi } from '@ngopi/shared/activity'
import { attendanceApi } from '@ngopi/shared/attendance'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import { closingsApi } from '@ngopi/shared/closings'
import { commitmentsApi } from '@ngopi/shared/commitments'
import { coverageApi } from '@ngopi/shared/coverage'
import type { Endpoint } from '@ngopi/shared/endpoint'
import { holidaysApi } from '@ngopi/shared/holidays'
import { invitationsApi } from '@ngopi/shared/invitations'
import { jobsApi } from '@ngopi/shared/jobs'
import { journalistsApi } from '@ngopi/shared/journalists'
import { lettersApi } from '@ngopi/shared/letters'
import { materialsApi } from '@ngopi/shared/materials'
import { minutesApi } from '@ngopi/shared/minutes'
import { officesApi } from '@ngopi/shared/offices'
import { outletsApi } from '@ngopi/shared/outlets'
import { papersApi } from '@ngopi/shared/papers'
import { questionsApi } from '@ngopi/shared/questions'
import { remindersApi } from '@ngopi/shared/reminders'
import { reportsApi } from '@ngopi/shared/reports'
import { representationsApi } from '@ngopi/shared/representations'
import { searchApi } from '@ngopi/shared/search'
import { segmentsApi } from '@ngopi/shared/segments'
import { seriesApi } from '@ngopi/shared/series'
import { sessionEventsApi } from '@ngopi/shared/session-events'
import { sessionsApi } from '@ngopi/shared/sessions'
import { templatesApi } from '@ngopi/shared/templates'
import { timelineApi } from '@ngopi/shared/timeline'
import { whatsappApi } from '@ngopi/shared/whatsapp'

/** Every operation of the API. */
export const contracts: readonly Endpoint[] = [
  accountsApi,
  mailsApi,
  activityApi,
  jobsApi,
  officesApi,
  outletsApi,
  journalistsApi,
  sessionsApi,
  segmentsApi,
  seriesApi,
  holidaysApi,
  calendarFeedsApi,
  invitationsApi,
  lettersApi,
  representationsApi,
  templatesApi,
  whatsappApi,
  attendanceApi,
  sessionEventsApi,
  questionsApi,
  commitmentsApi,
  materialsApi,
  papersApi,
  minutesApi,
  closingsApi,
  coverageApi,
  remindersApi,
  reportsApi,
  timelineApi,
  searchApi,
].flatMap((api) => Object.values(api) as Endpoint[])

/** `GET /api/outlets/:id`. */
export const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.url}`
