import { resolve } from 'node:path'
import Fastify, { LogController } from 'fastify'
import { accountRoutes } from './accounts/routes.ts'
import { logRoutes } from './activity/routes.ts'
import { sessionEventRoutes } from './attendance/live/event-routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { sheetRoutes } from './attendance/sheets/sheet-routes.ts'
import { calendarFeedRoutes } from './calendar-feeds/routes.ts'
import { closeSession } from './closing/commands.ts'
import { closingRoutes } from './closing/routes.ts'
import { commitmentRoutes } from './commitments/routes.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { guestPageRoutes } from './guest-page/routes.ts'
import { holidayRoutes } from './holidays/routes.ts'
import { homeRoutes } from './home/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { jobRoutes } from './jobs/routes.ts'
import { proofRoutes } from './letters/proof-routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { materialRoutes } from './materials/routes.ts'
import { previewRoutes } from './messaging/preview-routes.ts'
import { minutesRoutes } from './minutes/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { journalistRoutes } from './partners/journalist-routes.ts'
import { outletRoutes } from './partners/outlet-routes.ts'
import { answerInTime } from './platform/answer-in-time.ts'
import type { App } from './platform/app-type.ts'
import { registerAuth } from './platform/auth.ts'
import { jsonBodyLimit, registerBodyParser } from './platform/body-parser.ts'
import { serializerCompiler, validatorCompiler } from './platform/contract.ts'
import type { Deps } from './platform/deps.ts'
import { answerTo, registerErrorHandler } from './platform/error-handler.ts'
import { warnOfUntrustedProxy } from './platform/forwarded-headers.ts'
import { guardRefusal, registerHeaders } from './platform/headers.ts'
import { registerHealth } from './platform/health.ts'
import { newId } from './platform/ids.ts'
import { registerOpenApi } from './platform/openapi.ts'
import { registerWebApp } from './platform/spa.ts'
import { registerUnaskedParts } from './platform/unasked-parts.ts'
import { questionsByIds } from './questions/queries.ts'
import { questionRoutes } from './questions/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { rsvpRoutes } from './rsvp/routes.ts'
import { sessionGuests } from './rsvp/session-guests.ts'
import { searchRoutes } from './search/routes.ts'
import { inviteRoutes } from './segments/invite-routes.ts'
import { segmentRoutes } from './segments/routes.ts'
import { sendingRoutes } from './sending/routes.ts'
import { seriesOfSession } from './series/occurrence-commands.ts'
import { seriesRoutes } from './series/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { whatsappHookRoutes } from './whatsapp/hook-routes.ts'
import { whatsappQueueRoutes } from './whatsapp/queue-routes.ts'

/** Builds the server, not yet listening; it owns none of its dependencies. */
export async function buildApp(deps: Deps): Promise<App> {
  const { config, limits } = deps
  const app: App = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : { level: config.logLevel, ...(deps.logTo && { stream: deps.logTo }) },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: jsonBodyLimit,
    requestTimeout: limits.request,
    http: { headersTimeout: 15_000 },
    connectionTimeout: limits.silence,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => void answerTo(error, request, guardRefusal(reply)),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  registerErrorHandler(app)
  answerInTime(app)
  warnOfUntrustedProxy(app)
  await registerHeaders(app, { https: deps.publicUrl.startsWith('https:') })
  registerBodyParser(app)
  registerUnaskedParts(app)
  await registerOpenApi(app)
  await registerAuth(app, deps)
  registerHealth(app, deps)
  // FEATURES
  await accountRoutes(app, deps)
  logRoutes(app, deps)
  jobRoutes(app, deps)
  outletRoutes(app, deps)
  journalistRoutes(app, deps)
  holidayRoutes(app, deps)
  sessionRoutes(app, deps, { guests: sessionGuests, series: seriesOfSession, close: closeSession })
  seriesRoutes(app, deps, sessionGuests)
  await calendarFeedRoutes(app, deps)
  invitationRoutes(app, deps)
  letterRoutes(app, deps)
  await proofRoutes(app, deps)
  templateRoutes(app, deps)
  previewRoutes(app, deps)
  whatsappQueueRoutes(app, deps)
  await whatsappHookRoutes(app, deps)
  sendingRoutes(app, deps)
  rsvpRoutes(app, deps)
  reminderRoutes(app, deps)
  attendanceRoutes(app, deps)
  sessionEventRoutes(app, deps, { readQuestions: questionsByIds })
  sheetRoutes(app, deps)
  commitmentRoutes(app, deps)
  questionRoutes(app, deps)
  await materialRoutes(app, deps)
  await guestPageRoutes(app, deps)
  minutesRoutes(app, deps)
  paperRoutes(app, deps)
  coverageRoutes(app, deps)
  segmentRoutes(app, deps)
  inviteRoutes(app, deps)
  reportRoutes(app, deps)
  homeRoutes(app, deps)
  searchRoutes(app, deps)
  closingRoutes(app, deps)
  await registerWebApp(app, { webRoot: resolve(deps.webRoot) })
  return app
}
