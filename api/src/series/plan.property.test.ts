import fc from 'fast-check'
import { expect, test } from 'vitest'
import { howMany } from '../../test/how-many.ts'
import { planSeries } from './plan.ts'
import type { PlannedSession, SeriesDetails } from './planned-session.ts'
import { splitSeries } from './split.ts'

// A series is edited fifty times at random, with guests in place, and its plans are carried out in memory.
// What the rule names is worked out here by looking at each day, without the code under test.

const zone = 'Asia/Makassar'
const firstDay = '2026-03-02'

type Answer = 'attending' | 'maybe' | 'none' | 'needs_reconfirmation'

/** A rule by a question to each day. */
interface Asked {
  text: string
  names(day: string, startsOn: string): boolean
  count?: number
}

// The clock of Makassar is eight hours ahead all year.
const instantOf = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()
const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const minutesAfter = (at: string, minutes: number) =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

const calendar = Array.from({ length: 900 }, (_, i) =>
  new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
)
const position = new Map(calendar.map((day, i) => [day, i]))
const shift = (day: string, days: number) => calendar[(position.get(day) ?? 0) + days] ?? day
/** 1 January 2026 is a Thursday; 1 is Monday. */
const weekdayOf = (day: string) => (((position.get(day) ?? 0) + 3) % 7) + 1
const sixMonthsAfter = (day: string) => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(y, m + 6, 0)).getUTCDate()
  return new Date(Date.UTC(y, m + 5, Math.min(d, last))).toISOString().slice(0, 10)
}

const weekOf = (day: string) => Math.floor(((position.get(day) ?? 0) + 3) / 7)
const inWeek = (weekday: number, interval: number) => (day: string, startsOn: string) =>
  weekdayOf(day) === weekday && (weekOf(day) - weekOf(startsOn)) % interval === 0
const isLast = (day: string) => shift(day, 7).slice(0, 7) !== day.slice(0, 7)
const nth = (day: string) => Math.ceil(Number(day.slice(8)) / 7)

const asked = new Map<string, Set<string>>()
/** The days a rule names from its beginning on, each asked for itself. */
function daysOf(rule: Asked, begin: string): Set<string> {
  const key = `${rule.text} ${begin}`
  let days = asked.get(key)
  if (!days) {
    const named = calendar.filter((day) => day >= begin && rule.names(day, begin))
    days = new Set(named.slice(0, rule.count))
    asked.set(key, days)
  }
  return days
}

