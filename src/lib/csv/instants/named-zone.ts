import { isNothing } from '../nothing.ts';
import { isZone } from './zones.ts';

/** Hours ahead of UTC of the abbreviations that exports write, in cells as in headers. */
export const ABBREVIATIONS: Record<string, number> = {
	Z: 0,
	UTC: 0,
	GMT: 0,
	WET: 0,
	WEST: 1,
	BST: 1,
	CET: 1,
	CEST: 2,
	MEZ: 1,
	MESZ: 2,
	EET: 2,
	EEST: 3,
	MSK: 3,
	SGT: 8,
	JST: 9,
	AEST: 10,
	AEDT: 11,
	BRT: -3,
	EST: -5,
	EDT: -4,
	CST: -6,
	CDT: -5,
	MST: -7,
	MDT: -6,
	PST: -8,
	PDT: -7
};

/** Zones that go by a name in which summer time is meant as well. */
const NAMES: [RegExp, string][] = [
	[/^(us )?eastern( time)?$|^ET$/i, 'America/New_York'],
	[/^(us )?central( time)?$|^CT$/i, 'America/Chicago'],
	[/^(us )?mountain( time)?$|^MT$/i, 'America/Denver'],
	[/^(us )?pacific( time)?$|^PT$/i, 'America/Los_Angeles'],
	[/^(uk|london|british)( time)?$/i, 'Europe/London'],
	[/^(heure de )?paris( time)?$|^heure fran[cç]aise$/i, 'Europe/Paris'],
	[/^(heure de )?montr[eé]al( time)?$/i, 'America/Toronto'],
	[/^(heure de )?bruxelles$|^brussels( time)?$/i, 'Europe/Brussels'],
	[/^(deutsche zeit|berlin( time)?)$/i, 'Europe/Berlin'],
	[/^(hora de |hora peninsular )?madrid( time)?$/i, 'Europe/Madrid'],
	[/^(ora di )?roma?$|^rome( time)?$|^ora italiana$/i, 'Europe/Rome'],
	[/^amsterdam( time)?$/i, 'Europe/Amsterdam'],
	[/^(hora de )?lisboa$|^lisbon( time)?$/i, 'Europe/Lisbon'],
	[/^hor[aá](rio)? de bras[ií]lia$|^bras[ií]lia( time)?$/i, 'America/Sao_Paulo']
];

/**
 * The zone that a text names, as `zoneReader` takes it; null where it names none. An abbreviation is
 * the offset that it stands for, the whole year.
 *
 * @example namedZone('EST') // => 'UTC-05:00'
 * @example namedZone('GMT+2') // => 'UTC+02:00'
 */
export function namedZone(text: string): string | null {
	const name = text.trim();
	const offset = /^(?:UTC|GMT)?\s*([+-])\s*(\d{1,2}):?(\d{2})?$/i.exec(name);
	if (offset) {
		const [, sign, hours = '', minutes = '00'] = offset;
		if (Number(hours) > 14 || Number(minutes) > 59) return null;
		return `UTC${sign}${hours.padStart(2, '0')}:${minutes}`;
	}
	const ahead = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name]! : undefined;
	if (ahead !== undefined && name.length > 1) return ahead === 0 ? 'UTC' : fixed(ahead);
	const known = NAMES.find(([names]) => names.test(name));
	if (known) return known[1];
	return /^[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/-]+$/.test(name) && isZone(name) ? name : null;
}

