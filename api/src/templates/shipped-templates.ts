import type { MessageKind, MessageLanguage } from '@ngopi/shared/templates'
import type { Words } from './guest-message.ts'
import { shippedEnglish } from './shipped-english.ts'
import { shippedIndonesian } from './shipped-indonesian.ts'

/** The words of an office that has not written its own. */
export const shippedTemplates: Record<MessageLanguage, Record<MessageKind, Words>> = {
  id: shippedIndonesian,
  en: shippedEnglish,
}