const rules: Asked[] = [
  { text: 'FREQ=WEEKLY;BYDAY=WE', names: inWeek(3, 1) },
  { text: 'FREQ=WEEKLY;BYDAY=TH', names: inWeek(4, 1) },
  { text: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', names: inWeek(3, 2) },
  { text: 'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO', names: inWeek(1, 3) },
  { text: 'FREQ=MONTHLY;BYDAY=-1WE', names: (day) => weekdayOf(day) === 3 && isLast(day) },
  { text: 'FREQ=MONTHLY;BYDAY=2FR', names: (day) => weekdayOf(day) === 5 && nth(day) === 2 },
  { text: 'FREQ=MONTHLY;BYMONTHDAY=31', names: (day) => day.endsWith('-31') },
  { text: 'FREQ=WEEKLY;BYDAY=WE;COUNT=15', names: inWeek(3, 1), count: 15 },
  { text: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=9', names: inWeek(3, 2), count: 9 },
]
const anyRule = fc.constantFrom(...rules)

interface Series {
  id: number
  details: SeriesDetails
  rule: Asked
  /** Where the rule began, and the part of it that a split left to this series. */
  begin: string
  since: string
  until: string
}

interface Held extends PlannedSession {
  series: number
  guests: Answer[]
  /** The time came from its series and nobody moved it since. */
  onTime: boolean
  movedByHand: boolean
}

class World {
  now = instantOf(firstDay, '08:00')
  serial = 0
  daysOff = new Set<string>([
    '2026-04-01',
    '2026-05-14',
    '2026-05-15',
    '2026-05-27',
    '2026-05-28',
    '2026-06-24',
  ])
  all: Series[] = []
  sessions: Held[] = []
  /** The answers of all who were ever invited, by session. */
  book = new Map<string, number>()

  constructor(rule: Asked) {
    const details: SeriesDetails = {
      title: 'S0',
      description: null,
      venue: 'Aula',
      mapUrl: null,
      entryNote: null,
      capacity: 9,
      answerDeadlineMinutes: null,
      reminders: null,
      seatsPerOutlet: null,
      agenda: [],
      rrule: rule.text,
      startsOn: firstDay,
      startTime: '09:00',
      timeZone: zone,
      durationMinutes: 120,
      holidayPolicy: 'ask',
      extraDates: [],
      skippedDates: [],
    }
    const first = { id: 0, details, rule, begin: firstDay, since: '0', until: '9' }
    this.all.push(first)
    this.follow(first, details)
  }

  named({ details, rule, begin, since, until }: Series, day: string): boolean {
    if (details.skippedDates.includes(day)) return false
    if (details.extraDates.includes(day)) return true
    return day >= since && day <= until && daysOf(rule, begin).has(day)
  }

  isToCome = (session: Held) =>
    (session.status === 'draft' || session.status === 'published') &&
    session.archivedAt === null &&
    session.startsAt > this.now

  /** Plans a change and carries it out, seeing to it that only what may change does. */
  follow(series: Series, before: SeriesDetails): void {
    const own = this.sessions.filter((session) => session.series === series.id)
    const plan = planSeries({
      before,
      after: series.details,
      sessions: own,
      daysOff: this.daysOff,
      now: this.now,
    })
    const gone = new Set(plan.remove.map(({ id }) => id))
    for (const { id, guests, handEdited, status } of own) {
      if (!gone.has(id)) continue
      expect(guests).toEqual([])
      expect([handEdited, status]).toEqual([false, 'draft'])
    }
    this.sessions = this.sessions.filter(({ id }) => !gone.has(id))
    const left = new Set(plan.leftAlone.map(({ id }) => id))
    for (const session of own) if (left.has(session.id)) session.onTime = false
    for (const { session, set, asksAgain } of plan.change) {
      const observed = session as Held
      expect(this.isToCome(observed)).toBe(true)
      if (set.startsAt !== undefined) expect(observed.movedByHand).toBe(false)
      if (set.title !== undefined) expect(observed.title).not.toMatch(/^H/)
      if ((set.capacity ?? observed.seatsTaken) < observed.seatsTaken)
        throw new Error('a seat was lost')
      if (set.offRule === 'undecided' || observed.offRule !== null) observed.onTime = false
      Object.assign(observed, set)
      if (asksAgain)
        observed.guests = observed.guests.map((one) =>
          one === 'none' ? one : 'needs_reconfirmation',
        )
    }
    this.add(series, plan.add)
  }

  job(series: Series): number {
    const { details } = series
    const own = this.sessions.filter((session) => session.series === series.id)
    const situation = { before: details, after: details, sessions: own, now: this.now }
    const { add } = planSeries({ ...situation, daysOff: this.daysOff })
    this.add(series, add)
    return add.length
  }

  add(series: Series, planned: ReturnType<typeof planSeries>['add']): void {
    for (const occurrence of planned) {
      this.serial += 1
      this.sessions.push({
        ...occurrence,
        id: `s${this.serial}`,
        series: series.id,
        status: 'draft',
        archivedAt: null,
        handEdited: false,
        offRule: null,
        seatsTaken: 0,
        guests: [],
        onTime: true,
        movedByHand: false,
        get invited() {
          return this.guests.length
        },
        get countingOnIt() {
          return this.guests.filter((one) => one === 'attending' || one === 'maybe').length
        },
        get referredTo() {
          return this.guests.length > 0
        },
      })
    }
  }

  pick<T>(items: readonly T[], at: number): T | undefined {
    return items[at % Math.max(1, items.length)]
  }
}

const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('title' as const), at: fc.nat(99) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('time' as const),
      at: fc.nat(99),
      startTime: fc.constantFrom('08:00', '09:00', '13:30'),
      venue: fc.constantFrom('Aula', 'Pendopo'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('rule' as const), at: fc.nat(99), rule: anyRule }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('skip' as const), at: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('extra' as const), at: fc.nat(160) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('policy' as const),
      at: fc.nat(99),
      policy: fc.constantFrom('ask' as const, 'skip' as const, 'before' as const, 'after' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('seats' as const),
      at: fc.nat(99),
      capacity: fc.constantFrom(1, 9, null),
      deadline: fc.constantFrom(null, 60, 1440),
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('split' as const), at: fc.nat(200) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('invite' as const),
      at: fc.nat(99),
      answers: fc.array(fc.constantFrom<Answer>('attending', 'maybe', 'none'), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      at: fc.nat(99),
      days: fc.integer({ min: -3, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('rename' as const), at: fc.nat(99) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constantFrom('cancel' as const, 'archive' as const, 'keep' as const),
      at: fc.nat(99),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('later' as const),
      days: fc.integer({ min: 1, max: 12 }),
    }),
  },
)
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never

function carryOut(world: World, edit: Edit, number: number): void {
  if (edit.act === 'later') {
    world.now = instantOf(shift(dayOf(world.now), edit.days), '08:30')
    for (const series of world.all) {
      world.job(series)
      expect(world.job(series)).toBe(0)
    }
    return
  }
  const series = world.pick(world.all, edit.at)
  const open = world.sessions.filter(world.isToCome)
  const session = world.pick(open, edit.at)
  const change = (set: Partial<SeriesDetails>) => {
    if (!series) return
    const before = series.details
    series.details = { ...before, ...set }
    world.follow(series, before)
  }
  const today = dayOf(world.now)
  switch (edit.act) {
    case 'title':
      change({ title: `S${number}` })
      return
    case 'time':
      change({ startTime: edit.startTime, venue: edit.venue })
      return
    case 'rule':
      if (!series) return
      Object.assign(series, {
        rule: edit.rule,
        begin: series.details.startsOn,
        since: '0',
        until: '9',
      })
      change({ rrule: edit.rule.text })
      return
    case 'skip': {
      const day = session?.occurrenceDate
      const of = world.all.find(({ id }) => id === session?.series)
      if (!day || !of) return
      const before = of.details
      of.details = { ...before, skippedDates: [...before.skippedDates, day] }
      world.follow(of, before)
      return
    }
    case 'extra':
      change({
        extraDates: [
          ...new Set([...(series?.details.extraDates ?? []), shift(today, edit.at)]),
        ].sort(),
      })
      return
    case 'policy':
      change({ holidayPolicy: edit.policy })
      return
    case 'seats':
      change({ capacity: edit.capacity, answerDeadlineMinutes: edit.deadline })
      return
    case 'split':
      splitAt(world, shift(today, edit.at - 20), number)
      return
    case 'invite': {
      if (!session || session.guests.length > 0) return
      session.status = 'published'
      session.guests = [...edit.answers]
      session.seatsTaken = session.guests.filter((one) => one === 'attending').length
      session.capacity = session.capacity && Math.max(session.capacity, session.seatsTaken)
      world.book.set(session.id, session.guests.length)
      return
    }
    case 'move': {
      if (!session) return
      const startsAt = minutesAfter(session.startsAt, edit.days * 1440 + 30)
      if (startsAt <= world.now) return
      Object.assign(session, {
        startsAt,
        endsAt: minutesAfter(startsAt, 90),
        handEdited: true,
        onTime: false,
        movedByHand: true,
      })
      if (session.offRule) session.offRule = 'kept'
      return
    }
    case 'rename':
      if (session) Object.assign(session, { title: `H${number}`, handEdited: true })
      return
    case 'keep':
      if (session?.offRule) Object.assign(session, { offRule: 'kept', handEdited: true })
      return
    case 'cancel':
      if (session) session.status = 'cancelled'
      return
    case 'archive':
      if (session?.status === 'draft') session.archivedAt = world.now
  }
}

function splitAt(world: World, from: string, number: number): void {
  const series = world.pick(world.all, number)
  if (!series || world.all.length > 3) return
  const before = series.details
  const { earlier, later, names } = splitSeries(before, from, { title: `S${number}` })
  const named = (test: (day: string) => boolean) => {
    for (const day of daysOf(series.rule, series.begin)) {
      if (test(day) && world.named({ ...series, details: before }, day)) return true
    }
    return before.extraDates.some((day) => test(day) && !before.skippedDates.includes(day))
  }
  if (named((day) => day < from)) expect(names.earlier).toBe(true)
  if (named((day) => day >= from)) expect(names.later).toBe(true)
  if (!names.earlier || !names.later) return
  const next: Series = {
    ...series,
    id: world.all.length,
    details: later,
    since: [series.since, from].sort()[1] ?? from,
  }
  const eve = shift(from, -1)
  Object.assign(series, { details: earlier, until: [series.until, eve].sort()[0] })
  world.all.push(next)
  for (const session of world.sessions) {
    if (session.series === series.id && (session.occurrenceDate ?? '') >= from)
      session.series = next.id
  }
  world.follow(next, before)
}

/** What must hold after every edit. */
function check(world: World): void {
  for (const [id, guests] of world.book) {
    const session = world.sessions.find((one) => one.id === id)
    if (session?.guests.length !== guests) throw new Error(`answers of ${id} were lost`)
  }
  for (const series of world.all) {
    const own = world.sessions.filter((session) => session.series === series.id)
    const days = own.map(({ occurrenceDate }) => occurrenceDate)
    if (new Set(days).size !== days.length) throw new Error(`twice in ${days}`)
    for (const session of own.filter(world.isToCome)) explain(world, series, session)
    const [today, horizon, held] = [
      dayOf(world.now),
      sixMonthsAfter(dayOf(world.now)),
      new Set(days),
    ]
    for (const day of [...daysOf(series.rule, series.begin), ...series.details.extraDates]) {
      if (day < today || day > horizon || held.has(day) || !world.named(series, day)) continue
      const off = series.details.holidayPolicy !== 'ask' && world.daysOff.has(day)
      const over = instantOf(day, series.details.startTime) <= world.now
      if (!off && !over)
        throw new Error(`${day} is named by ${series.details.rrule} and has no session`)
    }
  }
}

function explain(world: World, series: Series, session: Held): void {
  const { occurrenceDate: day, offRule, onTime, startsAt, title } = session
  const { details } = series
  if (day === null) throw new Error('a session of no day')
  const named = world.named(series, day)
  const off = details.holidayPolicy !== 'ask' && world.daysOff.has(day)
  if (!named && offRule === null) throw new Error(`${day} is not explained by ${details.rrule}`)
  if (named && !off && offRule !== null) throw new Error(`${day} is named and still undecided`)
  if (offRule === null && !session.handEdited && title !== details.title) {
    throw new Error(`${session.title} is not ${details.title}`)
  }
  if (offRule !== null || !onTime) return
  const expected = instantOf(day, details.startTime)
  if (!off && startsAt !== expected) throw new Error(`${startsAt} is not ${expected}`)
  if (off && (world.daysOff.has(dayOf(startsAt)) || weekdayOf(dayOf(startsAt)) > 5)) {
    throw new Error(`${startsAt} is no working day`)
  }
}

test('fifty edits lose no answer, make no occurrence twice and leave no date unexplained', () => {
  fc.assert(
    fc.property(anyRule, fc.array(edit, { minLength: 50, maxLength: 50 }), (rule, edits) => {
      const world = new World(rule)
      edits.forEach((edit, number) => {
        carryOut(world, edit, number + 1)
        check(world)
      })
    }),
    { numRuns: howMany(150, 1_000) },
  )
})
