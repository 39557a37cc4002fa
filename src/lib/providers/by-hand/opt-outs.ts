import { textOf } from '../plans/event-reader.ts';
import { readStatus, yesOrNo } from '../plans/subscriber-reader.ts';
import type { Doubt } from '../reading-card.ts';
import type { FileFacts, FileKind, RoleColumns } from '../recogniser.ts';
import { isTotalRow } from '../refuse.ts';
import { speaksOf } from './words/genre-words.ts';
import { headerFit, plainHeader } from './words/header-words.ts';
import { isStateFlag } from './states/state-flags.ts';
import { isFlagOfMail } from './weigh.ts';

/**
 * Columns of a list that speak of who wants no mail, and that nothing is made of, or that deny what the column
 * of states says.
 */
export function optOuts(
	{ table: { header, sample } }: FileFacts,
	kind: FileKind,
	columns: RoleColumns
): Doubt[] {
	if (kind !== 'subscribers') return [];
	const used = new Set(Object.values(columns));
	const rows = sample.filter((row) => !isTotalRow(row));
	const states = rows.map((row) => readStatus(row[columns.status ?? -1]));
	return header.flatMap((name, column): Doubt[] => {
		if (used.has(column)) return [];
		const cells = rows.map((row) => textOf(row[column]));
		const filled = cells.filter((cell) => cell !== null);
		if (filled.length === 0) return [];
		const isFlag = filled.every((cell) => yesOrNo(cell) !== undefined);
		const isAbout = isFlag
			? isWishUnread(name, filled) || (CONSENT.test(plainHeader(name)) && denies(cells, states))
			: isOfLeaving(name) || (headerFit(name, 'status') > 0 && contradicts(cells, states));
		if (!isAbout) return [];
		const values = [...new Set(filled)].slice(0, 3);
		return [{ code: 'optOutUnknown', waits: true, column: name, values }];
	});
}

/** Whether somebody wants no mail of one type: HubSpot's "Opted out of email: Product news". */
const OF_TYPE = /^opted out of e ?mail\s/;

/**
 * Columns of a list with one for each type of e-mail, where readers left some of them and are read as there:
 * nothing says which type the newsletter is.
 *
 * @param isThere whether a row is read as of a reader who gets mail
 */
export function optOutsOfTypes(
	{ header, sample }: FileFacts['table'],
	isThere: (row: string[]) => boolean
): Doubt[] {
	const types = header.flatMap((name, column) =>
		/:/.test(name) && OF_TYPE.test(plainHeader(name)) ? [column] : []
	);
	if (types.length < 2) return [];
	const there = sample.filter(isThere);
	return types.flatMap((column): Doubt[] => {
		const out = there.filter((row) => yesOrNo(row[column]) === true);
		const values = [...new Set(out.map((row) => row[column]!.trim()))].slice(0, 3);
		return out.length === 0
			? []
			: [{ code: 'optOutUnknown', waits: true, column: header[column]!, values, rows: out.length }];
	});
}

type Cells = readonly (string | null)[];
type States = readonly ReturnType<typeof readStatus>[];

/** Consent may be to anything; a wish for the newsletter is one. */
const CONSENT = /\b(consent\w*|consenso|einwilligung|toestemming)\b/;

/** Whether a column of yes and no speaks of mail, and is not known as a state. */
function isWishUnread(name: string, cells: readonly string[]): boolean {
	const isOfMail = isFlagOfMail(plainHeader(name)) || isOfLeaving(name);
	return isOfMail && !isStateFlag(name) && new Set(cells).size > 1;
}

/** Whether a column of yes and no denies what the words of another say of who is there. */
function denies(cells: Cells, states: States): boolean {
	return cells.some(
		(cell, row) => yesOrNo(cell ?? undefined) === false && states[row] === 'active'
	);
}

/** Whether a column has states of readers too, and by it others get mail than by the one that is read. */
function contradicts(cells: Cells, states: States): boolean {
	const isAway = (state: States[number]) =>
		state === undefined ? undefined : state === 'left' || state === 'bounced';
	return cells.some((cell, row) => {
		const [read, said] = [isAway(states[row]), isAway(readStatus(cell ?? undefined))];
		return read !== undefined && said !== undefined && read !== said;
	});
}

/** Whether a column is about leaving, and not about another way of reaching somebody, or why and where they left. */
function isOfLeaving(header: string): boolean {
	const isOther =
		headerFit(header, 'left') > 0 ||
		/\b(sms|phone|push|postal|whatsapp|link|url|lien|page|reason|raison|grund|motivo|campaign\w*|campagne|ip|at|date|time|on|le)\b/.test(
			plainHeader(header)
		);
	return (speaksOf(header, 'unsubscribe') || speaksOf(header, 'suppress')) && !isOther;
}
