import { Button } from '@mantine/core'
import { useT } from '../../i18n.tsx'
import { Time } from '../../lib/time.tsx'
import { useOfficeZone } from '../../lib/use-office-zone.ts'
import { Icon } from '../../ui/icon.tsx'
import { journalistStrings } from '../partner-forms/journalist.strings.ts'
import classes from '../partner-forms/partners.module.css'

interface ContactProblemProps {
  of: 'phone' | 'email'
  /** ISO instant. */
  since: string
  /** Takes the mark away without changing the contact; absent for those who may not. */
  onTrust?: (() => void) | undefined
  trusting: boolean
}

/** Says of a number or an address that it was found not to work; another one takes the mark away, or whoever knows better. */
export const ContactProblem = ({ of, since, onTrust, trusting }: ContactProblemProps) => {
  const t = useT(journalistStrings)
  const zone = useOfficeZone()
  return (
    <span className={classes.problem}>
      <Icon name="warning" size={16} />
      <span>
        {t.rich(`${of}Problem`, { day: () => <Time at={since} zone={zone} dayOnly /> })}
        {onTrust && (
          <Button
            size="xs"
            variant="default"
            display="block"
            mt={4}
            loading={trusting}
            onClick={onTrust}
          >
            {t(`${of}Trust`)}
          </Button>
        )}
      </span>
    </span>
  )
}
