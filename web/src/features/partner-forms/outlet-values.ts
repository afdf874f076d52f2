import type { Outlet } from '@ngopi/shared/outlets'
import { phoneText } from '../../lib/phone-text.ts'

/** The fields on screen of an outlet. */
export interface OutletValues extends Record<string, unknown> {
  name: string
  platform: Outlet['platform']
  city: string
  website: string
  email: string
  phone: string
  address: string
  pressCouncilStatus: Outlet['pressCouncilStatus']
  pressCouncilCheckedOn: string
  pressCouncilUrl: string
  companyAssociations: Outlet['companyAssociations']
  tags: string[]
  notes: string
}

export const emptyOutlet = (name: string): OutletValues => ({
  name,
  platform: 'online',
  city: '',
  website: '',
  email: '',
  phone: '',
  address: '',
  pressCouncilStatus: 'none',
  pressCouncilCheckedOn: '',
  pressCouncilUrl: '',
  companyAssociations: [],
  tags: [],
  notes: '',
})

export const valuesOfOutlet = (outlet: Outlet): OutletValues => ({
  name: outlet.name,
  platform: outlet.platform,
  city: outlet.city ?? '',
  website: outlet.website ?? '',
  email: outlet.email ?? '',
  phone: outlet.phone ? phoneText(outlet.phone) : '',
  address: outlet.address ?? '',
  pressCouncilStatus: outlet.pressCouncilStatus,
  pressCouncilCheckedOn: outlet.pressCouncilCheckedOn ?? '',
  pressCouncilUrl: outlet.pressCouncilUrl ?? '',
  companyAssociations: outlet.companyAssociations,
  tags: outlet.tags,
  notes: outlet.notes ?? '',
})

/** People write `media.example`; the contract wants the whole address. */
const wholeAddress = (typed: string) => {
  const address = typed.trim()
  return !address || /^[a-z]+:/i.test(address) ? address : `https://${address}`
}

/** The fields with web addresses completed, ready for the contract. */
export const completed = (values: OutletValues): OutletValues => ({
  ...values,
  website: wholeAddress(values.website),
  pressCouncilUrl: wholeAddress(values.pressCouncilUrl),
})
