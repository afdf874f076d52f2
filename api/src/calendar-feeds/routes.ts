import compress from '@fastify/compress'
import { calendarFeedsApi } from '@ngopi/shared/calendar-feeds'
import type { FastifyRequest } from 'fastify'
import { AppError } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { senderAddress } from '../platform/mail.ts'
import { perform, performWhole } from '../platform/perform.ts'
import { limitRate, type RateLimit } from '../platform/rate-limit.ts'
import {
  createCalendarFeed,
  hashOfFeedToken,
  noteFeedRead,
  revokeCalendarFeed,
} from './commands.ts'
import { FeedEvents, tagOf } from './feed.ts'
import { feedSessionsOf, findCalendarFeed, listCalendarFeeds, readFeed } from './queries.ts'

const unknownFeeds: RateLimit = { name: 'unknown calendar feed', attempts: 60, seconds: 60 }

/** 256 random bits, spelt in the one way they are given out. */
const feedFile = /^([\w-]{43})\.ics$/

/** Whether the reader's copy is the present one (RFC 9110 13.2.2): a date counts only where no tag was sent. */
function isCurrent(request: FastifyRequest, tag: string, changedAt: number): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers
  if (tags !== undefined) {
    const bare = (value: string) => value.trim().replace(/^W\//, '')
    return tags.split(',').some((one) => bare(one) === bare(tag) || one.trim() === '*')
  }
  return since !== undefined && Math.floor(changedAt / 1000) * 1000 <= Date.parse(since)
}

/** Subscriptions to the office's sessions, and the calendars they read. */
export async function calendarFeedRoutes(app: App, deps: Deps): Promise<void> {
  const { database, publicUrl } = deps
  const ownerOf = (request: FastifyRequest) => {
    const { id: userId, officeId } = accessOf(request)
    return { userId, officeId }
  }

  app.route({
    ...calendarFeedsApi.list,
    handler: (request) => {
      const owner = ownerOf(request)
      return database.read([owner.officeId], async (db) => ({
        items: await listCalendarFeeds(db, owner),
      }))
    },
  })

  app.route({
    ...calendarFeedsApi.create,
    // No Idempotency-Key: the answer kept for it would hold the secret that is to be kept nowhere.
    handler: (request, reply) =>
      performWhole({ database, request, reply, status: 201 }, async (tx) => {
        const { token, ...feed } = await createCalendarFeed(tx, ownerOf(request))
        return { ...feed, url: `${publicUrl}/calendar/${token}.ics` }
      }),
  })

  app.route({
    ...calendarFeedsApi.revoke,
    handler: (request, reply) =>
      perform({ database, request, reply }, (tx) =>
        revokeCalendarFeed(tx, { ...ownerOf(request), id: request.params.id }),
      ),
  })

  await app.register(async (scope: App) => {
    await scope.register(compress, { encodings: ['gzip'], threshold: 1_024 })
    registerFeed(scope, deps)
  })
}

/** Whoever may subscribe may read what they subscribed to, and only as long. */
const readers: readonly string[] = calendarFeedsApi.create.config.roles

function registerFeed(app: App, { database, config, access }: Deps): void {
  const events = new FeedEvents()

  /** The subscription of an address, of a user who may still read it; strangers learn one thing from all that are none, 60 times a minute. */
  async function open(file: string, address: string) {
    const token = feedFile.exec(file)?.[1]
    const hash = token && hashOfFeedToken(token)
    const feed = hash && (await database.lookup((db) => findCalendarFeed(db, hash)))
    const user = feed && (await access.find(feed.userId))
    if (user && !user.disabled && readers.includes(user.role)) return feed
    await limitRate(database, unknownFeeds, address, 1)
    throw new AppError('not_found')
  }

  app.get('/calendar/:file', async (request, reply) => {
    const { id, officeId } = await open((request.params as { file: string }).file, request.ip)
    const offices = [officeId]
    const { head, entries } = await database.read(offices, (db) => readFeed(db, { id, officeId }))
    if (!head) throw new AppError('not_found')
    if (head.longUnread) await database.write(offices, 'system:', (tx) => noteFeedRead(tx, id))
    const organizer = { name: head.office, address: head.replyTo ?? senderAddress(config) }
    const tag = tagOf(organizer, entries)
    const changedAt = Date.parse(head.changedAt)
    reply.headers({
      etag: tag,
      'last-modified': new Date(changedAt).toUTCString(),
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    if (isCurrent(request, tag, changedAt)) return reply.status(304).send()
    const text = await events.feed(organizer, entries, (ids) =>
      database.read(offices, (db) => feedSessionsOf(db, officeId, ids)),
    )
    return reply.type('text/calendar; charset=utf-8').send(text)
  })
}
