import { nameKey } from '#lib/name-key.ts';
import { readAmount } from '#lib/spend/amount.ts';
import { bookedFees, type PriceBasis } from '#lib/spend/booking.ts';
import { readRate } from '#lib/spend/convert.ts';
import { typedCount } from '#lib/plain-text.ts';
import { Trouble } from '#lib/trouble.ts';
import { isDay } from '#lib/is-day.ts';
import type { MoneyWords } from '../store/money.ts';
import type { Publication } from '../store/publications.ts';
import type { Costs } from '../store/schema/publication.ts';
import type { RateWords } from './money.ts';

/** The cells of a form, by name. */
type Typed = (name: string) => string;

/** @throws {Trouble} badCurrency */
function currencyOf(typed: Typed): string {
	const currency = typed('currency').toUpperCase();
	if (Intl.supportedValuesOf('currency').includes(currency)) return currency;
	throw new Trouble('badCurrency', { given: currency });
}

/** @throws {Trouble} badCurrency, badAmount */
function amountOf(typed: Typed, name: string): { amount: number; currency: string } {
	const currency = currencyOf(typed);
	const amount = readAmount(typed(name), currency);
	if (amount === null) throw new Trouble('badAmount', { given: typed(name) });
	return { amount, currency };
}

/** @throws {Trouble} badDate, badPeriod */
function datesOf(typed: Typed): { from: string; to: string } {
	const from = typed('from');
	const to = typed('to') || from;
	for (const given of [from, to]) if (!isDay(given)) throw new Trouble('badDate', { given });
	if (from > to) throw new Trouble('badPeriod', { from, to });
	return { from, to };
}

const orNull = (text: string) => text || null;

/** What a form says of spend. @throws {Trouble} noChannel, badAmount, badCurrency, badDate, badPeriod */
export function spendWords(typed: Typed): MoneyWords['spend'] {
	const channel = typed('channel');
	if (!channel) throw new Trouble('noChannel');
	const paid = amountOf(typed, 'amount');
	if (paid.amount <= 0) throw new Trouble('badAmount', { given: typed('amount') });
	return { channel, campaign: orNull(typed('campaign')), ...datesOf(typed), ...paid };
}

type ValueWords = Omit<MoneyWords['value'], 'readerId' | 'urlId' | 'conversions' | 'sessions'>;

/** What a form says of value: of a channel, a campaign, an issue or an item. Whose it is, is looked up apart. */
export function valueWords(typed: Typed): ValueWords {
	return {
		...datesOf(typed),
		...amountOf(typed, 'amount'),
		kind: orNull(typed('label')),
		channel: orNull(typed('channel')),
		campaign: orNull(typed('campaign')),
		issue: orNull(typed('issue')),
		item: orNull(typed('item'))
	};
}

type PlacementWords = Omit<MoneyWords['placement'], 'urlId'>;

/** What a form says of a placement. @throws {Trouble} noSponsor, badAmount, badCurrency, badCount */
export function placementWords(typed: Typed): PlacementWords {
	const sponsor = typed('sponsor');
	if (!sponsor) throw new Trouble('noSponsor');
	const priced = typed('amount') ? amountOf(typed, 'amount') : null;
	if (priced && priced.amount < 0) throw new Trouble('badAmount', { given: typed('amount') });
	const guaranteed = typed('guaranteed');
	const clicks = guaranteed ? typedCount(guaranteed) : null;
	if (guaranteed && clicks === null) throw new Trouble('badCount', { given: guaranteed });
	return {
		sponsor,
		issue: orNull(typed('issue')),
		item: orNull(typed('item')),
		fee: priced?.amount ?? null,
		currency: priced?.currency ?? null,
		guaranteedClicks: clicks
	};
}

/**
 * What a form says of several placements of a sponsor, which have all but their issues in common, and
 * maybe their fees. Trouble with one of them names its field (`own-2`) as a detail.
 *
 * @param places of each, its issue and the fee of its own, as typed
 * @throws {Trouble} what `placementWords` does, noIssue, sameIssue, feesDiffer
 */
export function bookingWords(
	typed: Typed,
	basis: PriceBasis,
	places: readonly { issue: string; own: string }[]
): PlacementWords[] {
	const common = placementWords(typed);
	if (places.length > 1) checkIssues(places.map(({ issue }) => issue));
	const own = places.map((place) => place.own);
	const currency = typed('amount') || own.some(Boolean) ? currencyOf(typed) : '';
	const { fees, wrong } = bookedFees({ price: typed('amount'), basis, currency, own });
	if (typeof wrong === 'number')
		throw new Trouble('badAmount', { given: own[wrong]!, field: `own-${wrong}` });
	if (fees === null) throw new Trouble('feesDiffer');
	return places.map(({ issue }, i) => ({
		...common,
		issue: orNull(issue),
		fee: fees[i]!,
		currency: fees[i] === null ? null : currency
	}));
}

/** @throws {Trouble} noIssue, sameIssue */
function checkIssues(issues: readonly string[]) {
	const keys = issues.map(nameKey);
	for (const [i, key] of keys.entries()) {
		const field = `issue-${i}`;
		if (key === '') throw new Trouble('noIssue', { field });
		if (keys.indexOf(key) < i) throw new Trouble('sameIssue', { issue: issues[i]!, field });
	}
}

/** A rate for each currency; null where a cell is empty, which takes one away. @throws {Trouble} badRate */
export function rateWords(entries: Iterable<[string, string]>): RateWords {
	const rates: Record<string, string | null> = {};
	for (const [currency, text] of entries) {
		rates[currency] = null;
		if (text.trim() === '') continue;
		const rate = readRate(text);
		if (rate === null) throw new Trouble('badRate', { given: text });
		rates[currency] = rate;
	}
	return rates;
}

/** Costs of making items, in the publication's currency. @throws {Trouble} badAmount, badNumber */
export function costWords(
	typed: Typed,
	sections: readonly number[],
	{ currency }: Publication
): Costs {
	const amount = (name: string): number | null => {
		const text = typed(name);
		if (!text) return null;
		const units = readAmount(text, currency);
		if (units === null || units < 0) throw new Trouble('badAmount', { given: text });
		return units;
	};
	const [item, hour] = [amount('item'), amount('hour')];
	const hours = typed('hours').replace(',', '.');
	if (hours && !(Number(hours) > 0)) throw new Trouble('badNumber', { given: hours });
	const own = sections.flatMap((id) => {
		const cost = amount(`section-${id}`);
		return cost === null ? [] : [[String(id), cost] as const];
	});
	return {
		...(item !== null && { item }),
		...(hour !== null && { hour }),
		...(hours && { hours: Number(hours) }),
		...(own.length > 0 && { sections: Object.fromEntries(own) })
	};
}
