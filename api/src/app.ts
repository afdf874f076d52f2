import { resolve } from 'node:path'
import Fastify, { LogController } from 'fastify'
import { accountRoutes } from './accounts/routes.ts'
import { sessionEventRoutes } from './attendance/live/event-routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { reportThere } from './attendance/self-report-commands.ts'
import { sheetRoutes } from './attendance/sheets/sheet-routes.ts'
import { coverageRoutes } from './coverage/routes.ts'
import { deliveryRoutes } from './invitations/delivery-routes.ts'
import { letterRoutes } from './invitations/letters/letter-routes.ts'
import { proofRoutes } from './invitations/letters/proof-routes.ts'
import { personalPageRoutes } from './invitations/personal-page-routes.ts'
import { reminderRoutes } from './invitations/reminders/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { sessionGuests } from './invitations/session-guests.ts'
import { substitutionRoutes } from './invitations/substitution-routes.ts'
import { templateRoutes } from './invitations/templates/routes.ts'
import { whatsappHookRoutes } from './invitations/whatsapp/hook-routes.ts'
import { whatsappQueueRoutes } from './invitations/whatsapp/queue-routes.ts'
import { handOutMaterials } from './materials/hand-out.ts'
import { materialRoutes } from './materials/routes.ts'
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
import { askInAdvance } from './questions/commands.ts'
import { commitmentRoutes } from './questions/commitment-routes.ts'
import { questionsByIds } from './questions/queries.ts'
import { questionRoutes } from './questions/routes.ts'
import { closeSession } from './reports/closing-commands.ts'
import { reportRoutes } from './reports/routes.ts'
import { chooseBySegment } from './segments/invite-by-segment-commands.ts'
import { segmentRoutes } from './segments/routes.ts'
import { calendarFeedRoutes } from './sessions/calendar-feed-routes.ts'
import { holidayRoutes } from './sessions/holiday-routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { seriesRoutes } from './sessions/series-routes.ts'

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
  registerErrorHandler(app as never)
  answerInTime(app)
  warnOfUntrustedProxy(app)
  await registerHeaders(app, { https: deps.publicUrl.startsWith('https:') })
  registerBodyParser(app)
  registerUnaskedParts(app)
  await registerOpenApi(app)
  await registerAuth(app as never, deps)
  registerHealth(app, deps)
  // FEATURES
  await accountRoutes(app, deps)
  outletRoutes(app, deps)
  journalistRoutes(app, deps)
  sessionRoutes(app, deps, { guests: sessionGuests, close: closeSession })
  holidayRoutes(app, deps)
  await calendarFeedRoutes(app, deps)
  seriesRoutes(app, deps, sessionGuests)
  invitationRoutes(app, deps, { chooseBySegment })
  reminderRoutes(app, deps)
  segmentRoutes(app, deps)
  templateRoutes(app, deps)
  deliveryRoutes(app, deps)
  whatsappQueueRoutes(app, deps)
  await whatsappHookRoutes(app, deps)
  substitutionRoutes(app, deps)
  letterRoutes(app, deps)
  await proofRoutes(app, deps)
  await personalPageRoutes(app, deps, {
    askInAdvance,
    materials: handOutMaterials(deps),
    reportThere: reportThere(deps),
  })
  attendanceRoutes(app, deps)
  sessionEventRoutes(app, deps, { readQuestions: questionsByIds })
  sheetRoutes(app, deps)
  questionRoutes(app, deps)
  commitmentRoutes(app, deps)
  await materialRoutes(app, deps)
  minutesRoutes(app, deps)
  coverageRoutes(app, deps)
  reportRoutes(app, deps)
  paperRoutes(app, deps)
  await registerWebApp(app, { webRoot: resolve(deps.webRoot) })
  return app
}
