import type { MessageTemplate, TemplateVariable } from '@ngopi/shared/templates'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import type { OwnWords } from './guest-message.ts'
import { getTemplate, templateOf, type WhichTemplate } from './queries.ts'
import { messageTemplates } from './tables.ts'
import { requireUsable } from './template-check.ts'

export interface SavingTemplate extends WhichTemplate {
  officeId: string
  /** 0: the office never had words of its own when this was written. */
  version: number
  subject: string
  body: string
  serviceTemplate?: string | null | undefined
  serviceParameters: TemplateVariable[]
}

const isThis = ({ officeId, kind, language }: WhichTemplate & { officeId: string }) =>
  and(
    eq(messageTemplates.officeId, officeId),
    eq(messageTemplates.kind, kind),
    eq(messageTemplates.language, language),
  )

/** Puts own words in place; 400 with every fault and its place, 409 with the present words when another came first. */
export async function saveTemplate(tx: Tx, saving: SavingTemplate): Promise<MessageTemplate> {
  const { officeId, kind, language, version } = saving
  const wording: OwnWords = {
    subject: saving.subject,
    body: saving.body.replace(/\r\n?/g, '\n'),
    serviceTemplate: saving.serviceTemplate ?? null,
    serviceParameters: saving.serviceParameters,
  }
  requireUsable(kind, wording)
  const [row] =
    version === 0
      ? await tx
          .insert(messageTemplates)
          .values({ officeId, kind, language, ...wording })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(messageTemplates)
          .set({ ...wording, resetAt: null })
          .where(and(isThis(saving), eq(messageTemplates.version, version)))
          .returning()
  if (row) return templateOf(row)
  throw new AppError('stale', { current: await getTemplate(tx, officeId, { kind, language }) })
}

/** Takes the shipped words again; where they stand already nothing changes. */
export async function resetTemplate(
  tx: Tx,
  which: WhichTemplate & { officeId: string },
): Promise<void> {
  await tx
    .update(messageTemplates)
    .set({ resetAt: sql`now()` })
    .where(and(isThis(which), isNull(messageTemplates.resetAt)))
}
