import type { TroubleCode } from '#lib/trouble.ts';
import { choiceIn } from '../../../form.ts';

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

const fields: Partial<Record<TroubleCode, string>> = {
	badAmount: 'amount',
	badCurrency: 'currency',
	badDate: 'from',
	badPeriod: 'to',
	badNumber: 'guaranteed',
	noChannel: 'channel',
	noSponsor: 'sponsor',
	noSuchReader: 'address'
};

/** The field that a form was refused for; null where it is none of them. */
export function fieldOf(code: TroubleCode): string | null {
	return fields[code] ?? null;
}
