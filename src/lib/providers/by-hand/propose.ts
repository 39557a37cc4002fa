import type { FileFacts, Role, RoleColumns } from '../recogniser.ts';
import { contentOfCells, isTime, type Content } from './cells/cell-content.ts';
import { areClocks } from './cells/clock-column.ts';
import { headerFit, isBeside, namedRoles, plainHeader } from './words/header-words.ts';
import { doubtOf, isOwnTime } from './role-doubts.ts';
import { isStateFlag } from './states/state-flags.ts';
import { isOtherTime } from './words/time-words.ts';

/** What a column is probably for. `because` is a message key: `because.header`, `because.content`, `because.both`. */
export type RoleProposal = {
	column: number;
	role: Role | null;
	/** 0..1 */
	sure: number;
	because: 'header' | 'content' | 'both' | 'nothing';
};

/** Roles whose values tell by themselves; the others are known by their header alone. */
const TELLING: Partial<Record<Content, Role>> = {
	address: 'address',
	url: 'url',
	instant: 'at',
	digits: 'at',
	event: 'event'
};

const INSTANTS: readonly Role[] = ['at', 'sentAt', 'joined', 'left', 'from', 'to'];
/** When readers came and left: beneath "Cancellation" may stand why, and beneath "Joined" which plan. */
const STAYS: readonly Role[] = ['joined', 'left'];

/** What names a send; yes and no say whether somebody gets them. */
const named: readonly Content[] = [
	'text',
	'event',
	'number',
	'digits',
	'serial',
	'instant',
	'url',
	'empty'
];

/** Contents that a role can have at all. */
const POSSIBLE: Partial<Record<Role, readonly Content[]>> = {
	address: ['address', 'empty'],
	url: ['url', 'text', 'empty'],
	linkName: ['text', 'event', 'number', 'digits', 'empty'],
	event: ['event', 'text', 'empty'],
	at: ['instant', 'digits', 'serial', 'empty'],
	sentAt: ['instant', 'digits', 'serial', 'empty'],
	joined: ['instant', 'digits', 'serial', 'empty'],
	left: ['instant', 'digits', 'serial', 'empty'],
	from: ['instant', 'digits', 'serial', 'text', 'number', 'empty'],
	to: ['instant', 'digits', 'serial', 'text', 'number', 'empty'],
	total: ['number', 'digits', 'serial', 'empty'],
	unique: ['number', 'digits', 'serial', 'empty'],
	amount: ['number', 'digits', 'serial', 'empty'],
	currency: ['text', 'event', 'empty'],
	guaranteed: ['number', 'digits', 'serial', 'empty'],
	conversions: ['number', 'digits', 'serial', 'empty'],
	sessions: ['number', 'digits', 'serial', 'empty'],
	channel: ['text', 'url', 'event', 'empty'],
	campaign: named,
	campaignName: named,
	subject: named,
	issue: named,
	status: ['text', 'event', 'number', 'digits', 'serial', 'flag', 'empty']
};

/** What a column of a role can hold; undefined where that is anything. */
export function possibleContents(role: Role): readonly Content[] | undefined {
	return POSSIBLE[role];
}

/**
 * Proposes a role for each column from its header and its first values; each role is given once, to the
 * column that fits best.
 */
export function proposeRoles({ table }: FileFacts): RoleProposal[] {
	const width = Math.max(table.header.length, ...table.sample.map((row) => row.length));
	const cellsOf = (column: number) => table.sample.map((row) => row[column] ?? '');
	const contents = Array.from({ length: width }, (_, column) => contentOfCells(cellsOf(column)));

	// dates that are of nothing else are those of the rows
	const unnamedTimes = contents.flatMap((content, column) =>
		isTime(content) && isOwnTime(table.header[column] ?? '') ? [column] : []
	);
	const isTimedElsewhere = (own: number) => unnamedTimes.some((column) => column !== own);

	const hasLinks = table.header.some((header) => headerFit(header, 'url') > 0);
	const weighed = contents.flatMap((content, column) =>
		namedRoles.flatMap((role) => {
			const header = table.header[column] ?? '';
			const isWord = content === 'text' || content === 'event';
			// "Subscribed": Active, Unsubscribed
			const isState = isWord && isStateFlag(header) && !isReason(header);
			const named = role === 'status' && isState ? 1 : headerFit(header, role);
			const isTelling = TELLING[content] === role;
			// a column with the whole name of a role has it, even where its values are in a bad state;
			// but an "address" may be a street, and "sent" or "clicked" a number
			const trusted =
				named === 1 &&
				(role === 'address' ? /mail|courriel/i.test(header) : isWord) &&
				// words without a figure are no dates in a bad state, but reasons or plans
				(!STAYS.includes(role) || cellsOf(column).some((cell) => /\d/.test(cell)));
			const possible = trusted || (POSSIBLE[role]?.includes(content) ?? true);
			// addresses are addresses, whatever they are called
			if (content === 'address' && role !== 'address') return [];
			if (!possible || (named === 0 && !isTelling)) return [];
			if (isBeside(header, role) || (role === 'event' && named === 0 && isState)) return [];
			if (role === 'at' && named === 0 && isOtherTime(plainHeader(header))) return [];
			// a time of day dates nothing without its day
			if (INSTANTS.includes(role) && areClocks(cellsOf(column))) return [];
			const because = named > 0 && isTelling ? 'both' : isTelling ? 'content' : 'header';
			// a whole name and fitting values: 0.97; a whole name: 0.8; values alone: 0.6
			const sum = Math.min(0.97, 0.8 * named + (isTelling ? (named ? 0.3 : 0.6) : 0));
			const sure =
				sum -
				doubtOf(role, header, cellsOf(column), {
					isTimedElsewhere: isTimedElsewhere(column),
					hasLinks
				});
			return [{ column, role, sure, because } as const];
		})
	);
	weighed.sort((a, b) => b.sure - a.sure);

	const proposals: RoleProposal[] = contents.map((_, column) => {
		return { column, role: null, sure: 0, because: 'nothing' };
	});
	const given = new Set<Role>();
	for (const { column, role, sure, because } of weighed) {
		if (proposals[column]!.role !== null || given.has(role)) continue;
		proposals[column] = { column, role, sure, because };
		given.add(role);
	}
	return proposals;
}

/** The proposals as columns, for a file that nobody has to be asked about. */
export function proposedColumns(proposals: readonly RoleProposal[]): RoleColumns {
	return Object.fromEntries(
		proposals.flatMap(({ column, role }) => (role === null ? [] : [[role, column]]))
	);
}

/** Why a reader left or was not reached is said of those alone. */
function isReason(header: string): boolean {
	return /\b(reasons?|raisons?|motifs?|grund|grunde|motivos?|motiv[oi]|reden(en)?|type|code|message)\b/.test(
		plainHeader(header)
	);
}
