import { Autocomplete, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { companyAssociation, platform, pressCouncilStatus } from '@ngopi/shared/outlets'
import { useQuery } from '@tanstack/react-query'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FoldedPart } from '../../ui/folded-part.tsx'
import { labelsInUse } from './api.ts'
import { LabelsInput } from './labels-input.tsx'
import { outletStrings } from './outlet.strings.ts'
import type { OutletValues } from './outlet-values.ts'
import { partnerStrings } from './partner.strings.ts'

const folded = [
  'address',
  'pressCouncilCheckedOn',
  'pressCouncilUrl',
  'companyAssociations',
  'notes',
]

/** The fields of an outlet: what one knows at once first, the rest folded away. */
export const OutletFields = ({ form }: { form: UseFormReturnType<OutletValues> }) => {
  const t = useT(outletStrings)
  const both = useT(partnerStrings)
  const common = useT(commonStrings)
  const { data: labels } = useQuery(labelsInUse())
  return (
    <>
      <Select
        label={t('platform')}
        data={platform.options.map((value) => ({ value, label: common(`platform.${value}`) }))}
        {...form.getInputProps('platform')}
      />
      <Autocomplete
        label={t('city')}
        data={labels?.cities ?? []}
        limit={8}
        {...form.getInputProps('city')}
      />
      <TextInput
        label={t('website')}
        description={t('websiteHelp')}
        inputMode="url"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('website')}
      />
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
      <Select
        label={t('pressCouncil')}
        data={pressCouncilStatus.options.map((value) => ({
          value,
          label: t(`pressCouncilStatus.${value}`),
        }))}
        {...form.getInputProps('pressCouncilStatus')}
      />
      <LabelsInput
        label={both('tags')}
        description={both('tagsHelp')}
        suggestions={labels?.outletTags ?? []}
        {...form.getInputProps('tags')}
      />
      <FoldedPart
        label={both('moreDetails')}
        troubled={folded.some((field) => form.errors[field] !== undefined)}
      >
        <DayField
          label={t('checkedOn')}
          lean="past"
          required={false}
          {...form.getInputProps('pressCouncilCheckedOn')}
        />
        <TextInput
          label={t('pressCouncilUrl')}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps('pressCouncilUrl')}
        />
        <MultiSelect
          label={t('associations')}
          data={companyAssociation.options}
          {...form.getInputProps('companyAssociations')}
        />
        <Textarea label={t('address')} {...form.getInputProps('address')} />
        <Textarea
          label={both('notes')}
          description={both('notesHelp')}
          {...form.getInputProps('notes')}
        />
      </FoldedPart>
    </>
  )
}
