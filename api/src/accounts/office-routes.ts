import { officesApi } from '@ngopi/shared/offices'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { AppError, invalidField } from '../platform/app-error.ts'
import type { App } from '../platform/app-type.ts'
import { accessOf } from '../platform/auth.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { perform } from '../platform/perform.ts'
import { actingFor, administeredOffice } from './administered-office.ts'
import { createOffice, updateOffice } from './office-commands.ts'
import { findOffice, listOffices } from './office-queries.ts'
import { accountStrings } from './strings.ts'

/** The press contact with its number in E.164, as a phone dials it. */
function dialled<Contact extends { name: string; phone: string }>(contact: Contact): Contact {
  const number = parsePhoneNumberFromString(contact.phone, 'ID')
  if (!number?.isValid()) throw invalidField('pressContact.phone', accountStrings.noPhone)
  return { ...contact, phone: number.number }
}

/** The own office and those below. */
export function officeRoutes(app: App, { database }: Deps): void {
  app.route({
    ...officesApi.list,
    handler: async (request) => {
      const access = accessOf(request)
      const visible = await database.read(access.offices, (db) => listOffices(db, access.officeId))
      // Row-level security shows every login the children's names; only an admin sets them up.
      const items = visible.filter(
        ({ id }) => access.role === 'admin' || access.offices.includes(id),
      )
      return { items }
    },
  })

  app.route({
    ...officesApi.get,
    handler: async (request) => {
      const { offices, role } = accessOf(request)
      const { id } = request.params
      const office = await database.read(offices, (db) => findOffice(db, id))
      if (!office || !(role === 'admin' || offices.includes(id))) throw new AppError('not_found')
      return office
    },
  })

  app.route({
    ...officesApi.create,
    handler: (request, reply) => {
      const access = accessOf(request)
      const id = newId()
      return perform({ database, request, reply, status: 201 }, (tx) =>
        actingFor(tx, { access, officeId: id }, () =>
          createOffice(tx, { ...request.body, id, parentId: access.officeId }),
        ),
      )
    },
  })

  app.route({
    ...officesApi.update,
    handler: async (request, reply) => {
      const access = accessOf(request)
      const { pressContact, ...change } = request.body
      const officeId = await administeredOffice(database, access, request.params.id)
      const contact = pressContact && dialled(pressContact)
      return perform({ database, request, reply }, (tx) =>
        actingFor(tx, { access, officeId }, () =>
          updateOffice(tx, officeId, {
            ...change,
            ...(pressContact !== undefined && { pressContact: contact }),
          }),
        ),
      )
    },
  })
}
