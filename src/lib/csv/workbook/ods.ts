import { Unzip, UnzipInflate } from 'fflate';
import { plainText } from '../../plain-text.ts';
import type { Room } from './room.ts';

/** A row of a sheet as it stands there: its number, counted from 1, and the text of its cells. */
type OdsRow = { row: number; cells: string[] };

/** Compressed bytes that are expanded at once. */
const STEP = 8192;

/** No tag is longer: what goes on without an end is no document. */
const LONGEST = 2 ** 20;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A row that is said to repeat is one of data only so many times; a sheet has so many columns and rows. */
const MOST_REPEATS = 10_000;
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 2 ** 20;

/** The text of an OpenDocument's content, part by part, in bounded memory. */
export function* odsContent(bytes: Uint8Array): Generator<string> {
	const parts: string[] = [];
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const unzip = new Unzip();
	unzip.register(UnzipInflate);
	unzip.onfile = (file) => {
		if (file.name !== 'content.xml') return;
		file.ondata = (error, chunk, isLast) => {
			if (error) throw error;
			parts.push(decoder.decode(chunk, { stream: !isLast }));
		};
		file.start();
	};
	for (let at = 0; at < bytes.length; at += STEP) {
		unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
		yield* parts.splice(0);
	}
}

/** The names of the sheets of an OpenDocument spreadsheet; null where its content is none. */
export function odsSheets(content: Iterable<string>): string[] | null {
	const names: string[] = [];
	let isBook = false;
	for (const { name, attributes, isStart } of tagsOf(content)) {
		isBook ||= name === 'office:spreadsheet';
		if (name === 'table:table' && isStart) names.push(attributeOf(attributes, 'table:name') ?? '');
	}
	return isBook ? names : null;
}

/** The rows of one sheet, counted from 0. Rows and cells that are said to repeat are repeated. */
// eslint-disable-next-line max-lines-per-function -- one walk through the sheet: its cases share where they are
export function* odsRows(
	content: Iterable<string>,
	sheet: number,
	room: Pick<Room, 'cells'>
): Generator<OdsRow> {
	let table = -1;
	let row = 1;
	let cells: string[] = [];
	let repeats = 1;
	let cell: { value: string | null; text: string; times: number } | null = null;
	// cells without anything may go on to the edge of the sheet
	let empty = 0;
	let paragraphs = 0;
	let isText = false;
	let notes = 0;

	function close() {
		if (!cell) return;
		const text = plainText(cell.value ?? cell.text);
		if (text.trim() === '') empty += cell.times;
		else {
			room.cells(Math.min(empty, MOST_COLUMNS) + cell.times - 1);
			while (empty > 0 && cells.length < MOST_COLUMNS) {
				cells.push('');
				empty--;
			}
			empty = 0;
			for (let i = 0; i < cell.times && cells.length < MOST_COLUMNS; i++) cells.push(text);
		}
		cell = null;
	}

	for (const { name, attributes, isStart, isEnd, before } of tagsOf(content)) {
		if (name === 'table:table' && isStart) {
			if (++table > sheet) return;
			row = 1;
		}
		if (table !== sheet) continue;
		if (cell && isText && notes === 0) cell.text += unescaped(before);

		if (name === 'office:annotation') notes += isStart && isEnd ? 0 : isStart ? 1 : -1;
		else if (name === 'table:table-row') {
			if (isStart) {
				[cells, empty] = [[], 0];
				repeats = timesOf(attributes, 'table:number-rows-repeated', MOST_ROWS);
			}
			if (isEnd) {
				const times = cells.length > 0 ? Math.min(repeats, MOST_REPEATS) : 0;
				room.cells(Math.max(0, times - 1) * cells.length);
				for (let i = 0; i < times; i++) yield { row: row + i, cells: [...cells] };
				row += repeats;
			}
		} else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
			if (isStart) {
				const times = timesOf(attributes, 'table:number-columns-repeated', MOST_COLUMNS);
				cell = { value: valueOf(attributes), text: '', times };
				paragraphs = 0;
			}
			if (isEnd) close();
		} else if (cell && notes === 0) {
			if (name === 'text:p') {
				if (isStart && paragraphs++ > 0) (cell as { text: string }).text += '\n';
				isText = isStart && !isEnd;
			} else if (isStart) (cell as { text: string }).text += blankOf(name, attributes);
		}
	}
}

