import type { GivenAnswer } from '@ngopi/shared/invitation-states'
import { invitationsApi } from '@ngopi/shared/invitations'
import { type newSession, sessionsApi } from '@ngopi/shared/sessions'
import type { z } from 'zod'
import { newId } from '../src/platform/ids.ts'
import { call } from './client.ts'
import type { MadeUser } from './make.ts'
import type { TestServer } from './server.ts'

/** Hours from now as an ISO instant. */
export const inHours = (hours: number): string =>
  new Date(Date.now() + hours * 3_600_000).toISOString()

export interface MadeJournalist {
  id: string
  fullName: string
  outletId: string
}

/** What the tests of invitations begin with, made as an officer would. */
export class World {
  constructor(
    readonly server: TestServer,
    readonly officer: MadeUser,
  ) {}

  static async open(server: TestServer): Promise<World> {
    return new World(server, await server.make.user({ role: 'officer' }))
  }

  get asOfficer() {
    return { token: this.officer.token }
  }

  /** Journalists of the office, each with a primary outlet of the given name. */
  async journalists(
    count: number,
    { outlet = 'Media Uji', email = null as string | null, phone = null as string | null } = {},
  ): Promise<MadeJournalist[]> {
    const { pool } = this.server.make
    const { officeId } = this.officer
    const outletId = newId()
    await pool.query(
      `insert into outlets (id, office_id, name, platform) values ($1, $2, $3, 'online')`,
      [outletId, officeId, outlet],
    )
    const made = Array.from({ length: count }, (_, i) => ({
      id: newId(),
      fullName: `Tamu Uji ${i + 1}`,
      outletId,
    }))
    const ids = made.map(({ id }) => id)
    await pool.query(
      `insert into journalists (id, office_id, full_name, email, phone)
       select id, $1, name, $4, $5 from unnest($2::uuid[], $3::text[]) g(id, name)`,
      [officeId, ids, made.map(({ fullName }) => fullName), email, phone],
    )
    await pool.query(
      `insert into affiliations (office_id, journalist_id, outlet_id, is_primary)
       select $1, unnest($2::uuid[]), $3, true`,
      [officeId, ids, outletId],
    )
    return made
  }

  /** A published session a week from now. */
  async session({
    capacity = null,
    publish = true,
    ...given
  }: Partial<z.input<typeof newSession>> & { publish?: boolean } = {}) {
    const session = await call(
      this.server.app,
      sessionsApi.create,
      {
        body: {
          title: 'Ngopi Bareng Humas',
          startsAt: inHours(168),
          endsAt: inHours(170),
          venue: 'Aula Lantai 2',
          capacity,
          ...given,
        },
      },
      this.asOfficer,
    )
    const params = { id: session.id }
    return publish
      ? call(this.server.app, sessionsApi.publish, { params }, this.asOfficer)
      : session
  }

  /** Invites journalists; answers ids of the invitations in their order. */
  async invite(sessionId: string, journalists: readonly { id: string }[]): Promise<string[]> {
    const { created } = await call(
      this.server.app,
      invitationsApi.create,
      {
        params: { id: sessionId },
        body: { invitees: journalists.map(({ id }) => ({ journalistId: id })) },
      },
      this.asOfficer,
    )
    return created.map(({ id }) => id)
  }

  /** A published session with so many invited. */
  async meeting({
    capacity = null as number | null,
    guests = 1,
    email = null as string | null,
  } = {}) {
    const session = await this.session({ capacity })
    const journalists = await this.journalists(guests, { email })
    const invitations = await this.invite(session.id, journalists)
    return { session, journalists, invitations }
  }

  /** The path of a guest's page. */
  async path(invitationId: string): Promise<string> {
    const { url } = await call(
      this.server.app,
      invitationsApi.link,
      { params: { id: invitationId } },
      this.asOfficer,
    )
    return new URL(url).pathname
  }

  /** Posts the form of a guest's page. */
  post(path: string, fields: Record<string, string>) {
    return this.server.app.inject({
      method: 'POST',
      url: `${path}/response`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
  }

  /** Answers on a guest's behalf. */
  answer(invitationId: string, answer: GivenAnswer, reason?: string) {
    return call(
      this.server.app,
      invitationsApi.respond,
      { params: { id: invitationId }, body: { answer, reason } },
      this.asOfficer,
    )
  }

  invitation(id: string) {
    return call(this.server.app, invitationsApi.get, { params: { id } }, this.asOfficer)
  }

  getSession(id: string) {
    return call(this.server.app, sessionsApi.get, { params: { id } }, this.asOfficer)
  }

  /** Where the invitations stand, in the order of the ids. */
  async standings(ids: readonly string[]): Promise<string[]> {
    const { rows } = await this.server.make.pool.query<{ answer: string }>(
      `select i.answer from unnest($1::uuid[]) with ordinality g(id, n) join invitations i on i.id = g.id order by g.n`,
      [ids],
    )
    return rows.map((row) => row.answer)
  }
}
