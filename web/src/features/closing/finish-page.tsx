export const FinishPage = () => null
