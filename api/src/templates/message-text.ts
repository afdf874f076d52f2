import type { MessageKind, MessageLanguage } from '@ngopi/shared/templates'
import type { Bilingual } from '../platform/language.ts'
import type { GuestMessage, Words } from './guest-message.ts'
import { mailHtml } from './message-mail.tsx'
import { renderLines, renderSubject, renderText, textOf } from './render-template.ts'
import { shippedTemplates } from './shipped-templates.ts'
import { asksForAnswer } from './template-check.ts'
import { templateValues } from './template-values.ts'

const wordsFor = ({ ownWords, language }: GuestMessage, templateKind: MessageKind): Words =>
  ownWords[templateKind] ?? shippedTemplates[language][templateKind]

/** The message as it is pasted into WhatsApp or put into a mail. */
export const messageText = (letter: GuestMessage, templateKind: MessageKind): string =>
  renderText(wordsFor(letter, templateKind).body, templateValues(letter, templateKind))

const stop: Bilingual = { id: 'Berhenti menerima undangan', en: 'Stop receiving invitations' }
const answer: Bilingual = { id: 'Jawab undangan', en: 'Answer the invitation' }
const open: Bilingual = { id: 'Buka undangan Anda', en: 'Open your invitation' }

const optOutUrl = (url: string, language: MessageLanguage): string =>
  `${url}/opt-out${language === 'en' ? '?bahasa=en' : ''}`

/** A mail, as text and as HTML of the same content; it ends with how to stop invitations. */
export function mailOf(
  letter: GuestMessage,
  templateKind: MessageKind,
): { subject: string; text: string; html: string } {
  const { language } = letter
  const wording = wordsFor(letter, templateKind)
  const values = templateValues(letter, templateKind)
  const lines = renderLines(wording.body, values)
  // Where nothing of the subject is left, the name of the event says what it is about.
  const subject = renderSubject(wording.subject, values) || renderSubject('{acara}', values)
  const ending = { href: optOutUrl(letter.url, language), label: stop[language] }
  return {
    subject,
    text: `${lines.map(textOf).join('\n')}\n\n--\n${ending.label}: ${ending.href}\n`,
    html: mailHtml({
      language,
      subject,
      office: letter.office,
      lines,
      action: (asksForAnswer(templateKind) ? answer : open)[language],
      stop: ending,
    }),
  }
}

/** The address that opens WhatsApp at the guest's number (E.164) with the message ready to send. */
export const whatsappUrl = (phone: string, message: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(message)}`
