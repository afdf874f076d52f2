import { UnstyledButton } from '@mantine/core'
import type { MessageKind, MessageTemplate } from '@ngopi/shared/templates'
import { useT } from '../../i18n.tsx'
import { Icon } from '../../ui/icon.tsx'
import { templateStrings } from './template.strings.ts'
import classes from './templates.module.css'

interface TemplateListProps {
  templates: readonly MessageTemplate[]
  onOpen: (kind: MessageKind) => void
}

/** What each message is for and when it goes. */
export const TemplateList = ({ templates, onOpen }: TemplateListProps) => {
  const t = useT(templateStrings)
  return (
    <ul className={classes.list}>
      {templates.map(({ kind, custom }) => (
        <li key={kind}>
          <UnstyledButton className={classes.row} onClick={() => onOpen(kind)}>
            <span className={classes.about}>
              <span className={classes.kind}>{t(`kind.${kind}`)}</span>
              <span className={classes.when}>{t(`when.${kind}`)}</span>
            </span>
            {custom && <span className={classes.custom}>{t('custom')}</span>}
            <Icon name="right" size={18} />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
