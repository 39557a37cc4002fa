import { instants } from '#lib/csv/instants/dates.ts';
import { localDay } from './local-day.ts';

const START = /^#?\s*(start( date)?|from|date de (debut|début)|d[ée]but|du)\s*:?$/i;
const END = /^#?\s*(end( date)?|to|date de fin|fin|au)\s*:?$/i;

/** The period that the lines above a report's table name: web analytics say theirs there. */
export function periodOfLabels(
	labels: readonly [string, string][]
): { from: string; to: string } | null {
	const day = (label: RegExp) => {
		const cell = labels.find(([name]) => label.test(name.trim()))?.[1] ?? '';
		const iso = /^\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(cell)?.[1];
		return iso ?? localDay(cell, undefined, 'first');
	};
	const [from, to] = [day(START), day(END)];
	return from && to ? { from, to } : (labels.flat().map(spanIn).find(Boolean) ?? null);
}

const readSpanned = instants({ order: 'mdy' }, 'UTC');

/** The two days of a line that names a span in words or year first: `April 1, 2024 - April 30, 2024`. */
function spanIn(text: string): { from: string; to: string } | null {
	const parts = text.slice(0, 100).split(/(?<=\s)[-–—](?=\s)/);
	const last = parts.findLastIndex((part) => /\d/.test(part));
	if (last < 1 || /\d[/.]\d/.test(text)) return null;
	const [from, to] = [parts.slice(0, last), parts.slice(last)].map((cells) =>
		localDay(cells.join('-').trim(), readSpanned, 'first')
	);
	return from && to && from <= to ? { from, to } : null;
}
