import {
  type MessageKind,
  type MessageLanguage,
  type MessageTemplate,
  messageKind,
  messageLanguage,
} from '@ngopi/shared/templates'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '../platform/database.ts'
import type { OwnWords } from './guest-message.ts'
import { shippedTemplates } from './shipped-templates.ts'
import { messageTemplates } from './tables.ts'

type Row = typeof messageTemplates.$inferSelect

/** Which message: its kind and language. */
export interface WhichTemplate {
  kind: MessageKind
  language: MessageLanguage
}

const shippedOf = ({ kind, language }: WhichTemplate): MessageTemplate => ({
  kind,
  language,
  ...shippedTemplates[language][kind],
  custom: false,
  serviceTemplate: null,
  serviceParameters: [],
  version: 0,
  updatedAt: null,
})

/** The shipped words with the version they were taken again at, so that who saw earlier words is told of it. */
const standing = (which: WhichTemplate, row: Row | undefined): MessageTemplate => {
  if (row === undefined) return shippedOf(which)
  return row.resetAt === null ? templateOf(row) : { ...shippedOf(which), version: row.version }
}

/** Own words of an office in the shape of the contract. */
export const templateOf = ({
  id: _id,
  officeId: _office,
  createdAt: _made,
  resetAt: _reset,
  ...row
}: Row): MessageTemplate => ({
  ...row,
  custom: true,
})

/** The messages of an office, of every kind and language: its own words, else the shipped ones. */
export async function listTemplates(db: Db, officeId: string): Promise<MessageTemplate[]> {
  const rows = await db
    .select()
    .from(messageTemplates)
    .where(eq(messageTemplates.officeId, officeId))
  return messageLanguage.options.flatMap((language) =>
    messageKind.options.map((kind) => {
      const own = rows.find((row) => row.kind === kind && row.language === language)
      return standing({ kind, language }, own)
    }),
  )
}

/** One message of an office. */
export async function getTemplate(
  db: Db,
  officeId: string,
  { kind, language }: WhichTemplate,
): Promise<MessageTemplate> {
  const [own] = await db
    .select()
    .from(messageTemplates)
    .where(
      and(
        eq(messageTemplates.officeId, officeId),
        eq(messageTemplates.kind, kind),
        eq(messageTemplates.language, language),
      ),
    )
  return standing({ kind, language }, own)
}

/** Own words by kind. */
export type WordsByKind = Partial<Record<MessageKind, OwnWords>>

/** Own words of offices, asked once for however many letters. */
export async function ownWordsOf(
  db: Db,
  officeIds: readonly string[],
): Promise<(officeId: string, language: MessageLanguage) => WordsByKind> {
  if (officeIds.length === 0) return () => ({})
  const rows = await db
    .select()
    .from(messageTemplates)
    .where(
      and(
        inArray(messageTemplates.officeId, [...new Set(officeIds)]),
        isNull(messageTemplates.resetAt),
      ),
    )
  const found = new Map<string, WordsByKind>()
  for (const {
    officeId,
    language,
    kind,
    subject,
    body,
    serviceTemplate,
    serviceParameters,
  } of rows) {
    const key = `${officeId} ${language}`
    const wording = { subject, body, serviceTemplate, serviceParameters }
    found.set(key, { ...found.get(key), [kind]: wording })
  }
  return (officeId, language) => found.get(`${officeId} ${language}`) ?? {}
}
