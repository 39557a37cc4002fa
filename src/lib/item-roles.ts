/** What an item is: a story, what somebody paid for, or the publication about itself. */
export const itemRoles = ['editorial', 'sponsor', 'house'] as const;
export type ItemRole = (typeof itemRoles)[number];

/** What a link is: of an item of that role, of the house outside items, or of the footer. */
export const linkRoles = [...itemRoles, 'footer'] as const;
export type LinkRole = (typeof linkRoles)[number];