function fixed(hours: number): string {
	const minutes = Math.abs(hours * 60);
	const two = (n: number) => String(n).padStart(2, '0');
	return `UTC${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The zone that a header names in brackets, or with its last words: `Event Date (UTC)`, `Sent at GMT+2`. */
export function zoneOfHeader(header: string): string | null {
	for (const [, inside = ''] of header.matchAll(/[([]([^()[\]]+)[)\]]/g)) {
		const zone = namedZone(inside.replace(/^(in|time ?zone|fuseau|zeitzone)\s*:?\s*/i, ''));
		if (zone) return zone;
	}
	const words = header.trim().split(/[\s_]+/);
	for (let n = Math.min(3, words.length - 1); n > 0; n--) {
		const last = words.slice(-n).join(' ');
		const zone = namedZone(n === 1 ? last.toUpperCase() : last) ?? namedZone(last);
		// the offset of a lone number may be anything
		if (zone && !/^[+-]?\d+$/.test(last)) return zone;
	}
	return null;
}

const ZONE_COLUMN =
	/^(time ?zone|tz|zone|(utc|gmt|tz|time ?zone)? ?offset|decalage( horaire| utc)?|fuseau( horaire)?|zeitzone|zona( horaria)?|fuso orario|tijdzone|fuso( horario)?)$/i;

/**
 * The zone that the column beside one of instants names, where all rows of the sample name the same
 * one; elsewhere in a row it may be that of the reader.
 */
export function zoneBeside(table: NamedCells, column: number): string | null {
	const [named, ...others] = namesBeside(table, column);
	return named !== undefined && others.length === 0 ? namedZone(named) : null;
}

/** The zones that the column beside one of instants names, where they differ: of the times, or of each reader. */
export function zonesBeside(table: NamedCells, column: number): string[] {
	const named = namesBeside(table, column);
	return named.length > 1 && named.every((name) => namedZone(name) !== null) ? named : [];
}

type NamedCells = { header: readonly string[]; sample: readonly (readonly string[])[] };

function namesBeside({ header, sample }: NamedCells, column: number): string[] {
	const name = (header[column + 1] ?? '').replaceAll('_', ' ').replace('é', 'e').trim();
	if (!ZONE_COLUMN.test(name)) return [];
	const cells = sample.map((row) => (row[column + 1] ?? '').trim());
	return [...new Set(cells.filter((cell) => !isNothing(cell)))];
}

/** The zone that the lines above a table name: `Time zone: Europe/Paris`. */
export function zoneOfLabels(labels: readonly (readonly [string, string])[]): string | null {
	for (const [label, value] of labels) {
		if (isZoneLabel(label)) {
			const zone = namedZone(value) ?? zoneOfHeader(`x ${value}`);
			if (zone) return zone;
		}
	}
	return null;
}

/** Letters in brackets behind a time that are no zone: how it is written, of what it is. */
const NO_ZONE =
	/^(ISO|ISO8601|RFC|ID|URL|IP|HTML|CSV|AM|PM|DMY|MDY|YMD|MM|DD|YYYY|HH|SS|MS|SEC|MIN|UNIX|EPOCH|TS|NA|TTC|HT|EUR|USD|GBP|CHF|CAD|OPT|MPP)$/;

/**
 * What a header, or the column beside it, or the lines above the table name where a zone is named, and
 * nobody knows which: letters in brackets (`IST`, which is of India, Ireland and Israel), a place.
 */
export function unknownZone(
	table: { header: readonly string[]; sample: readonly (readonly string[])[] },
	labels: readonly (readonly [string, string])[],
	column: number
): string | null {
	const header = table.header[column] ?? '';
	if (zoneOfHeader(header) ?? zoneBeside(table, column)) return null;
	for (const [, inside = ''] of header.matchAll(/[([]([^()[\]]+)[)\]]/g)) {
		const text = inside.trim();
		const isNamed = /^[A-Z]{2,5}$/.test(text) && !NO_ZONE.test(text);
		if (isNamed || /^[A-Z][a-z]+\/[A-Z]\w+$/.test(text)) return text;
		if (/^(?!local|your|account)[a-z]+ (time|zeit)$|^(heure|hora|ora) de \w+$/i.test(text))
			return text;
	}
	for (const [label, value] of labels)
		if (isZoneLabel(label) && value.trim() !== '')
			return (namedZone(value) ?? zoneOfHeader(`x ${value}`)) ? null : value.trim();
	return null;
}

function isZoneLabel(label: string): boolean {
	return ZONE_COLUMN.test(label.replace(/(?<!\s)\s*:$/, '').trim());
}
