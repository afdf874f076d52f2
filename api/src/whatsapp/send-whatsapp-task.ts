import { findGuestMessage } from '../messaging/guest-message-queries.ts'
import { kindAtSendTime } from '../messaging/message-rules.ts'
import { afterQuiet } from '../messaging/send-time-rules.ts'
import { withdrawals, withdrawnBecause } from '../messaging/withdrawal-rules.ts'
import type { WhatsappService } from '../platform/config.ts'
import type { Db } from '../platform/database.ts'
import { queueJob, type Task } from '../platform/jobs.ts'
import type { MessageContext } from '../platform/message-context.ts'
import type { WorkerDeps } from '../worker/worker.ts'
import { isUnknownNumber, RefusedForGood, sendTemplate, type TemplateMessage } from './cloud-api.ts'
import {
  advanceMessage,
  keepAsSent,
  noteMessageTrouble,
  noteNumberProblem,
} from './message-commands.ts'
import { sendWhatsappJob } from './service-commands.ts'
import { findDueMessage } from './service-queries.ts'
import { serviceWords } from './service-rules.ts'
import { whatsappStrings } from './strings.ts'

type SendingDeps = Pick<WorkerDeps, 'config' | 'database' | 'keys' | 'publicUrl'>

/** What is to become of a message when its turn has come. */
type Decision =
  | { message: TemplateMessage }
  | { withdrawn: string }
  | { notBefore: string }
  | { failed: string }
  | undefined

/**
 * The state at sending counts, not that at queueing: a message that holds no longer is withdrawn, and an automatic one
 * whose turn falls into the quiet hours waits until they end.
 */
const decide =
  (context: MessageContext, id: string) =>
  async (db: Db): Promise<Decision> => {
    const due = await findDueMessage(db, id)
    if (due?.state !== 'queued') return undefined
    const letter = await findGuestMessage(db, context, {
      invitationId: due.invitationId,
      templateKind: due.about,
    })
    if (!letter) return { withdrawn: withdrawals.revoked.id }
    const now = new Date().toISOString()
    const templateKind = kindAtSendTime(due.about, letter)
    const meantWith = due.ofStep ? null : due.about
    const because = withdrawnBecause({ ...letter, ...due, templateKind, meantWith }, now)
    if (because) return { withdrawn: because.id }
    if (letter.phone === null) return { withdrawn: whatsappStrings.noNumber.id }
    if (!due.holds) return { withdrawn: withdrawals.changedAnswer.id }
    const notBefore = due.automatic ? afterQuiet(letter, now) : undefined
    if (notBefore !== undefined) return { notBefore }
    const wording = serviceWords(letter, templateKind)
    if (!wording) return { failed: whatsappStrings.noTemplate.id }
    return { message: { id, recipient: letter.phone, ...wording } }
  }

/**
 * Hands one message to the official service. A repeated try sends again only when neither its answer nor its report
 * was kept; the service tells our id with each report, so that even a lost answer is found.
 */
export const sendWhatsappTask: Task<{ messageId: string }, SendingDeps> = {
  ...sendWhatsappJob,
  run: async (deps, { offices, actor, data: { messageId } }) => {
    const service = deps.config.whatsapp
    if (!service) throw new Error('the official WhatsApp service is not set up')
    const decision = await deps.database.read(offices, decide(deps, messageId))
    if (!decision) return
    await deps.database.write(offices, actor, async (tx) => {
      if ('notBefore' in decision) {
        const key = `${sendWhatsappJob.name} ${messageId}`
        await queueJob(tx, sendWhatsappJob, { messageId }, { key, runAt: decision.notBefore })
      } else if ('message' in decision) await keepAsSent(tx, decision.message)
      else if ('failed' in decision)
        await advanceMessage(tx, messageId, { state: 'failed', error: decision.failed })
      else await advanceMessage(tx, messageId, { state: 'withdrawn', error: decision.withdrawn })
    })
    if (!('message' in decision)) return
    await handOver(deps, service, { offices, actor, message: decision.message })
  },
}

async function handOver(
  { database }: SendingDeps,
  service: WhatsappService,
  {
    offices,
    actor,
    message,
  }: Pick<Parameters<typeof sendWhatsappTask.run>[1], 'offices' | 'actor'> & {
    message: TemplateMessage
  },
): Promise<void> {
  const { id } = message
  try {
    const providerId = await sendTemplate(service, message)
    await database.write(offices, actor, (tx) =>
      advanceMessage(tx, id, { state: 'sent', providerId, at: new Date().toISOString() }),
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await database.write(offices, actor, async (tx) => {
      if (!(error instanceof RefusedForGood)) return noteMessageTrouble(tx, id, reason)
      await advanceMessage(tx, id, { state: 'failed', error: reason })
      if (isUnknownNumber(error.code)) await noteNumberProblem(tx, id)
    })
    if (!(error instanceof RefusedForGood)) throw error
  }
}
