import type { ChannelFigures } from '../server/figures/money/channels.ts';
import type { SponsorFigures } from '../server/figures/sponsors/sponsors.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

// What figures of money leave out, in the same sentences on pages and in a terminal.

/** Everything that no row of the channels holds, each with how many and how much. */
export function channelNotes(figures: ChannelFigures, formats: Formats): string[] {
	const options = { locale: formats.locale };
	const { aside, attribution, channelless, undated, before, valueBefore } = figures;
	const money = (amount: number, currency = figures.currency) =>
		formats.money(amount, currency, { perUnit: true });
	const n = (count: number) => ({ n: count, count: formats.number(count) });
	const sum = (of: { n: number; amount: number }) => ({ ...n(of.n), amount: money(of.amount) });
	return [
		channelless > 0 && m['aside.channelless'](n(channelless), options),
		undated > 0 && m['aside.undatedReaders'](n(undated), options),
		before > 0 && m['aside.before'](n(before), options),
		...rowNotes(aside, formats),
		...figures.revisions.map((one) => revisionNote(one, formats)),
		attribution.unknownReader.n > 0 &&
			m['aside.unknownReader'](sum(attribution.unknownReader), options),
		attribution.undatedReader.n > 0 &&
			m['aside.undatedReader'](sum(attribution.undatedReader), options),
		attribution.noChannel.n > 0 && m['aside.noChannel'](sum(attribution.noChannel), options),
		attribution.nowhere.n > 0 && m['aside.nowhere'](sum(attribution.nowhere), options),
		attribution.item.n > 0 && m['aside.items'](sum(attribution.item), options),
		valueBefore !== 0 && m['aside.valueBefore']({ amount: money(valueBefore) }, options)
	].filter((line) => line !== false);
}

/** Rows of money that count in no channel, by what they lack. */
function rowNotes(aside: ChannelFigures['aside'], formats: Formats): string[] {
	const options = { locale: formats.locale };
	const n = (count: number) => ({ n: count, count: formats.number(count) });
	return [
		aside.undated.spend > 0 && m['aside.undatedSpend'](n(aside.undated.spend), options),
		aside.undated.value > 0 && m['aside.undatedValue'](n(aside.undated.value), options),
		aside.unpriced > 0 && m['aside.unpriced'](n(aside.unpriced), options),
		...noRateNotes(aside, formats),
		aside.repeated > 0 && m['aside.repeated'](n(aside.repeated), options),
		aside.replaced > 0 && m['aside.replaced'](n(aside.replaced), options),
		aside.leftOut > 0 && m['aside.leftOut'](n(aside.leftOut), options)
	].filter((line) => line !== false);
}

/**
 * What a report says of the channels that none of its rows holds. Whoever is mailed it is told no number of
 * few readers, nor what they brought.
 *
 * @param isFew whether so many readers are few
 */
export function channelNotesOnPaper(
	{ aside, channelless, undated, before }: ChannelFigures,
	formats: Formats,
	isFew: (n: number) => boolean
): string[] {
	const options = { locale: formats.locale };
	const isTold = (count: number) => count > 0 && !isFew(count);
	const n = (count: number) => ({ n: count, count: formats.number(count) });
	return [
		isTold(channelless) && m['aside.channelless'](n(channelless), options),
		isTold(undated) && m['aside.undatedReaders'](n(undated), options),
		isTold(before) && m['aside.before'](n(before), options),
		...rowNotes(aside, formats)
	].filter((line) => line !== false);
}

/** Notes as one line beneath a figure of a report; null without any. */
export function notesLine(notes: readonly string[], formats: Formats): string | null {
	if (notes.length === 0) return null;
	return formats.labelled(m['aside.title']({}, { locale: formats.locale }), notes.join(' · '));
}

/** What is to be asked of a file that replaced amounts of others, or whose own wait for the answer. */
export function revisionNote(
	{ file, n, code }: ChannelFigures['revisions'][number],
	formats: Formats
): string {
	return m[code === 'held' ? 'aside.held' : 'aside.revision'](
		{ file, n, count: formats.number(n) },
		{ locale: formats.locale }
	);
}

/** Amounts in a currency without a rate. */
function noRateNotes(
	{ noRate }: Pick<ChannelFigures['aside'], 'noRate'>,
	formats: Formats
): string[] {
	return noRate.map(({ kind, n, amount, currency }) =>
		m[`aside.noRate.${kind}`](
			{ n, count: formats.number(n), amount: formats.money(amount, currency, { perUnit: true }) },
			{ locale: formats.locale }
		)
	);
}

/** What the table of sponsors' places holds without a fee, and what of it is in no sum. */
export function sponsorNotes(
	{ aside, placements }: Pick<SponsorFigures, 'aside' | 'placements'>,
	formats: Formats
): string[] {
	const unpriced = placements.filter(({ fee }) => fee === null).length;
	return [
		...noRateNotes(aside, formats),
		...(unpriced ? [m['sponsors.noFee']({ n: unpriced }, { locale: formats.locale })] : [])
	];
}
