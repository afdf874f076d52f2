import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core'
import { type JournalistFilter, type Segment, segmentsApi } from '@ngopi/shared/segments'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { readAgain } from '../../lib/query.ts'
import { useContractForm } from '../../lib/use-contract-form.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { FormPanel } from '../../ui/form-panel.tsx'
import { Icon } from '../../ui/icon.tsx'
import { errorToast, toast } from '../../ui/toast.tsx'
import { segmentsStrings } from './segments.strings.ts'

interface NameFormProps {
  /** The one renamed; without it a new one is saved. */
  segment: Segment | undefined
  filter: JournalistFilter
  onSaved: (segment: Segment) => void
  onCancel: () => void
}

const NameForm = ({ segment, filter, onSaved, onCancel }: NameFormProps) => {
  const t = useT(segmentsStrings)
  const f = useContractForm({
    draft: `segment/${segment?.id ?? 'new'}`,
    schema: segmentsApi.create.schema.body,
    initialValues: { name: segment?.name ?? '' },
    toBody: ({ name }) => ({ name, filter }),
    send: (body) =>
      segment
        ? call(segmentsApi.update, {
            params: { id: segment.id },
            body: { version: segment.version, name: body.name },
          })
        : call(segmentsApi.create, { body }),
    onSaved,
  })
  return (
    <FormPanel {...f} submitLabel={t('save.submit')} onCancel={onCancel}>
      <Stack>
        <TextInput
          data-autofocus
          label={useT(commonStrings)('name')}
          description={t('save.hint')}
          maxLength={120}
          withAsterisk
          {...f.form.getInputProps('name')}
        />
      </Stack>
    </FormPanel>
  )
}

interface SegmentActionsProps {
  /** The one chosen among the saved. */
  segment: Segment | undefined
  filter: JournalistFilter
  /** Whether the filter differs from the segment's, or from no filter. */
  changed: boolean
  /** The segment to stand in the address now. */
  onChoose: (segment: Segment | undefined) => void
}

/** Keeps a filter under a name, changes, renames and archives it. */
export const SegmentActions = ({ segment, filter, changed, onChoose }: SegmentActionsProps) => {
  const t = useT(segmentsStrings)
  const common = useT(commonStrings)
  const cache = useQueryClient()
  const [naming, setNaming] = useState<'new' | 'rename'>()
  const refresh = () => readAgain(cache, 'segments', 'audiences')
  const take = async (saved: Segment) => {
    await refresh()
    setNaming(undefined)
    onChoose(saved)
    void toast(t('save.saved', { name: saved.name }))
  }
  const update = useMutation({
    mutationFn: ({ id, version }: Segment) =>
      call(segmentsApi.update, { params: { id }, body: { version, filter } }),
    onSuccess: take,
    onError: (error) => {
      void refresh()
      void errorToast(error)
    },
  })
  const archive = useUndoable<Segment>({
    run: ({ id }) => call(segmentsApi.archive, { params: { id } }),
    undo: ({ id }) => call(segmentsApi.restore, { params: { id } }),
    message: ({ name }) => t('save.archived', { name }),
    refreshes: ['segments'],
  })
  return (
    <Group gap="xs">
      {segment && changed && (
        <Button
          size="sm"
          variant="default"
          loading={update.isPending}
          onClick={() => update.mutate(segment)}
        >
          {t('save.changes')}
        </Button>
      )}
      {changed && (
        <Button size="sm" variant="subtle" onClick={() => setNaming('new')}>
          {t('save.asNew')}
        </Button>
      )}
      {segment && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" aria-label={t('save.more', { name: segment.name })}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<Icon name="edit" size={18} />}
              onClick={() => setNaming('rename')}
            >
              {t('save.rename')}
            </Menu.Item>
            <Menu.Item
              leftSection={<Icon name="archive" size={18} />}
              onClick={async () => {
                if (await archive(segment)) onChoose(undefined)
              }}
            >
              {t('save.archive')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal
        opened={naming !== undefined}
        onClose={() => setNaming(undefined)}
        title={t(naming === 'rename' ? 'save.titleRename' : 'save.titleNew')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <NameForm
          segment={naming === 'rename' ? segment : undefined}
          filter={filter}
          onSaved={(saved) => void take(saved)}
          onCancel={() => setNaming(undefined)}
        />
      </Modal>
    </Group>
  )
}
