import type { SheetTable } from '../../../csv/sheet.ts';
import type { EventKind } from '../../facts.ts';
import { anyWord, ofLanguages } from '../../words/languages.ts';
import { isSoftBounce } from '../../words/soft-bounce.ts';
import { yesOrNo, type Status } from '../../plans/subscriber-reader.ts';
import { isTotalRow } from '../../refuse.ts';
import { plainHeader } from '../words/header-words.ts';
import { statusReader } from './status-codes.ts';

/** What says of whom it is not: "Not unsubscribed" is no "Unsubscribed". "Désabonné (oui/non)" says how it is filled. */
const UNDENIED =
	'(?!.*(?<!\\b(?:yes|oui|ja|si|sim|y|0|1)[ /,]*)\\b(?:not|non|nicht|no(?! (?:of|de)\\b)|ne|niet|nao|never|jamais|nie|nunca|mai|nooit|pas)\\b)';

/** Columns of yes and no that say in which state a reader is, the weightiest first. */
const FLAGS: [RegExp, yes: Status | undefined, no: Status | undefined][] = [
	[flagged('bounced', ['bounce']), 'bounced', undefined],
	[flagged('left', ['unsubscribe', 'complaint']), 'left', 'active'],
	[flagged('active'), 'active', 'left'],
	[flagged('pending'), undefined, 'pending'],
	[unconfirmed(), 'pending', undefined]
];

/** The names of such columns; those that take a reader off the list are known by a part of them too. */
function flagged(state: Status, kinds: EventKind[] = []): RegExp {
	const parts = kinds.flatMap((kind) => ofLanguages(({ hints }) => hints[kind])).filter(Boolean);
	const part = parts.length > 0 ? [`^${UNDENIED}.*(?:${parts.join('|')})`] : [];
	return new RegExp([`^(?:${anyWord(({ flags }) => flags[state])})$`, ...part].join('|'));
}

/** "Unconfirmed", „Noch nicht bestätigt“. */
function unconfirmed(): RegExp {
	const not =
		'un ?|on|not (?:yet )?|non |pas (?:encore )?|(?:noch )?nicht |no |(?:nog )?niet |nao ';
	return new RegExp(`^(?:${not})(?:${anyWord(({ flags }) => flags.pending)})$`);
}

/** Whether a column of yes and no under this name says in which state a reader is. */
export function isStateFlag(header: string): boolean {
	return flagOf(plainHeader(header)) !== undefined;
}

/** What such a column says; of who could not be reached for now it says nothing that lasts. */
function flagOf(text: string) {
	if (ELSEWHERE.test(text)) return undefined;
	const flag = FLAGS.find(([names]) => names.test(text));
	return flag?.[1] === 'bounced' && isSoftBounce(text) ? undefined : flag;
}

/** What is about another way of reaching somebody than by e-mail. */
const ELSEWHERE = /\b(sms|phone|mobile|telephone|postal|push|whatsapp)\b/;

/**
 * Makes the reader of a reader's state in a list that says it in columns of yes and no, beside a
 * column of words or without one: the first flag that takes a reader off the list, else the words.
 */
export function stateOfFlags({ header, sample }: SheetTable, words: number | undefined) {
	const rows = sample.filter((row) => !isTotalRow(row));
	const flags = header.flatMap((name, column) => {
		const text = plainHeader(name);
		const match = flagOf(text);
		const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
		const isFlag = cells.length > 0 && cells.every((cell) => yesOrNo(cell) !== undefined);
		return match && isFlag && column !== words ? [{ column, yes: match[1], no: match[2] }] : [];
	});

	const readState = statusReader({ header, sample: rows }, words);
	return (row: string[]): Status | undefined => {
		const said = flags.map(({ column, yes, no }) => {
			const flag = yesOrNo(row[column]);
			return flag === undefined ? undefined : flag ? yes : no;
		});
		const away = (['bounced', 'left', 'pending'] as const).find((state) => said.includes(state));
		return away ?? readState(row[words ?? -1]) ?? said.find((state) => state !== undefined);
	};
}

const SORT_OF = '^\\s*(?:(?:e ?mail |re)?bounce |rebote |rebond |rimbalzo |rejei[cç][aã]o )?';
const SOFT = new RegExp(
	`${SORT_OF}(?:soft|temp\\w*|transient|mou|doux|zacht\\w*|weich\\w*|vor[uü]bergehend\\w*|bland[oa]|suave|leve|morbid[oa])\\b`,
	'i'
);
const HARD = new RegExp(
	`${SORT_OF}(?:hard|hart\\w*|permanent\\w*|definiti\\w*|d[ée]finiti\\w*|dur[oa]?|blocked|invalid|undetermined)\\b`,
	'i'
);

/** Whether a cell says of which sort a bounce is: for good, or not. */
export function isSortOfBounce(cell: string): boolean {
	return SOFT.test(cell) || HARD.test(cell);
}

/**
 * Tells the rows of a list of bounces that are not for good, by the column that says which are: a full mailbox
 * is tried again, and its reader is still there.
 */
export function softBounces({ header, sample }: SheetTable): (row: readonly string[]) => boolean {
	const column = header.findIndex((_, at) => {
		const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
		return cells.length > 0 && cells.every(isSortOfBounce);
	});
	return (row) => column >= 0 && SOFT.test(row[column] ?? '');
}
