import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { competenceLevel, journalistAssociation, preferredChannel } from '@ngopi/shared/journalists'
import { messageLanguage } from '@ngopi/shared/templates'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useT } from '../../i18n.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FoldedPart } from '../../ui/folded-part.tsx'
import { AffiliationsField } from './affiliations-field.tsx'
import { labelsInUse } from './api.ts'
import { journalistStrings } from './journalist.strings.ts'
import type { JournalistValues } from './journalist-values.ts'
import { LabelsInput } from './labels-input.tsx'
import { partnerStrings } from './partner.strings.ts'
import classes from './partners.module.css'

const folded = [
  'titlePrefix',
  'titleSuffix',
  'preferredChannel',
  'language',
  'competenceLevel',
  'competenceCardNumber',
  'competenceExpiresOn',
  'associations',
  'notes',
]

interface JournalistFieldsProps {
  form: UseFormReturnType<JournalistValues>
  /** Somebody known may also ask not to be invited. */
  known: boolean
  /** Below the name: who may be the same. */
  children?: ReactNode
}

/** The fields of a journalist: name, outlet and number first, the rest folded away. */
export const JournalistFields = ({ form, known, children }: JournalistFieldsProps) => {
  const t = useT(journalistStrings)
  const both = useT(partnerStrings)
  const { data: labels } = useQuery(labelsInUse())
  return (
    <>
      <TextInput
        label={t('fullName')}
        description={t('fullNameHelp')}
        withAsterisk
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('fullName')}
      />
      {children}
      <AffiliationsField form={form} />
      <TextInput
        label={both('phone')}
        type="tel"
        autoComplete="off"
        {...form.getInputProps('phone')}
      />
      <TextInput
        label={both('email')}
        type="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <LabelsInput
        label={t('beats')}
        description={t('beatsHelp')}
        suggestions={labels?.beats ?? []}
        {...form.getInputProps('beats')}
      />
      <LabelsInput
        label={both('tags')}
        description={both('tagsHelp')}
        suggestions={labels?.journalistTags ?? []}
        {...form.getInputProps('tags')}
      />
      {known && (
        <Checkbox
          label={t('optedOut')}
          description={t('optedOutHelp')}
          {...form.getInputProps('optedOut', { type: 'checkbox' })}
        />
      )}
      <FoldedPart
        label={both('moreDetails')}
        troubled={folded.some((field) => form.errors[field] !== undefined)}
      >
        <div className={classes.pair}>
          <TextInput label={t('titlePrefix')} {...form.getInputProps('titlePrefix')} />
          <TextInput label={t('titleSuffix')} {...form.getInputProps('titleSuffix')} />
        </div>
        <Select
          label={t('preferredChannel')}
          data={[
            { value: '', label: t('noPreference') },
            ...preferredChannel.options.map((value) => ({ value, label: t(`channel.${value}`) })),
          ]}
          {...form.getInputProps('preferredChannel')}
        />
        <Select
          label={t('language')}
          description={t('languageHelp')}
          allowDeselect={false}
          data={messageLanguage.options.map((value) => ({
            value,
            label: t(`languageName.${value}`),
          }))}
          {...form.getInputProps('language')}
        />
        <Select
          label={t('competence')}
          data={competenceLevel.options.map((value) => ({
            value,
            label: t(`competenceLevel.${value}`),
          }))}
          {...form.getInputProps('competenceLevel')}
        />
        <TextInput label={t('cardNumber')} {...form.getInputProps('competenceCardNumber')} />
        <DayField
          label={t('cardExpires')}
          lean="future"
          required={false}
          {...form.getInputProps('competenceExpiresOn')}
        />
        <MultiSelect
          label={t('associations')}
          data={journalistAssociation.options}
          {...form.getInputProps('associations')}
        />
        <Textarea
          label={both('notes')}
          description={both('notesHelp')}
          {...form.getInputProps('notes')}
        />
      </FoldedPart>
    </>
  )
}
