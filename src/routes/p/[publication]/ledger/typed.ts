import { moneyKinds, type MoneyKind } from '#lib/money-kinds.ts';
import { Trouble } from '#lib/trouble.ts';
import { choiceIn, shownIn, textIn } from '../../../form.ts';
import { MOST_PLACES, typedPlacements } from './places.ts';

/** What a form is about. @throws {Trouble} badChoice */
export function kindOf(form: FormData): MoneyKind {
	return choiceIn(form, 'kind', moneyKinds);
}

/** The cells of a form, trimmed; empty where there is none. */
export function typed(form: FormData): (name: string) => string {
	return (name) => {
		const cell = form.get(name);
		return typeof cell === 'string' ? cell.trim().slice(0, 300) : '';
	};
}

/** What the cells of a form held when it was opened, by their names. */
export function shownCells(form: FormData): [string, string][] {
	return Object.entries(shownIn(form) ?? {}).map(([name, cell]) => [name, String(cell)]);
}

/**
 * How many placements a form asks for: another number than it lists where no script listed them.
 *
 * @throws {Trouble} badCount
 */
export function countIn(form: FormData): number {
	const given = form.has('count') ? textIn(form, 'count') : String(typedPlacements(form).length);
	if (/^[1-9]\d?$/.test(given) && Number(given) <= MOST_PLACES) return Number(given);
	throw new Trouble('badCount', { given: given.slice(0, 40), field: 'count' });
}
