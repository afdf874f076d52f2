export const SessionMinutesPage = () => null
