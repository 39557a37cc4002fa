import { plainText } from '../plain-text.ts';
import { Trouble } from '../trouble.ts';

/** Where the records of a JSON text are. */
export type JsonShape =
	/** objects one after the other, mostly a line each */
	| { in: 'lines' }
	/** an array of objects */
	| { in: 'array' }
	/** the array of objects under this key, as an API answers: `{"items": […], "paging": {…}}` */
	| { in: 'key'; key: string };

/** No record of an export is longer; what is, is a whole archive in one object. */
const LONGEST = 2 ** 20;

/** Tells where the records of a JSON text are from its beginning; null where there are none. */
export function jsonShape(head: string): JsonShape | null {
	const text = head.trimStart();
	if (/^\[\s*\{/.test(text)) return { in: 'array' };
	if (!/^\{\s*"/.test(text)) return null;
	const key = keyOfRecords(text);
	return key === null ? { in: 'lines' } : { in: 'key', key };
}

/** The first key of the outer object whose value is an array of objects; null where another object follows it. */
function keyOfRecords(text: string): string | null {
	let depth = 0;
	let key: string | null = null;
	let name: string | null = null;
	for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
		if (token === '{' || token === '[') {
			const isFirst = text.slice(0, index).trimEnd().endsWith('[');
			if (token === '{' && depth === 2 && isFirst) name ??= key;
			depth++;
		} else if (token === '}' || token === ']') {
			depth--;
			if (depth === 0) return text.slice(index + 1).trim() === '' ? name : null;
		} else if (depth === 1) key = token.slice(1, -1);
	}
	return name;
}

/** Takes text in pieces and gives the texts of the records that are complete; at the end, whether one is not. */
export type RecordCutter = { push(text: string): string[]; isOpen(): boolean };

/** @throws {Trouble} jsonUnreadable for a record of more than 1 MiB */
export function recordCutter(shape: JsonShape): RecordCutter {
	const level = { lines: 0, array: 1, key: 2 }[shape.in];
	let depth = 0;
	let record = '';
	let inRecord = false;
	let inText = false;
	let escaped = false;
	let word = '';
	let lastWord = '';
	let row = 0;

	function push(text: string): string[] {
		const records: string[] = [];
		let from = 0;
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			if (inText) {
				if (escaped) escaped = false;
				else if (code === 92) escaped = true;
				else if (code === 34) {
					inText = false;
					if (!inRecord) lastWord = word;
				} else if (!inRecord) word += text[at];
			} else if (code === 34) {
				inText = true;
				word = '';
			} else if (code === 123 || code === 91) {
				const isRecord = !inRecord && code === 123 && depth === level;
				if (isRecord && (shape.in !== 'key' || lastWord === shape.key)) {
					inRecord = true;
					from = at;
				} else if (depth === 1 && !inRecord && code === 123) lastWord = '';
				depth++;
			} else if (code === 125 || code === 93) {
				depth--;
				if (!inRecord || depth !== level) continue;
				records.push(record + text.slice(from, at + 1));
				row++;
				record = '';
				inRecord = false;
			}
		}
		if (inRecord) record += text.slice(from);
		if (record.length > LONGEST) throw new Trouble('jsonUnreadable', { row: row + 1 });
		return records;
	}
	return { push, isOpen: () => depth > 0 };
}

/** A value of a record, or of an object in it, as the text of a cell. */
function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value) && value.every((one) => one === null || typeof one !== 'object'))
		return value.map(cellOf).join(', ');
	return plainText(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Objects in objects in objects: what lies deeper is a text. */
const DEEPEST = 3;

/** An object under such a key says how the event went, and a record is of one event: `click.timestamp` is its time. */
const EVENT =
	/^(?:click|open|bounce|complaint|delivery|send|reject|subscription|unsubscribe)(?:ed)?$|^event-data$/i;

/** So does one under such a key, where it is all that its record holds: `{"track_event": {"type": "click", …}}`. */
const SORT_OF_EVENT = /^[a-z]+[_-]event$/i;

/** Under such a key a queue keeps what it carries, as a text: `{"Type": "Notification", "Message": "{\"eventType\": …}"}`. */
const CARRIED = /^(?:message|body|payload|data|detail)$/i;

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that a document database writes with its type, `{"$date": "2026-05-12T08:00:00Z"}`, without it. */
function bare(value: unknown): unknown {
	if (!isRecord(value)) return value;
	const [entry, ...others] = Object.entries(value) as [string, unknown][];
	return entry?.[0].startsWith('$') && others.length === 0 ? bare(entry[1]) : value;
}

const WHEN = /^(?:time ?stamp|time|date|at|when|(?:created|occurred|received)_?at|event_?time)$/i;
const WHAT = /^(?:action|event|type|name|event_?(?:type|name))$/i;

/**
 * The rows of a record: one, or where it holds a list of events that each say what happened and when,
 * one for each of these, beside what the record says of all (`{"email": …, "activity": [{"action": …}]}`).
 */
export function rowsOf(record: string): Map<string, string>[] {
	const object = withoutEnvelope(JSON.parse(record) as Record<string, unknown>);
	const lists = Object.entries(object).filter(([, value]) => areEvents(value));
	const [list] = lists;
	if (!list || lists.length > 1) return [cellsOf(object)];

	const [key, events] = list as [string, Record<string, unknown>[]];
	const { [key]: _, ...others } = object;
	// `{"ana@example.com": [{"action": …}]}`: the key is whose events they are
	const whose = key.includes('@') ? { email: key } : {};
	return events.map((event) => {
		const rest = Object.entries(others).map(([name, value]) => [
			name in event ? `record.${name}` : name,
			value
		]);
		return cellsOf({ ...event, ...whose, ...(Object.fromEntries(rest) as object) });
	});
}

/**
 * A record without what was put around it: an object whose key is the sort of event, or what carried it as a
 * text. What it says itself comes first.
 */
function withoutEnvelope(object: Record<string, unknown>): Record<string, unknown> {
	const sorted = eventAlone(object);
	if (sorted) return sorted;
	const carried = Object.entries(object).flatMap(([key, value]) => {
		const record = CARRIED.test(key) ? recordIn(value) : null;
		return record ? [{ key, record }] : [];
	});
	const [only, second] = carried;
	if (!only || second) return object;
	const around = Object.entries(object).filter(([key]) => key !== only.key);
	// who is named around it is whom the record is about, and the text is a detail
	if (around.some(([, value]) => isAddress(value))) return object;
	return {
		...only.record,
		...Object.fromEntries(around.map(([key, value]) => [`record.${key}`, value]))
	};
}

/** What an object holds alone under the sort of an event, `{"msys": {"track_event": …}}`; null where it holds more. */
function eventAlone(object: Record<string, unknown>): Record<string, unknown> | null {
	const [entry, ...others] = Object.entries(object);
	if (!entry || others.length > 0 || !isRecord(entry[1])) return null;
	const [key, inner] = entry;
	return SORT_OF_EVENT.test(key) ? inner : eventAlone(inner);
}

function isAddress(value: unknown): boolean {
	return typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value);
}

