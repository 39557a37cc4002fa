/** What a statement about money can be of: what was spent, what that brought, what a sponsor pays. */
export const moneyKinds = ['spend', 'value', 'placement'] as const;
export type MoneyKind = (typeof moneyKinds)[number];
