import { z } from 'zod'
import {
  calendarDate,
  edited,
  flag,
  id,
  idParams,
  line,
  listQuery,
  nothing,
  page,
  searchText,
  several,
  text,
  version,
  webAddress,
} from './common.ts'
import { emailAddress, keptByOffice, phoneNumber, tag } from './contact.ts'
import { endpoint } from './endpoint.ts'
import { editors, staff } from './roles.ts'

const tags = ['outlets']

export const platform = z.enum(['online', 'print', 'tv', 'radio', 'agency'])
export type Platform = z.infer<typeof platform>

/** Verification by the Press Council (Dewan Pers). */
export const pressCouncilStatus = z.enum(['none', 'administrative', 'factual'])

/** Associations of media companies; not those of journalists. */
export const companyAssociation = z.enum([
  'SPS',
  'ATVSI',
  'ATVLI',
  'PRSSNI',
  'AMSI',
  'SMSI',
  'JMSI',
])

export const outlet = z
  .object({
    id,
    officeId: id,
    name: z.string(),
    platform,
    city: z.string().nullable(),
    website: z.string().nullable(),
    domain: z.string().nullable().describe('Registrable domain of the website'),
    email: keptByOffice(),
    phone: keptByOffice('E.164'),
    address: keptByOffice(),
    pressCouncilStatus,
    pressCouncilCheckedOn: z.string().nullable(),
    pressCouncilUrl: z.string().nullable(),
    companyAssociations: z.array(companyAssociation),
    tags: z.array(z.string()),
    notes: keptByOffice(),
    ...edited,
  })
  .meta({ id: 'Outlet' })
export type Outlet = z.infer<typeof outlet>

/** An outlet in a list, with how many journalists work there today. */
export const outletListItem = outlet
  .omit({ notes: true, address: true })
  .extend({ journalistCount: z.int() })
  .meta({ id: 'OutletListItem' })
export type OutletListItem = z.infer<typeof outletListItem>

const details = {
  city: line(120).nullish(),
  website: webAddress.nullish(),
  email: emailAddress.nullish(),
  phone: phoneNumber.nullish(),
  address: text(500).nullish(),
  pressCouncilCheckedOn: calendarDate.nullish(),
  pressCouncilUrl: webAddress.nullish(),
  notes: text().nullish(),
}

export const newOutlet = z.strictObject({
  name: line(200),
  platform,
  pressCouncilStatus: pressCouncilStatus.default('none'),
  companyAssociations: z.array(companyAssociation).max(10).default([]),
  tags: z.array(tag).max(30).default([]),
  ...details,
})

export const outletChanges = z.strictObject({
  version,
  name: line(200).optional(),
  platform: platform.optional(),
  pressCouncilStatus: pressCouncilStatus.optional(),
  companyAssociations: z.array(companyAssociation).max(10).optional(),
  tags: z.array(tag).max(30).optional(),
  ...details,
})

export const outletSort = z.enum(['name', '-name', 'createdAt', '-createdAt'])

export const outletsApi = {
  list: endpoint({
    method: 'GET',
    url: '/api/outlets',
    config: { roles: staff },
    schema: {
      summary: 'Outlets, by name; with `q` by score',
      tags,
      querystring: z.strictObject({
        ...listQuery,
        sort: outletSort.optional(),
        platform: several(platform).optional(),
        pressCouncilStatus: several(pressCouncilStatus).optional(),
        tag: several(tag).optional(),
        city: searchText.optional(),
        withoutJournalists: flag.optional(),
      }),
      response: { '2xx': page(outletListItem) },
    },
  }),
  create: endpoint({
    method: 'POST',
    url: '/api/outlets',
    config: { roles: editors },
    schema: { summary: 'Record an outlet', tags, body: newOutlet, response: { '2xx': outlet } },
  }),
  get: endpoint({
    method: 'GET',
    url: '/api/outlets/:id',
    config: { roles: staff },
    schema: {
      summary: 'One outlet, archived or not',
      tags,
      params: idParams,
      response: { '2xx': outlet },
    },
  }),
  update: endpoint({
    method: 'PATCH',
    url: '/api/outlets/:id',
    config: { roles: editors },
    schema: {
      summary: 'Change an outlet',
      tags,
      params: idParams,
      body: outletChanges,
      response: { '2xx': outlet },
    },
  }),
  archive: endpoint({
    method: 'DELETE',
    url: '/api/outlets/:id',
    config: { roles: editors },
    schema: { summary: 'Archive an outlet', tags, params: idParams, response: { '2xx': nothing } },
  }),
  restore: endpoint({
    method: 'POST',
    url: '/api/outlets/:id/restoration',
    config: { roles: editors },
    schema: {
      summary: 'Bring an archived outlet back',
      tags,
      params: idParams,
      response: { '2xx': outlet },
    },
  }),
}
