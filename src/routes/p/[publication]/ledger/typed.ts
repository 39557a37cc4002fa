import { Trouble, troubleIn, type TroubleCode } from '#lib/trouble.ts';
import { choiceIn, textIn } from '../../../form.ts';
import { MOST_PLACES, placesIn } from './places.ts';
import type { Sent } from './refusal.ts';

const KINDS = ['spend', 'value', 'placement'] as const;

export type Kind = (typeof KINDS)[number];

/** What a form is about. @throws {Trouble} badChoice */
export function kindOf(form: FormData): Kind {
	return choiceIn(form, 'kind', KINDS);
}

/** The cells of a form, trimmed; empty where there is none. */
export function typed(form: FormData): (name: string) => string {
	return (name) => {
		const cell = form.get(name);
		return typeof cell === 'string' ? cell.trim().slice(0, 300) : '';
	};
}

/** All that a form says, to be shown again. */
export function sentIn(form: FormData): Sent {
	return [...form].map(([name, value]) => [name, String(value)]);
}

/**
 * How many placements a form asks for: another number than it lists where no script listed them.
 *
 * @throws {Trouble} badNumber
 */
export function countIn(form: FormData): number {
	const given = form.has('count') ? textIn(form, 'count') : String(placesIn(form).length);
	if (/^[1-9]\d?$/.test(given) && Number(given) <= MOST_PLACES) return Number(given);
	throw new Trouble('badNumber', { given: given.slice(0, 40), field: 'count' });
}

const fields: Partial<Record<TroubleCode, string>> = {
	badAmount: 'amount',
	badCurrency: 'currency',
	badDate: 'from',
	badPeriod: 'to',
	badNumber: 'guaranteed',
	noChannel: 'channel',
	noSponsor: 'sponsor',
	noSuchReader: 'address',
	feesDiffer: 'amount'
};

/** The field that a form was refused for: the one that the trouble names, else that of its code; null where it is none of them. */
export function fieldOf(cause: unknown): string | null {
	const trouble = troubleIn(cause);
	if (!trouble) return null;
	return trouble.details.field?.toString() ?? fields[trouble.code] ?? null;
}
