import type { accountsApi, mailsApi } from './accounts.ts'
import type { activityApi } from './activity.ts'
import type { attendanceApi } from './attendance.ts'
import type { calendarFeedsApi } from './calendar-feeds.ts'
import type { closingsApi } from './closings.ts'
import type { commitmentsApi } from './commitments.ts'
import type { coverageApi } from './coverage.ts'
import type { holidaysApi } from './holidays.ts'
import type { invitationsApi } from './invitations.ts'
import type { jobsApi } from './jobs.ts'
import type { journalistsApi } from './journalists.ts'
import type { lettersApi } from './letters.ts'
import type { materialsApi } from './materials.ts'
import type { minutesApi } from './minutes.ts'
import type { officesApi } from './offices.ts'
import type { outletsApi } from './outlets.ts'
import type { papersApi } from './papers.ts'
import type { questionsApi } from './questions.ts'
import type { remindersApi } from './reminders.ts'
import type { reportsApi } from './reports.ts'
import type { representationsApi } from './representations.ts'
import type { searchApi } from './search.ts'
import type { segmentsApi } from './segments.ts'
import type { seriesApi } from './series.ts'
import type { sessionEventsApi } from './session-events.ts'
import type { sessionsApi } from './sessions.ts'
import type { templatesApi } from './templates.ts'
import type { timelineApi } from './timeline.ts'
import type { whatsappApi } from './whatsapp.ts'

type Apis =
  | typeof accountsApi
  | typeof activityApi
  | typeof attendanceApi
  | typeof calendarFeedsApi
  | typeof closingsApi
  | typeof commitmentsApi
  | typeof coverageApi
  | typeof holidaysApi
  | typeof invitationsApi
  | typeof jobsApi
  | typeof journalistsApi
  | typeof lettersApi
  | typeof mailsApi
  | typeof materialsApi
  | typeof minutesApi
  | typeof officesApi
  | typeof outletsApi
  | typeof papersApi
  | typeof questionsApi
  | typeof remindersApi
  | typeof reportsApi
  | typeof representationsApi
  | typeof searchApi
  | typeof segmentsApi
  | typeof seriesApi
  | typeof sessionEventsApi
  | typeof sessionsApi
  | typeof templatesApi
  | typeof timelineApi
  | typeof whatsappApi

type UrlIn<Api> = Api extends unknown
  ? { [K in keyof Api]: Api[K] extends { readonly url: infer U } ? U : never }[keyof Api]
  : never

type FirstWord<Url> = Url extends `/api/${infer Word}/${string}`
  ? Word
  : Url extends `/api/${infer Word}`
    ? Word
    : never

/** The first word of an address below `/api/`: what a client reads again when something of it has changed. */
export type Resource = FirstWord<UrlIn<Apis>>
