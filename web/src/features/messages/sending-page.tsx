export const SendingPage = () => null
