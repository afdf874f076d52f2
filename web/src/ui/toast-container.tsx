import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'

export const ToastContainer = () => (
  <Notifications position="bottom-center" containerWidth={420} limit={3} />
)
