export const InvitePage = () => null
