import { Button, Group, Stack } from '@mantine/core'
import { Fragment, type ReactNode, type SyntheticEvent } from 'react'
import { commonStrings } from '../common.strings.ts'
import { useT } from '../i18n.tsx'
import { formStrings } from '../lib/form.strings.ts'
import type { Conflict } from '../lib/use-contract-form.ts'
import type { FormDraft } from '../lib/use-draft.ts'
import { DraftNotice, useThrowAway } from './draft-notice.tsx'
import { ErrorNotice } from './error-notice.tsx'
import classes from './form-panel.module.css'

interface FormPanelProps {
  submit: (event?: SyntheticEvent<HTMLFormElement>) => void
  // Required, so that no form forgets to say that it is saving or why it failed.
  saving: boolean
  error: Error | undefined
  conflict: Conflict | undefined
  draft: FormDraft
  /** A verb: "Simpan media". */
  submitLabel: string
  onCancel?: () => void
  /** Puts what is on the server into the fields; offered after a conflict. */
  onTakeTheirs?: (current: unknown) => void
  /** What saving will set off: beside the button, in view before it is pressed. */
  notice?: ReactNode
  /** As wide as its place, for fields that come with something beside them. */
  wide?: boolean
  children: ReactNode
}

/** One column of fields; the button to save stays in view. */
export const FormPanel = ({
  submit,
  saving,
  error,
  conflict,
  draft,
  submitLabel,
  onCancel,
  onTakeTheirs,
  notice,
  wide = false,
  children,
}: FormPanelProps) => {
  const t = useT(formStrings)
  const common = useT(commonStrings)
  const throwAway = useThrowAway(draft)
  return (
    <form onSubmit={submit} noValidate className={classes.form} data-wide={wide || undefined}>
      <Stack gap="md">
        <DraftNotice draft={draft} />
        <Fragment key={draft.revision}>{children}</Fragment>
      </Stack>
      <div className={classes.foot}>
        {notice}
        {error && (
          <ErrorNotice error={error} persisted={!conflict}>
            {conflict && (
              <Button size="xs" variant="default" onClick={conflict.keepMine}>
                {t('keepMine')}
              </Button>
            )}
            {conflict && onTakeTheirs && (
              <Button size="xs" variant="default" onClick={() => onTakeTheirs(conflict.current)}>
                {t('takeTheirs')}
              </Button>
            )}
          </ErrorNotice>
        )}
        <Group gap="sm">
          <Button type="submit" loading={saving}>
            {submitLabel}
          </Button>
          {onCancel && (
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                throwAway()
                onCancel()
              }}
            >
              {common('cancel')}
            </Button>
          )}
        </Group>
      </div>
    </form>
  )
}
