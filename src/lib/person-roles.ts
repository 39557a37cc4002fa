/** What somebody with an account may do: all, edit and import, or view. */
export const personRoles = ['admin', 'editor', 'viewer'] as const;
export type PersonRole = (typeof personRoles)[number];
