import type { LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';

/** Of the clicks that count, how many are probably lone checks by machines: an estimate with its interval. */
export const loneColumns = [
	{ key: 'lone', kind: 'decimal', cell: ({ lone }: Row) => lone?.estimate ?? null },
	{ key: 'loneLow', kind: 'decimal', cell: ({ lone }: Row) => lone?.low ?? null },
	{ key: 'loneHigh', kind: 'decimal', cell: ({ lone }: Row) => lone?.high ?? null }
] as const;

type Row = { lone: LoneChecks | null };
