import type { MessageKind } from '@ngopi/shared/templates'
import type { Words } from './guest-message.ts'

const facts = `Date: {hari}
Time: {jam}
Place: {tempat}
Map: {peta}`

const personal = 'This link is for you alone; please do not forward it.'

const signature = `Yours sincerely,
{kantor}
Contact: {narahubung}, {telepon}`

const message = (...paragraphs: string[]): string =>
  ['Dear {nama},', ...paragraphs, signature].join('\n\n')

/** The words a new office writes with, in English. */
export const shippedEnglish: Record<MessageKind, Words> = {
  invitation: {
    subject: 'Invitation: {acara}',
    body: message(
      'We have the pleasure of inviting you to {acara}.',
      facts,
      `Please tell us whether you can come, using this link:
{tautan}
We look forward to your answer by {batas}.`,
      personal,
    ),
  },
  reminder_silent: {
    subject: 'Please reply: {acara}',
    body: message(
      'This is a reminder of our invitation to {acara}. We have not had your answer yet.',
      facts,
      `Yes, maybe or no, please let us know using this link:
{tautan}
We look forward to your answer by {batas}.`,
      personal,
    ),
  },
  reminder_maybe: {
    subject: 'Do you know by now? {acara}',
    body: message(
      'You told us that you may come to {acara}.',
      facts,
      `Once you know for certain, please update your answer using this link:
{tautan}
We look forward to your answer by {batas}.`,
      personal,
    ),
  },
  reminder_attending: {
    subject: 'See you soon: {acara}',
    body: message(
      'We look forward to seeing you at {acara}.',
      facts,
      `Your pass is behind this link. Should something come up, please let us know at once:
{tautan}`,
      personal,
    ),
  },
  reschedule: {
    subject: 'New schedule: {acara}',
    body: message(
      'The time or place of {acara} has changed. The schedule is now:',
      facts,
      `Please confirm whether you can come on this schedule, using this link:
{tautan}
We look forward to your answer by {batas}.`,
      'We apologise for the change.',
    ),
  },
  moved: {
    subject: 'New schedule: {acara}',
    body: message(
      'The time or place of {acara} has changed. The schedule is now:',
      facts,
      `The answer we have from you stands. The latest information is behind this link:
{tautan}`,
      'We apologise for the change.',
    ),
  },
  cancel: {
    subject: 'Cancelled: {acara}',
    body: message(
      'We are sorry to tell you that {acara} has been cancelled.',
      facts,
      'Reason: {alasan}',
      `The latest news is behind this link:
{tautan}`,
      'We apologise and hope to meet you on another occasion.',
    ),
  },
  revoked: {
    subject: 'Your invitation is no longer valid: {acara}',
    body: message(
      'We regret to inform you that your invitation to this event is no longer valid: {acara}.',
      facts,
      'Its personal link and pass can no longer be used. If you have any questions, please call our contact.',
      'We apologise for the change.',
    ),
  },
  replaced: {
    subject: 'A colleague takes your place: {acara}',
    body: message(
      'Your place at {acara} has been passed on to a colleague, who comes in your stead.',
      facts,
      'Your personal link and pass are no longer used. If this is not as you wish, please call our contact.',
    ),
  },
  thanks: {
    subject: 'Thank you: {acara}',
    body: message(
      'Thank you for coming to {acara}.',
      `What was said and handed out can still be read behind this link:
{tautan}`,
    ),
  },
  materials: {
    subject: 'Materials: {acara}',
    body: message(
      'We were sorry to miss you at {acara}.',
      `The materials of the meeting are ready for you behind this link:
{tautan}`,
      'We hope to meet you at the next one.',
    ),
  },
  seat: {
    subject: 'A seat for you: {acara}',
    body: message(
      'Good news: there is a seat for you, and you are now expected at {acara}.',
      facts,
      `Your pass is behind this link. If you cannot come, please let us know at once:
{tautan}`,
    ),
  },
  offer: {
    subject: 'A seat is offered to you: {acara}',
    body: message(
      'Good news: a seat has become free at {acara}, and we are keeping it for you.',
      facts,
      `Please accept or release it using this link:
{tautan}
We keep the seat until {batas}.`,
    ),
  },
}