/** The object that a text is in JSON; null where it is none. */
function recordIn(value: unknown): Record<string, unknown> | null {
	if (typeof value !== 'string' || !/^\s*\{\s*"/.test(value)) return null;
	try {
		return JSON.parse(value) as Record<string, unknown>;
	} catch {
		return null;
	}
}

function areEvents(value: unknown): boolean {
	return (
		Array.isArray(value) &&
		value.length > 0 &&
		value.every((one) => {
			const keys = isRecord(one) ? Object.keys(one) : [];
			return keys.some((key) => WHEN.test(key)) && keys.some((key) => WHAT.test(key));
		})
	);
}

/** The cells of a record by their columns; those of an object in it are `outer.inner`. */
function cellsOf(record: object): Map<string, string> {
	const cells = new Map<string, string>();
	const add = (object: object, outer: string, depth: number) => {
		for (const [key, written] of Object.entries(object) as [string, unknown][]) {
			const value = bare(written);
			const isObject = isRecord(value);
			const column = plainText(outer + key);
			if (!isObject || depth === DEEPEST) {
				if (!cells.has(column)) cells.set(column, cellOf(value));
			} else add(value, EVENT.test(key) ? outer : `${column}.`, depth + 1);
		}
	};
	add(record, '', 1);
	return cells;
}
