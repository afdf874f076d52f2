import { Button, Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AffiliationRow } from './affiliation-row.tsx'
import { withOutlet, withoutAffiliation, withPrimary } from './affiliation-values.ts'
import { journalistStrings } from './journalist.strings.ts'
import type { JournalistValues } from './journalist-values.ts'
import { OutletPicker } from './outlet-picker.tsx'

/** The outlets of a journalist; choosing one adds it. */
export const AffiliationsField = ({ form }: { form: UseFormReturnType<JournalistValues> }) => {
  const t = useT(journalistStrings)
  const { affiliations } = form.getValues()
  const [adding, setAdding] = useState(false)
  const set = (list: JournalistValues['affiliations']) => {
    form.setFieldValue('affiliations', list)
    form.clearFieldError('affiliations')
  }
  return (
    <Stack gap="md">
      {affiliations.map((affiliation, index) => (
        <AffiliationRow
          // An outlet may come twice, with different dates; places in the list are all they have.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={`${affiliation.outlet.id}:${index}`}
          form={form}
          index={index}
          affiliation={affiliation}
          alone={affiliations.length === 1}
          onPrimary={() => set(withPrimary(affiliations, index))}
          onRemove={() => set(withoutAffiliation(affiliations, index))}
        />
      ))}
      {affiliations.length === 0 || adding ? (
        <OutletPicker
          key={affiliations.length}
          label={affiliations.length === 0 ? t('outlet') : t('anotherOutlet')}
          value={null}
          onChange={(outlet) => {
            if (!outlet) return
            setAdding(false)
            set(withOutlet(affiliations, outlet))
          }}
          error={form.errors.affiliations}
        />
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          w="fit-content"
          ml={-12}
          px={12}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setAdding(true)}
        >
          {t('anotherOutlet')}
        </Button>
      )}
      {affiliations.length > 0 && form.errors.affiliations && (
        <Text c="var(--mantine-color-error)" size="xs" role="alert">
          {form.errors.affiliations}
        </Text>
      )}
    </Stack>
  )
}
