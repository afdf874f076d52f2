import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'
import classes from './toast-container.module.css'

export const ToastContainer = () => (
  <Notifications position="bottom-center" containerWidth={420} limit={3} className={classes.root} />
)
