export const CheckInScreenPage = () => null
