import { unpack, verdicts, type Reason } from '#lib/measure/verdicts/rules.ts';
import type { VerdictCount } from '../../store/events/verdicts.ts';

export type VerdictName = keyof typeof verdicts;

/** How many events one rule filtered; `human` and `none` together are the events that count. */
export type ReasonRow = { verdict: VerdictName; reason: Reason; n: number };

/** Events of one kind: each has one verdict, so that the three add up to all. */
export type Ledger = Record<VerdictName, number> & { all: number; reasons: ReasonRow[] };

const names = Object.keys(verdicts) as VerdictName[];
const nameOf = (code: number) => names.find((name) => verdicts[name] === unpack(code).verdict)!;

/** Sums by verdict and reason, the largest first. */
export function ledger(counts: readonly Pick<VerdictCount, 'verdict' | 'n'>[]): Ledger {
	const byCode = new Map<number, number>();
	for (const { verdict, n } of counts) byCode.set(verdict, (byCode.get(verdict) ?? 0) + n);

	const reasons = [...byCode]
		.filter(([, n]) => n > 0)
		.map(([code, n]) => ({ verdict: nameOf(code), reason: unpack(code).reason, n }))
		.sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
	const sum = (verdict: VerdictName) =>
		reasons.reduce((n, row) => n + (row.verdict === verdict ? row.n : 0), 0);

	const [human, suspect, machine] = [sum('human'), sum('suspect'), sum('machine')];
	return { all: human + suspect + machine, human, suspect, machine, reasons };
}
