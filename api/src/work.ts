import { remindOwnersTask } from './commitments/reminder-task.ts'
import { refreshGuestMail } from './messaging/mail-at-send-time.ts'
import { reportBadAddress } from './messaging/mail-commands.ts'
import { makePaperTask } from './papers/make-paper.ts'
import { sweepPapersTask } from './papers/sweep-papers.ts'
import type { ClockTask } from './platform/jobs.ts'
import { sendRemindersDueTask, sendRemindersTask } from './reminders/reminder-tasks.ts'
import { expireOffersTask } from './rsvp/offer-task.ts'
import { notifyGuestsTask } from './sending/notice-task.ts'
import { planSeriesTask } from './series/plan-task.ts'
import { sendWhatsappTask } from './whatsapp/send-whatsapp-task.ts'
import type { RunningWorker } from './worker/keep-running.ts'
import { startWorker, type WorkerDeps } from './worker/worker.ts'

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
