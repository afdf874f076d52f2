import type { PaperKind } from '@ngopi/shared/papers'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { AppError } from '../platform/app-error.ts'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { queueJob } from '../platform/jobs.ts'
import type { Bilingual } from '../platform/language.ts'
import type { PaperPlace } from './paper-store.ts'
import { findUnderWay, getPaper, type KeptPaper } from './queries.ts'
import { paperStrings } from './strings.ts'
import { papers } from './tables.ts'

/** The job that makes a paper. */
export const makePaperJob = { name: 'make_paper' }

/** What the job is told; the session is what the list of jobs shows. */
export interface PaperToMake {
  paperId: string
  sessionId: string
}

/** Papers an office may hold, made or asked for within a day. */
const mostPapers = 50

/**
 * Has a paper of so many items made, or joins the one that is being made. Its job is queued either way: a job that was
 * lost is there again, and one that finds nothing to do ends.
 */
export async function askForPaper(
  tx: Tx,
  asked: { officeId: string; sessionId: string; kind: PaperKind; total: number },
): Promise<KeptPaper> {
  const { officeId, sessionId, kind } = asked
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`papers ${officeId}`}, 0))`)
  const joined = await findUnderWay(tx, { officeId, sessionId, kind })
  const stored = await tx.$count(
    papers,
    and(eq(papers.officeId, officeId), sql`${papers.expiresAt} > now()`),
  )
  if (!joined && stored >= mostPapers)
    throw new AppError('unprocessable', { message: paperStrings.tooMany })
  const id = joined ?? newId()
  await tx
    .insert(papers)
    .values({ id, ...asked })
    .onConflictDoNothing()
  await queueJob<PaperToMake>(
    tx,
    makePaperJob,
    { paperId: id, sessionId },
    { key: id, line: 'papers' },
  )
  return getPaper(tx, id)
}

const still = ({ officeId, id }: PaperPlace) =>
  and(eq(papers.officeId, officeId), eq(papers.id, id), inArray(papers.state, ['queued', 'making']))

/** Notes how far a paper is; false where it is to be made no longer. */
export async function noteProgress(
  tx: Tx,
  key: PaperPlace,
  { done, total }: { done: number; total: number },
): Promise<boolean> {
  const noted = await tx
    .update(papers)
    .set({ state: 'making', done, total })
    .where(still(key))
    .returning({ id: papers.id })
  return noted.length > 0
}

/** Notes that the file of a paper is in its place; false where it is wanted no longer. */
export async function finishPaper(
  tx: Tx,
  key: PaperPlace,
  { fileName, bytes }: { fileName: string; bytes: number },
): Promise<boolean> {
  const finished = await tx
    .update(papers)
    .set({
      state: 'done',
      done: sql`${papers.total}`,
      fileName,
      bytes,
      expiresAt: sql`now() + interval '24 hours'`,
    })
    .where(still(key))
    .returning({ id: papers.id })
  return finished.length > 0
}

/** Notes why a paper cannot be made. */
export async function failPaper(tx: Tx, key: PaperPlace, error: Bilingual): Promise<void> {
  await tx.update(papers).set({ state: 'failed', error }).where(still(key))
}

/** Forgets the papers of all offices that have expired. */
export async function forgetExpired(tx: Tx): Promise<void> {
  await tx.execute(sql`select forget_expired_papers()`)
}
