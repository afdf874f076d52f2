export const SessionRemindersPage = () => null
