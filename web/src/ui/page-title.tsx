import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Icon } from './icon.tsx'
import { AppLink } from './link.tsx'
import classes from './page-title.module.css'

interface PageTitleProps {
  title: string
  /** One line under the title: date, place, count. */
  subtitle?: ReactNode
  /** Where this page belongs. */
  parent?: { label: string; to: string }
  /** Beside the title: a state. */
  mark?: ReactNode
  /** The one primary action, perhaps a menu beside it. */
  action?: ReactNode
}

/** Where am I, and the one thing to do here. Names the tab of the browser too. */
export const PageTitle = ({ title, subtitle, parent, mark, action }: PageTitleProps) => {
  useEffect(() => {
    document.title = `${title} · Ngopi`
  }, [title])
  return (
    <header className={classes.root}>
      <div className={classes.text} data-long={subtitle ? true : undefined}>
        {parent && (
          <AppLink to={parent.to} className={classes.parent} c="dimmed">
            <Icon name="left" size={16} />
            {parent.label}
          </AppLink>
        )}
        <Group gap="sm" align="center">
          <Title order={1}>{title}</Title>
          {mark}
        </Group>
        {subtitle && (
          <Text c="dimmed" mt={4} component="div">
            {subtitle}
          </Text>
        )}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </header>
  )
}
