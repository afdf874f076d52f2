export const RemindersPage = () => null
