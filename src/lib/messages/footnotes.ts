import type { MachineStep } from '../server/figures/machine-step.ts';
import type { VerdictFigures } from '../server/figures/verdicts/verdicts.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';
import { issueWithin } from './issue-name.ts';

// What figures leave out, in the same sentences on pages, in reports and in a terminal.

/** Since when machines make another share of clicks: what looks like a change of readers may be theirs. */
export function stepNotes(step: MachineStep | null, formats: Formats): string[] {
	if (!step) return [];
	const issue = issueWithin(step.issue, formats);
	const [before, after] = [formats.percent(step.before), formats.percent(step.after)];
	return [m['verdicts.step']({ issue, before, after }, { locale: formats.locale })];
}

/** The same as a note on a chart over issues, at the issue since when; none where nobody knows when it went out. */
export function stepFlags(
	step: MachineStep | null,
	formats: Formats
): { at: number; text: string }[] {
	const at = step?.at ?? null;
	return at === null ? [] : stepNotes(step, formats).map((text) => ({ at, text }));
}

/** Sums above this share of clicks, or whose interval excludes none, are worth a footnote to clickers. */
const MATERIAL = 0.05;

/** What of the clicks that count may be machines' that look like people. */
export function loneNotes({ lone }: Pick<VerdictFigures, 'lone'>, formats: Formats): string[] {
	if (!lone || lone.high < 0.5) return [];
	const options = { locale: formats.locale };
	const [n, low, high] = [lone.estimate, lone.low, lone.high].map((end) => formats.whole(end));
	if (Math.round(lone.estimate) === 0) return [m['verdicts.lone.none']({ high: high! }, options)];
	return [m['verdicts.lone']({ n: n!, low: low!, high: high! }, options)];
}

/** The same beneath clickers of issues, where it is enough to matter. */
export function clickersNotes(
	lone: VerdictFigures['lone'],
	issues: readonly { clicks: number | null }[],
	formats: Formats
): string[] {
	const clicks = issues.reduce((sum, issue) => sum + (issue.clicks ?? 0), 0);
	const isMaterial = lone !== null && (lone.low >= 0.5 || lone.estimate >= MATERIAL * clicks);
	return isMaterial ? loneNotes({ lone }, formats) : [];
}

/** Where the position model is refused: issues whose order differed from reader to reader. */
export function itemNotes({ personal }: { personal: number }, { locale }: Formats): string[] {
	return personal ? [m['items.personal']({ n: personal }, { locale })] : [];
}
