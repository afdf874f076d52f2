import type { MessageKind, MessageLanguage, TemplateVariable } from '@ngopi/shared/templates'
import type { Occasion } from '../sessions/rules.ts'

/** Words of one message. */
export interface Words {
  /** One line. */
  subject: string
  body: string
}

/** Words of an office in place of the shipped ones, and the template approved by WhatsApp that says the same. */
export interface OwnWords extends Words {
  serviceTemplate: string | null
  /** Our variables in the order of its parameters. */
  serviceParameters: TemplateVariable[]
}

/** Everything a message to one guest is written from. */
export interface GuestMessage extends Occasion {
  /** With titles, as one addresses the person. */
  guest: string
  /** The outlet represented. */
  outlet: string | null
  language: MessageLanguage
  title: string
  mapUrl: string | null
  cancelReason: string | null
  /** ISO instant; null: the start. */
  rsvpClosesAt: string | null
  /** The session takes answers at this moment. */
  answersOpen: boolean
  /** ISO instant, while a seat is offered. */
  offerExpiresAt: string | null
  office: string
  contactName: string | null
  contactPhone: string | null
  /** The guest's personal link, in Indonesian. */
  url: string
  /** In the language of the guest. */
  ownWords: Partial<Record<MessageKind, OwnWords>>
}
