import { refreshGuestMail } from './invitations/mail-at-sending.ts'
import { reportBadAddress } from './invitations/mail-commands.ts'
import { notifyGuestsTask } from './invitations/notice-task.ts'
import { expireOffersTask } from './invitations/offer-task.ts'
import { sendRemindersDueTask, sendRemindersTask } from './invitations/reminders/reminder-tasks.ts'
import { sendWhatsappTask } from './invitations/whatsapp/send-whatsapp-task.ts'
import { makePaperTask } from './papers/make-paper.ts'
import { sweepPapersTask } from './papers/sweep-papers.ts'
import type { ClockTask } from './platform/jobs.ts'
import type { RunningWorker } from './platform/keep-running.ts'
import { startWorker, type WorkerDeps } from './platform/worker.ts'
import { remindOwnersTask } from './questions/promise-task.ts'
import { planSeriesTask } from './sessions/series-plan-task.ts'

/** What the clock asks of a worker, beyond keeping house. */
export const byTheClock: readonly ClockTask<WorkerDeps>[] = [
  expireOffersTask,
  sendRemindersDueTask,
  planSeriesTask,
  remindOwnersTask,
  sweepPapersTask,
]

/** Starts a worker that knows the jobs of every feature; any number of processes may run one. */
export const startWork = (
  deps: Omit<WorkerDeps, 'refreshMail' | 'reportBadAddress'>,
): Promise<RunningWorker> =>
  startWorker(
    { ...deps, refreshMail: refreshGuestMail(deps), reportBadAddress },
    {
      tasks: [notifyGuestsTask, sendRemindersTask, sendWhatsappTask],
      longTasks: [makePaperTask],
      byTheClock,
    },
  )
