import type { VerdictCount } from '../../store/events/verdicts.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Compared } from '../comparison.ts';
import { meanShare, summedFigure, withMissing, type KeyFigure } from '../key-figures.ts';
import { clicksUnlike, completenessChanged } from '../content/item-keys.ts';
import { isOpen } from '../content/issues.ts';
import { ledger, type Ledger } from './counted-verdicts.ts';

/** How many of a period's clicks and opens the rules filtered. */
export type VerdictKeys = {
	clicks: KeyFigure;
	humanClicks: KeyFigure;
	/** shares of an issue's clicks and opens, averaged over issues */
	clicksAside: KeyFigure;
	opensAside: KeyFigure;
};

type Judged = { issues: readonly ArchiveIssue[]; counts: readonly VerdictCount[] };

/** The same beside the issues that they are compared with. */
export function verdictKeys(
	now: Judged,
	before: Judged,
	compared: Compared,
	dataUpTo: number | null
): VerdictKeys {
	// zero clicks are not the same as clicks that were never imported, or of which only totals are known
	const isKnown = ({ rollup }: ArchiveIssue) =>
		rollup?.layer === 'events' && rollup.clickers !== null;
	const clicksOf = ({ issues, counts }: Judged) =>
		issues.some(isKnown) ? ledger(counts.filter(({ event }) => event === 'click')) : null;
	const unknownIn = ({ issues }: Judged) => issues.filter((issue) => !isKnown(issue)).length;
	const [clicks, clicksBefore] = [clicksOf(now), clicksOf(before)];
	const known = [...now.issues, ...before.issues].filter(
		({ rollup }) => rollup && rollup.layer !== 'none'
	);
	const why =
		clicksUnlike(known, dataUpTo) ?? completenessChanged(unknownIn(now), unknownIn(before));
	const summed = (what: 'all' | 'human') => {
		const byIssue = (of: Judged) =>
			judgedIssues(of, 'click', dataUpTo).map((counted) => counted[what]);
		return summedFigure(
			{
				value: clicks?.[what] ?? null,
				before: clicksBefore?.[what] ?? null,
				byIssue: () => ({ now: byIssue(now), before: byIssue(before) })
			},
			compared,
			why
		);
	};
	const shares = (event: VerdictCount['event']) =>
		withMissing(
			meanShare(
				sharesAside(now, event, dataUpTo),
				sharesAside(before, event, dataUpTo),
				compared,
				null
			),
			isOnlyOpen(now, event, dataUpTo) ? 'open' : null
		);
	return {
		clicks: summed('all'),
		humanClicks: summed('human'),
		clicksAside: shares('click'),
		opensAside: shares('open')
	};
}

/** Whether events of a kind are known only for open issues. */
function isOnlyOpen(
	{ issues, counts }: Judged,
	event: VerdictCount['event'],
	dataUpTo: number | null
): boolean {
	const known = new Set(counts.flatMap((one) => (one.event === event ? [one.issueId] : [])));
	const shown = issues.filter(({ id }) => known.has(id));
	return shown.length > 0 && shown.every((issue) => isOpen(issue, dataUpTo));
}

/**
 * For each closed issue, the share of its events of a kind that was filtered; without issues that have none.
 */
function sharesAside(...asked: Parameters<typeof judgedIssues>): number[] {
	return judgedIssues(...asked).map(({ all, human }) => (all - human) / all);
}

/** Verdicts on each closed issue's events of a kind; without issues that have none. */
function judgedIssues(
	{ issues, counts }: Judged,
	event: VerdictCount['event'],
	dataUpTo: number | null
): Ledger[] {
	const ofIssue = new Map<number | null, VerdictCount[]>();
	for (const count of counts) {
		if (count.event !== event) continue;
		const own = ofIssue.get(count.issueId);
		if (own) own.push(count);
		else ofIssue.set(count.issueId, [count]);
	}
	return issues.flatMap((issue) => {
		if (isOpen(issue, dataUpTo)) return [];
		const judged = ledger(ofIssue.get(issue.id) ?? []);
		return judged.all ? [judged] : [];
	});
}
