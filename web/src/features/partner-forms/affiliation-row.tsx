import { ActionIcon, Button, Group, Radio, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../../i18n.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { AffiliationValues } from './affiliation-values.ts'
import { journalistStrings } from './journalist.strings.ts'
import type { JournalistValues } from './journalist-values.ts'
import classes from './partners.module.css'

interface AffiliationRowProps {
  form: UseFormReturnType<JournalistValues>
  index: number
  affiliation: AffiliationValues
  /** With one outlet alone there is nothing to choose. */
  alone: boolean
  onPrimary: () => void
  onRemove: () => void
}

/** Where somebody works or worked: position, and from when until when. */
export const AffiliationRow = ({
  form,
  index,
  affiliation,
  alone,
  onPrimary,
  onRemove,
}: AffiliationRowProps) => {
  const t = useT(journalistStrings)
  const { outlet, from, until } = affiliation
  const at = `affiliations.${index}`
  const [dated, setDated] = useState(from !== '' || until !== '')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The field in which the outlet was chosen is gone: whoever used the keys goes on here.
    if (document.activeElement === document.body) first.current?.focus()
  }, [])
  const backwards = from !== '' && until !== '' && until < from
  return (
    <fieldset className={classes.affiliation} aria-label={outlet.name}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={600}>{outlet.name}</Text>
        <Group gap="sm" wrap="nowrap">
          {!alone && (
            <Radio
              name="primary-outlet"
              label={t('primary')}
              aria-label={t('primaryOf', { outlet: outlet.name })}
              checked={affiliation.isPrimary}
              onChange={onPrimary}
            />
          )}
          <ActionIcon
            aria-label={t('removeAffiliation', { outlet: outlet.name })}
            onClick={onRemove}
          >
            <Icon name="close" size={18} />
          </ActionIcon>
        </Group>
      </Group>
      {form.errors[`${at}.outletId`] && (
        <Text c="var(--mantine-color-error)" size="xs" role="alert">
          {form.errors[`${at}.outletId`]}
        </Text>
      )}
      <TextInput
        ref={first}
        label={t('position')}
        description={t('positionHelp')}
        {...form.getInputProps(`${at}.position`)}
      />
      {dated ? (
        <div className={classes.pair}>
          <DayField
            label={t('from')}
            short
            required={false}
            {...form.getInputProps(`${at}.from`)}
          />
          <DayField
            label={t('until')}
            short
            required={false}
            {...form.getInputProps(`${at}.until`)}
            error={
              form.errors[`${at}.until`] &&
              (backwards ? t('untilBeforeFrom') : form.errors[`${at}.until`])
            }
          />
        </div>
      ) : (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          w="fit-content"
          ml={-8}
          px={8}
          leftSection={<Icon name="calendar" size={16} />}
          onClick={() => setDated(true)}
        >
          {t('dates')}
        </Button>
      )}
    </fieldset>
  )
}
