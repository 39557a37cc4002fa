import { readCount } from '../../plans/count-reader.ts';
import type { Doubt } from '../../reading-card.ts';
import type { FileFacts, FileKind, RoleColumns } from '../../recogniser.ts';
import { isTotalRow } from '../../refuse.ts';
import { isOfMachinesAlone } from '../../words/machines.ts';
import { contentOfColumn } from '../cells/cell-content.ts';
import { speaksOf } from '../words/genre-words.ts';
import { plainHeader } from '../words/header-words.ts';

/** Numbers of clicks or opens beside the one time of each row, which is read as one click or open. */
export function timesUnread({ table }: FileFacts, kind: FileKind, columns: RoleColumns): Doubt[] {
	if (!['events', 'opens', 'clicks'].includes(kind)) return [];
	// numbers have a role, but no part in rows of events
	const { total: _, unique: __, ...others } = columns;
	if ((others.address ?? others.alias) === undefined) return [];
	const used = new Set(Object.values(others));
	return table.header.flatMap((name, column): Doubt[] => {
		const of = (['click', 'open'] as const).find((stem) => isNumberOf(name, stem));
		if (used.has(column) || (of === undefined && !isCount(name))) return [];
		// how often is read of another column
		const read = columns[of === 'open' ? 'opened' : 'clicked'];
		if (read !== undefined && contentOfColumn(table, read) === 'number') return [];
		const counts = table.sample
			.filter((row) => !isTotalRow(row))
			.map((row) => readCount(row[column]));
		const several = counts.filter((n) => typeof n === 'number' && n > 1);
		if (counts.includes('bad') || several.length === 0) return [];
		const values = [...new Set(several)].slice(0, 3).map(String);
		return [{ code: 'timesUnread', waits: false, column: name, values }];
	});
}

const isCount = (name: string) => /^(?:counts?|times|hits)$/.test(plainHeader(name));

function isNumberOf(name: string, stem: 'open' | 'click'): boolean {
	const text = plainHeader(name);
	return speaksOf(name, stem) && !isOtherNumber(text) && !isOfMachinesAlone(text);
}

/** A rate, an id, a length or a place that speaks of clicks counts none. */
const isOtherNumber = (name: string) =>
	/\b(?:rate|ratio|taux|quote|tasso|taxa|tasa|percent\w*|ctr|ctor|ids?|index|rank|position|platz|score|seconds?|minutes?|hours?|days?|delay|heures?|jours?|stunden|tage)\b|%/.test(
		name
	);
