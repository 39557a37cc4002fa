import { certainty, clearOf, type CertaintyInput } from './certainty.ts';
import { statement, type Statement } from './statement.ts';

type Stand = { of: string; factor: number; within: boolean };

/**
 * How an issue did compared with the publication's average: within the usual variation, above it or below it.
 * Null with too little to compare.
 */
export function issueFinding(stands: readonly Stand[]): Statement | null {
	const clickers = stands.find(({ of }) => of === 'clickers');
	if (!clickers) return null;
	if (clickers.within) return statement('finding.issue.within', {});

	const { factor } = clickers;
	return statement(`finding.issue.${factor > 1 ? 'above' : 'below'}`, { factor: { lift: factor } });
}

/**
 * How many items of an issue are clearly above and below their positions' average, and the furthest on each
 * side.
 */
export function itemStatements(
	items: readonly (CertaintyInput & { title: string })[]
): Statement[] {
	const estimated = items
		.filter((item) => certainty(item).certainty === 'clear')
		.sort((a, b) => b.lift! - a.lift!);
	const values = ({ title, lift, low, high }: (typeof items)[number]) => ({
		item: { quoted: title },
		lift: { lift: lift! },
		between: { low: low!, high: high!, of: 'lift' as const }
	});
	const [above, below] = [clearOf(items, 'above'), clearOf(items, 'below')];
	const best = above ? estimated[0] : undefined;
	const worst = below ? estimated.at(-1) : undefined;
	if (!best && !worst) {
		const n = items.filter(({ lift }) => lift !== null).length;
		return n ? [statement('report.says.issue.noneClear', { n: { n } })] : [];
	}
	return [
		statement('report.says.issue.counts', { above: { count: above }, below: { count: below } }),
		...(best ? [statement('report.says.issue.best', values(best))] : []),
		...(worst ? [statement('report.says.issue.under', values(worst))] : [])
	];
}
