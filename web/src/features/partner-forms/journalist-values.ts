import type { Journalist } from '@ngopi/shared/journalists'
import { phoneText } from '../../lib/phone-text.ts'
import {
  type AffiliationValues,
  affiliationBody,
  valuesOfAffiliation,
} from './affiliation-values.ts'

/** The fields on screen of a journalist. */
export interface JournalistValues extends Record<string, unknown> {
  fullName: string
  titlePrefix: string
  titleSuffix: string
  phone: string
  email: string
  preferredChannel: NonNullable<Journalist['preferredChannel']> | ''
  language: Journalist['language']
  competenceLevel: Journalist['competenceLevel']
  competenceCardNumber: string
  competenceExpiresOn: string
  associations: Journalist['associations']
  beats: string[]
  affiliations: AffiliationValues[]
  tags: string[]
  notes: string
  optedOut: boolean
}

export const emptyJournalist = (
  fullName: string,
  affiliations: AffiliationValues[],
): JournalistValues => ({
  fullName,
  titlePrefix: '',
  titleSuffix: '',
  phone: '',
  email: '',
  preferredChannel: '',
  language: 'id',
  competenceLevel: 'none',
  competenceCardNumber: '',
  competenceExpiresOn: '',
  associations: [],
  beats: [],
  affiliations,
  tags: [],
  notes: '',
  optedOut: false,
})

export const valuesOfJournalist = (journalist: Journalist): JournalistValues => ({
  fullName: journalist.fullName,
  titlePrefix: journalist.titlePrefix ?? '',
  titleSuffix: journalist.titleSuffix ?? '',
  phone: journalist.phone ? phoneText(journalist.phone) : '',
  email: journalist.email ?? '',
  preferredChannel: journalist.preferredChannel ?? '',
  language: journalist.language,
  competenceLevel: journalist.competenceLevel,
  competenceCardNumber: journalist.competenceCardNumber ?? '',
  competenceExpiresOn: journalist.competenceExpiresOn ?? '',
  associations: journalist.associations,
  beats: journalist.beats,
  affiliations: journalist.affiliations.map(valuesOfAffiliation),
  tags: journalist.tags,
  notes: journalist.notes ?? '',
  optedOut: journalist.optedOutAt !== null,
})

/** The fields with affiliations as the contract has them. */
export const withBodies = (values: JournalistValues) => ({
  ...values,
  affiliations: values.affiliations.map(affiliationBody),
})
