import { ActionIcon, Button, Menu } from '@mantine/core'
import { type Series, seriesApi } from '@ngopi/shared/series'
import { commonStrings } from '../../common.strings.ts'
import { useT } from '../../i18n.tsx'
import { call } from '../../lib/api.ts'
import { useUndoable } from '../../lib/use-undoable.ts'
import { Icon } from '../../ui/icon.tsx'
import { seriesStrings } from './series.strings.ts'

interface SeriesActionsProps {
  series: Series
  /** Whether a date is left that could be skipped or split at. */
  hasComing: boolean
  onAsk: (what: 'change' | 'split' | 'skip') => void
}

/** What can be done with a series. */
export const SeriesActions = ({ series, hasComing, onAsk }: SeriesActionsProps) => {
  const t = useT(seriesStrings)
  const common = useT(commonStrings)
  const params = { id: series.id }
  const run = () => call(seriesApi.archive, { params })
  const undo = () => call(seriesApi.restore, { params })
  const archive = useUndoable<Series>({
    run,
    undo,
    message: ({ title }) => t('archivedName', { title }),
    refreshes: ['series', 'sessions'],
  })
  const restore = useUndoable<Series>({
    run: undo,
    undo: archive,
    message: ({ title }) => t('restoredName', { title }),
    refreshes: ['series', 'sessions'],
  })
  if (series.archivedAt)
    return (
      <Button variant="default" onClick={() => void restore(series)}>
        {common('restore')}
      </Button>
    )
  return (
    <>
      <Button leftSection={<Icon name="edit" size={18} />} onClick={() => onAsk('change')}>
        {common('edit')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('act.more')}>
            <Icon name="more" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon name="right" size={18} />}
            disabled={!hasComing}
            onClick={() => onAsk('split')}
          >
            {t('act.split')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="close" size={18} />}
            disabled={!hasComing}
            onClick={() => onAsk('skip')}
          >
            {t('act.skip')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon name="archive" size={18} />}
            onClick={() => void archive(series)}
          >
            {common('archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
