import type { DemoServer } from './demo-server.ts'

/** Looks up records of the demo in Pemalang, whose ids differ from one demo to the next. */
export class DemoRecords {
  readonly #server: DemoServer

  constructor(server: DemoServer) {
    this.#server = server
  }

  /** The first id of a query. */
  async id(query: string): Promise<string> {
    const { rows } = await this.#server.make.pool.query(query)
    return rows[0].id
  }

  /** The id of one record of the office; `also` goes on after the `where`, with the table as `t`. */
  one(table: string, also = 'order by t.id limit 1'): Promise<string> {
    return this.id(
      `select t.id from ${table} t join offices o on o.id = t.office_id where o.name like '%Pemalang' ${also}`,
    )
  }

  past = () => this.one('sessions', `and t.status = 'done' order by t.starts_at limit 1`)

  next = () =>
    this.one(
      'sessions',
      `and t.status = 'published' and t.starts_at > now() order by t.starts_at limit 1`,
    )

  draft = () => this.one('sessions', `and t.status = 'draft' order by t.starts_at limit 1`)
}