/** How often something is said to be repeated: what is no such number is said by nobody. */
function timesOf(attributes: string, name: string, most: number): number {
	const times = Number(attributeOf(attributes, name) ?? 1);
	return Number.isInteger(times) && times > 0 ? Math.min(times, most) : 1;
}

/** What a cell holds where it is no text: a number, a day, a time, yes or no. */
function valueOf(attributes: string): string | null {
	const value = (name: string) => attributeOf(attributes, `office:${name}`);
	switch (value('value-type')) {
		case 'float':
		case 'percentage':
		case 'currency':
			return String(Number(value('value')));
		case 'boolean':
			return value('boolean-value') ?? null;
		case 'date':
			return (value('date-value') ?? '')
				.replace('T', ' ')
				.replace(/\.0+$/, '')
				.replace(/ 00:00(:00)?$/, '');
		case 'time': {
			const [, h = '0', m = '0', s = '0'] =
				/^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value('time-value') ?? '') ?? [];
			return [h, m, s].map((part) => part.padStart(2, '0')).join(':');
		}
		default:
			return value('string-value') ?? null;
	}
}

function blankOf(name: string, attributes: string): string {
	if (name === 'text:s')
		return ' '.repeat(Math.min(Number(attributeOf(attributes, 'text:c') ?? 1), 100));
	return name === 'text:tab' ? '\t' : name === 'text:line-break' ? '\n' : '';
}

type Tag = {
	name: string;
	attributes: string;
	isStart: boolean;
	/** of its own end, or of one that begins and ends at once */
	isEnd: boolean;
	/** the text since the tag before */
	before: string;
};

/** Every tag of a document that comes in parts. @throws {RangeError} for one that never ends */
function* tagsOf(content: Iterable<string>): Generator<Tag> {
	let rest = '';
	for (const part of content) {
		const text = rest + part;
		let done = 0;
		for (;;) {
			const begin = text.indexOf('<', done);
			const end = begin === -1 ? -1 : endOf(text, begin);
			if (end === -1) break;
			const before = text.slice(done, begin);
			done = end + 1;
			const first = text[begin + 1];
			// comments and declarations
			if (first === '!' || first === '?') continue;
			const isClosed = text[end - 1] === '/';
			const inside = text.slice(first === '/' ? begin + 2 : begin + 1, isClosed ? end - 1 : end);
			const blank = inside.search(/\s/);
			yield {
				name: blank === -1 ? inside : inside.slice(0, blank),
				attributes: blank === -1 ? '' : inside.slice(blank),
				isStart: first !== '/',
				isEnd: first === '/' || isClosed,
				before
			};
		}
		rest = text.slice(done);
		if (rest.length > LONGEST) throw new RangeError('a tag without an end');
	}
}

/** Where the tag ends that begins here, outside its quotes; -1 where its end did not come yet. */
function endOf(text: string, begin: number): number {
	if (text.startsWith('<!--', begin)) {
		const end = text.indexOf('-->', begin + 4);
		return end === -1 ? -1 : end + 2;
	}
	let quote = 0;
	for (let at = begin + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quote !== 0) quote = code === quote ? 0 : quote;
		else if (code === 34 || code === 39) quote = code;
		else if (code === 62) return at;
	}
	return -1;
}

function attributeOf(attributes: string, name: string): string | undefined {
	const at = attributes.indexOf(`${name}=`);
	if (at === -1) return undefined;
	const quote = attributes[at + name.length + 1]!;
	const from = at + name.length + 2;
	const to = attributes.indexOf(quote, from);
	return unescaped(attributes.slice(from, to === -1 ? undefined : to));
}

function unescaped(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi,
		(whole, decimal, hex, name) => {
			if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
			const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
			return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		}
	);
}
