import { isRounded } from '#lib/csv/numbers.ts';
import type { FileFacts, RoleColumns } from '../../recogniser.ts';
import { headerFit, lastParts, plainHeader } from './header-words.ts';

/** What is called like a part of a campaign, but not its name: its type, its state, its budget. */
const PART =
	/\b(type|typ|tipo|kind|status|statut|stato|estado|state|etat|zustand|budget|objective|objectif|obiettivo|objetivo|ziel|goal|categor\w*|kategorie|manager|owner|start|end|begin|debut|fin|date|source|medium|country|language|list|segment|size|count|members?|cost|spend)\b/;

/**
 * The type or state of a campaign is not the campaign; the word of a link's name is no event; ids that
 * a spreadsheet rounded name nothing where something else does; the id of each sale is no channel.
 */
export function withoutLooseNames({ table }: FileFacts, columns: RoleColumns): RoleColumns {
	const cells = (column: number) => table.sample.map((row) => (row[column] ?? '').trim());
	const isOneEach = (column: number) => {
		const ids = cells(column).filter((cell) => cell !== '');
		return (
			ids.length >= 6 &&
			new Set(ids).size === ids.length &&
			ids.every((id) => /^[\w-]+$/.test(id) && /\d/.test(id))
		);
	};
	const isOtherwiseNamed = (columns.campaignName ?? columns.subject ?? columns.issue) !== undefined;
	const loose = ([role, column]: [string, number]) => {
		if (role === 'channel') return isOneEach(column);
		if (role === 'campaign' && isOtherwiseNamed && cells(column).some(isRounded)) return true;
		if (role === 'alias' && columns.address !== undefined)
			return cells(column).some(isRounded) || isOfMany(cells(column), cells(columns.address));
		if (NAMES.includes(role) && isOfAddress(cells(column))) return true;
		const header = plainHeader(lastParts(table.header[column] ?? ''));
		if (role === 'campaign' || role === 'campaignName')
			return headerFit(table.header[column] ?? '', role) < 1 && PART.test(header);
		if (role === 'event')
			return (
				headerFit(table.header[column] ?? '', 'event') < 1 &&
				/\b(link|url|lien|button|bouton|cta|anchor|label|text|texte|title|titre|name|nom|subject|objet|answer|reponse|comment|reason|raison|motif|grund|motivo|reden)\b/.test(
					header
				)
			);
		return false;
	};
	return Object.fromEntries(Object.entries(columns).filter((entry) => !loose(entry)));
}

/** Roles of what a send is called by. */
const NAMES = ['campaign', 'campaignName', 'subject', 'issue'];

const SALUTATION =
	/^(?:mr|mrs|ms|miss|mx|dr|prof|m|mme|mlle|mm|monsieur|madame|mademoiselle|herr|frau|hr|fr|sr|sra|srta|don|dona|sig|sigra|signor|signora|dhr|mevr|mw|maitre|me)\.?$/i;

/** Whether a column says how readers are spoken to, as a `Title` does that is none of a letter. */
function isOfAddress(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell !== '');
	return filled.length > 0 && filled.every((cell) => SALUTATION.test(cell));
}

/** Whether one id stands beside several readers, as that of a message or a list does. */
function isOfMany(ids: readonly string[], readers: readonly string[]): boolean {
	const known = new Map<string, string>();
	return ids.some((id, i) => {
		const reader = (readers[i] ?? '').toLowerCase();
		if (id === '' || reader === '') return false;
		const first = known.get(id) ?? reader;
		known.set(id, first);
		return first !== reader;
	});
}
