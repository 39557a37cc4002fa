import type { AudienceFigures } from '../server/figures/audience/audience.ts';
import type { ChannelFigures } from '../server/figures/money/channels.ts';
import type { MachineStep } from '../server/figures/machine-step.ts';
import type { SponsorFigures } from '../server/figures/sponsors/sponsors.ts';
import type { VerdictFigures } from '../server/figures/verdicts/verdicts.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

// What figures leave out, in the same sentences on pages, in reports and in a terminal.

/** Everything that no row of the channels holds, each with how many and how much. */
export function channelNotes(figures: ChannelFigures, say: Formats): string[] {
	const o = { locale: say.locale };
	const { aside, attribution, channelless, undated, before, valueBefore } = figures;
	const money = (amount: number, currency = figures.currency) =>
		say.money(amount, currency, { perUnit: true });
	const n = (count: number) => ({ n: count, count: say.number(count) });
	const sum = (of: { n: number; amount: number }) => ({ ...n(of.n), amount: money(of.amount) });
	return [
		channelless > 0 && m['aside.channelless'](n(channelless), o),
		undated > 0 && m['aside.undatedReaders'](n(undated), o),
		before > 0 && m['aside.before'](n(before), o),
		aside.undated.spend > 0 && m['aside.undatedSpend'](n(aside.undated.spend), o),
		aside.undated.value > 0 && m['aside.undatedValue'](n(aside.undated.value), o),
		aside.unpriced > 0 && m['aside.unpriced'](n(aside.unpriced), o),
		...noRateNotes(aside, say),
		aside.repeated > 0 && m['aside.repeated'](n(aside.repeated), o),
		aside.replaced > 0 && m['aside.replaced'](n(aside.replaced), o),
		aside.leftOut > 0 && m['aside.leftOut'](n(aside.leftOut), o),
		...figures.revisions.map((one) => revisionNote(one, say)),
		attribution.unknownReader.n > 0 && m['aside.unknownReader'](sum(attribution.unknownReader), o),
		attribution.noChannel.n > 0 && m['aside.noChannel'](sum(attribution.noChannel), o),
		attribution.nowhere.n > 0 && m['aside.nowhere'](sum(attribution.nowhere), o),
		attribution.item.n > 0 && m['aside.items'](sum(attribution.item), o),
		valueBefore !== 0 && m['aside.valueBefore']({ amount: money(valueBefore) }, o)
	].filter((line) => line !== false);
}

/** What is to be asked of a file that replaced amounts of others, or whose own wait for the answer. */
export function revisionNote(
	{ file, n, code }: ChannelFigures['revisions'][number],
	say: Formats
): string {
	return m[code === 'held' ? 'aside.held' : 'aside.revision'](
		{ file, n, count: say.number(n) },
		{ locale: say.locale }
	);
}

/** Amounts in a currency without a rate. */
function noRateNotes({ noRate }: Pick<ChannelFigures['aside'], 'noRate'>, say: Formats): string[] {
	return noRate.map(({ n, amount, currency }) =>
		m['aside.noRate'](
			{ n, count: say.number(n), amount: say.money(amount, currency, { perUnit: true }) },
			{ locale: say.locale }
		)
	);
}

/** What the table of sponsors' places holds without a fee, and what of it is in no sum. */
export function sponsorNotes(
	{ aside, placements }: Pick<SponsorFigures, 'aside' | 'placements'>,
	say: Formats
): string[] {
	const unpriced = placements.filter(({ fee }) => fee === null).length;
	return [
		...noRateNotes(aside, say),
		...(unpriced ? [m['sponsors.noFee']({ n: unpriced }, { locale: say.locale })] : [])
	];
}

/** Readers of whom something is not known: when they joined or left, whether they are in a list at all. */
export function audienceNotes(
	{ totals, leavers }: Pick<AudienceFigures, 'totals' | 'leavers'>,
	{ locale }: Formats
): string[] {
	const o = { locale };
	const unknown = (['leftByList', 'undated', 'unlisted', 'pending'] as const).filter(
		(what) => totals[what] > 0
	);
	return [
		...(leavers === 'survivors' ? [m['audience.lead.survivors']({}, o)] : []),
		...unknown.map((what) => {
			const key = what === 'leftByList' ? 'byList' : what;
			return m[`audience.lead.${key}`]({ n: totals[what] }, o);
		})
	];
}

/** Since when machines make another share of clicks: what looks like a change of readers may be theirs. */
export function stepNotes(step: MachineStep | null, say: Formats): string[] {
	if (!step) return [];
	const issue = /^\d+$/.test(step.issue) ? say.issue(Number(step.issue)) : say.quote(step.issue);
	const [before, after] = [say.percent(step.before), say.percent(step.after)];
	return [m['verdicts.step']({ issue, before, after }, { locale: say.locale })];
}

/** The same as a note on a chart over issues, at the issue since when; none where nobody knows when it went out. */
export function stepFlags(step: MachineStep | null, say: Formats): { at: number; text: string }[] {
	const at = step?.at ?? null;
	return at === null ? [] : stepNotes(step, say).map((text) => ({ at, text }));
}

/** Sums above this share of clicks, or whose interval excludes none, are worth a footnote to clickers. */
const MATERIAL = 0.05;

/** What of the clicks that count may be machines' that look like people. */
export function loneNotes({ lone }: Pick<VerdictFigures, 'lone'>, say: Formats): string[] {
	if (!lone || lone.high < 0.5) return [];
	const o = { locale: say.locale };
	const [n, low, high] = [lone.estimate, lone.low, lone.high].map((end) => say.whole(end));
	if (Math.round(lone.estimate) === 0) return [m['verdicts.lone.none']({ high: high! }, o)];
	return [m['verdicts.lone']({ n: n!, low: low!, high: high! }, o)];
}

/** The same beneath clickers of issues, where it is enough to matter. */
export function clickersNotes(
	lone: VerdictFigures['lone'],
	issues: readonly { clicks: number | null }[],
	say: Formats
): string[] {
	const clicks = issues.reduce((sum, issue) => sum + (issue.clicks ?? 0), 0);
	const isMaterial = lone !== null && (lone.low >= 0.5 || lone.estimate >= MATERIAL * clicks);
	return isMaterial ? loneNotes({ lone }, say) : [];
}

/** Where the position model is refused: issues whose order differed from reader to reader. */
export function itemNotes({ personal }: { personal: number }, { locale }: Formats): string[] {
	return personal ? [m['items.personal']({ n: personal }, { locale })] : [];
}
