import { readAccess } from '../platform/access.ts'
import { AppError } from '../platform/app-error.ts'
import type { Config } from '../platform/config.ts'
import type { Actor, Database, Db } from '../platform/database.ts'
import { databaseFailure, isDatabaseAway } from '../platform/database-errors.ts'
import type { Task } from '../platform/jobs.ts'
import type { Bilingual } from '../platform/language.ts'
import type { Limits } from '../platform/limits.ts'
import type { Log } from '../platform/log.ts'
import { described } from '../platform/log-error.ts'
import { PdfJoiner } from '../platform/pdf/join-pdf.ts'
import { partsOf } from '../platform/pdf/paper.ts'
import { printPdfPatiently } from '../platform/pdf/print-pdf.ts'
import { failPaper, finishPaper, makePaperJob, noteProgress, type PaperToMake } from './commands.ts'
import { type PaperPlace, PaperStore } from './paper-store.ts'
import { getPaper, type KeptPaper } from './queries.ts'
import { mayHave, readPaper, type SourceDeps } from './sources.ts'
import { paperStrings } from './strings.ts'

interface Deps extends SourceDeps {
  database: Database
  config: Config
  limits: Limits
  log: Log
}

interface Asked {
  key: PaperPlace
  actor: Actor
}

/** The paper is to be made no longer: it was thrown away, or another worker was quicker. */
class Unwanted extends Error {
  override name = 'Unwanted'
}

/** Reads as whoever asked for the paper, with the rights they have and the offices they see now. */
async function asAsker<T>(
  { database }: Deps,
  { key: { id, officeId }, actor }: Asked,
  work: (db: Db, paper: KeptPaper) => Promise<T>,
): Promise<T> {
  const access = await readAccess(database, actor.slice(actor.indexOf(':') + 1))
  if (!access || access.disabled || access.officeId !== officeId)
    throw new AppError('forbidden', { message: paperStrings.rightLost })
  return database.read(access.offices, async (db) => {
    const paper = await getPaper(db, id)
    if (paper.sessionArchived) throw new AppError('not_found')
    if (!mayHave(access.role, paper.kind))
      throw new AppError('forbidden', { message: paperStrings.rightLost })
    return work(db, paper)
  })
}

/** Sets a paper part by part, between which papers of others have their turn, and puts it in its place. */
async function make(deps: Deps, asked: Asked): Promise<void> {
  const { database, config, limits } = deps
  const { key, actor } = asked
  const offices = [key.officeId]
  const paper = await asAsker(deps, asked, (db, { kind, session }) =>
    readPaper(db, deps, { kind, sessionId: session.id }),
  )
  const note = async (done: number) => {
    const progress = { done, total: paper.items }
    if (!(await database.write(offices, actor, (tx) => noteProgress(tx, key, progress))))
      throw new Unwanted()
  }
  await note(0)
  const joiner = new PdfJoiner()
  for (const { from, to } of partsOf(paper, limits)) {
    joiner.add(await printPdfPatiently(paper.document(from, to), key.officeId))
    await asAsker(deps, asked, async () => {})
    await note(to)
  }
  const content = joiner.end()
  await new PaperStore(config.dataDir).keep(key, content)
  const file = { fileName: paper.filename, bytes: content.length }
  await database.write(offices, actor, (tx) => finishPaper(tx, key, file))
}

/** Why a paper could not be made, in words; undefined where the same try may succeed a moment later. */
function reasonOf(error: unknown): Bilingual | undefined {
  if (error instanceof AppError)
    return (
      error.details.message ??
      (error.code === 'not_found' ? paperStrings.sessionGone : paperStrings.failed)
    )
  const failure = databaseFailure(error)
  return failure && isDatabaseAway(failure) ? undefined : paperStrings.failed
}

/** Makes a paper. Begun again after a worker was killed, it starts anew and ends with the one file that bears its id. */
export const makePaperTask: Task<PaperToMake, Deps> = {
  ...makePaperJob,
  run: async (deps, { offices, actor, data }) => {
    const { database, log } = deps
    const key = { officeId: offices[0] ?? '', id: data.paperId }
    try {
      await make(deps, { key, actor })
    } catch (error) {
      if (error instanceof Unwanted) return
      const reason = reasonOf(error)
      if (!reason) throw error
      if (!(error instanceof AppError))
        log.error(`The paper ${key.id} could not be made: ${described(error)}`)
      await database.write(offices, actor, (tx) => failPaper(tx, key, reason))
    }
  },
}
