import { maskedCell } from './masked-cell.ts';
import type { Role } from './recogniser.ts';

/** Roles whose cells name what was sent, said or done, never who it was. */
const ofThings: ReadonlySet<Role> = new Set<Role>([
	'event',
	'status',
	'campaign',
	'campaignName',
	'subject',
	'issue',
	'item',
	'url',
	'topics',
	'channel',
	'sponsor',
	'currency',
	'country',
	'device',
	'agent'
]);

/** Headers of columns that hold people, in the languages of exports. */
const person =
	/\b(?:name|nom|prenom|vorname|nachname|nombre|apellidos?|cognome|nome|naam|sobrenome|apelido|phone|tel(?:ephone)?|telefon[oe]?|mobile|address|adresse|direccion|indirizzo|adres|endereco|street|rue|city|ville|zip|postal|birth\w*|naissance|ip|user(?:name)?|contact|subscriber|member|reader|recipient|customer|client|lecteur|abonne|destinataire)\b/;

/** A vocabulary has few words, each of them often. */
const mostWords = 30;

/**
 * The distinct values of a column, as they may be shown to somebody who maps it: words of events,
 * states, campaigns and links in full, and whatever may name a person masked, whatever its role.
 *
 * @param cells of the rows that were looked at
 */
export function shownValues(
	header: string,
	role: Role | null,
	cells: readonly string[]
): { values: string[]; distinct: number; masked: boolean } {
	const values = [...new Set(cells.map((cell) => cell.trim()).filter(Boolean))];
	const isThing = role !== null && ofThings.has(role);
	const isVocabulary =
		values.length <= mostWords && values.length * 4 <= cells.length && !person.test(plain(header));
	const shown = values.map((value) => maskedCell(value, isThing || isVocabulary));
	return {
		values: [...new Set(shown)],
		distinct: values.length,
		masked: shown.some((value, i) => value !== values[i])
	};
}

function plain(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.replace(/[_-]/g, ' ')
		.toLowerCase();
}
