import { newId } from '../src/platform/ids.ts'
import type { Make } from './make.ts'

/** Puts rows of a meeting straight into the database, for tests of what comes after inviting. */
export class Meeting {
  readonly #make: Make
  readonly officeId: string

  constructor(make: Make, officeId: string) {
    this.#make = make
    this.officeId = officeId
  }

  async #insert(table: string, row: Record<string, unknown>): Promise<string> {
    const full: Record<string, unknown> = { id: newId(), office_id: this.officeId, ...row }
    const names = Object.keys(full)
    await this.#make.pool.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(full),
    )
    return String(full.id)
  }

  outlet(name: string, more: { domain?: string; website?: string; platform?: string } = {}) {
    return this.#insert('outlets', { name, platform: 'online', ...more })
  }

  async journalist(
    fullName: string,
    { outletId, ...more }: { outletId?: string; phone?: string; provisional?: boolean } = {},
  ): Promise<string> {
    const id = await this.#insert('journalists', { full_name: fullName, ...more })
    if (outletId) {
      await this.#insert('affiliations', {
        journalist_id: id,
        outlet_id: outletId,
        is_primary: true,
      })
    }
    return id
  }

  /** A published session of two hours. */
  session({
    title = 'Ngopi Bareng Humas',
    startsAt = new Date(),
    status = 'published',
    ...more
  }: {
    title?: string
    startsAt?: Date
    status?: string
    capacity?: number
    venue?: string
  } = {}) {
    return this.#insert('sessions', {
      title,
      starts_at: startsAt.toISOString(),
      ends_at: new Date(startsAt.getTime() + 7_200_000).toISOString(),
      time_zone: 'Asia/Jakarta',
      venue: 'Aula Lantai 2',
      status,
      ...more,
    })
  }

  async invite(
    sessionId: string,
    journalistId: string,
    {
      outletId = null,
      answer = 'none',
      revoked = false,
    }: { outletId?: string | null; answer?: string; revoked?: boolean } = {},
  ): Promise<string> {
    const seated = answer === 'attending'
    const id = await this.#insert('invitations', {
      session_id: sessionId,
      journalist_id: journalistId,
      outlet_id: outletId,
      answer,
      holds_seat: seated,
      responded_at: answer === 'none' ? null : new Date().toISOString(),
      revoked_at: revoked ? new Date().toISOString() : null,
    })
    if (seated) {
      await this.#make.pool.query(
        'update sessions set seats_taken = seats_taken + 1 where id = $1',
        [sessionId],
      )
    }
    return id
  }
}
