export const SessionLetterPage = () => null
