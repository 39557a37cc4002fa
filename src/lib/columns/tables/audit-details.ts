import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { languageName } from '#lib/messages/language-name.ts';
import { scheduleWords } from '#lib/messages/schedule-words.ts';
import { words } from '#lib/messages/words.ts';
import type { Rule } from '../../server/mail/rule.ts';
import type { AuditRow } from '../../server/access/audit.ts';
import { readable } from './audit-record.ts';

type Entry = Pick<AuditRow, 'action' | 'details'>;
type Details = AuditRow['details'];
type Say = (value: string, locale: Formats['locale']) => string;

/** Longest text of a value, in characters: what undoes a change can be long. */
const LONGEST = 120;

/** Values that are one of a few, by the name of the detail. */
const choices: Record<string, Say> = {
	role: (value, locale) => words(`people.role.${value}`, {}, locale),
	report: (value, locale) => words(`report.kind.${value}`, {}, locale),
	comparison: (value, locale) => words(`compare.${value}`, {}, locale),
	locale: languageName,
	language: languageName,
	by: (value, locale) => words(`alerts.by.${value}`, {}, locale),
	kinds: (value, locale) => words(`alerts.kind.${value}`, {}, locale),
	sure: (value, locale) => words(`alerts.sure.${value}`, {}, locale),
	scope: (value, locale) => words(`token.scope.${value}`, {}, locale),
	// a page below its publication's; that itself is the overview
	path: (value, locale) => (value === '' ? m['nav.overview']({}, { locale }) : value)
};

/** What there is to know of an entry, in words: what was before and after stands side by side. */
export function detailWords({ action, details }: Entry, formats: Formats): string {
	const named = readable({ action, details }, formats);
	// a role is what was before and after, too
	const as: Record<string, Say> =
		action === 'people.role' ? { before: choices.role!, after: choices.role! } : {};
	return listed(named, { ...choices, ...as }, formats);
}

function listed(details: Details, says: Record<string, Say>, formats: Formats): string {
	return Object.entries(details)
		.filter(([, value]) => !isNothing(value))
		.map(([name, value]) => entryWords(name, value, says, formats))
		.join(', ');
}

function entryWords(name: string, value: unknown, says: Record<string, Say>, formats: Formats) {
	const { locale, labelled } = formats;
	if (isRhythm(value)) return labelled(nameOf('every', locale), scheduleWords(value, formats));
	if (isGroup(value)) return `${nameOf(name, locale)} (${listed(value, says, formats)})`;
	const all = Array.isArray(value) ? value : [value];
	const text = all.map((one) => textOf(name, one, says, formats)).join(' / ');
	return labelled(nameOf(name, locale), cut(text));
}

/** A name that no words are known for stays as it was written down. */
function nameOf(name: string, locale: Formats['locale']): string {
	return saidOr(name, `audit.detail.${name}`, words(`audit.detail.${name}`, {}, locale));
}

function textOf(name: string, value: unknown, says: Record<string, Say>, formats: Formats): string {
	const { locale } = formats;
	if (typeof value === 'boolean') return m[value ? 'answer.yes' : 'answer.no']({}, { locale });
	if (typeof value === 'number' && name.endsWith('At')) return formats.instant(value);
	if (typeof value === 'number' && name.startsWith('quiet')) return formats.clock(value);
	if (typeof value !== 'string') return JSON.stringify(value);
	const said = says[name]?.(value, locale);
	// what no message says is its own key
	return said === undefined || (value !== '' && said.endsWith(`.${value}`)) ? value : said;
}

const saidOr = (written: string, key: string, said: string) => (said === key ? written : said);

const cut = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

function isNothing(value: unknown): boolean {
	return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function isGroup(value: unknown): value is Details {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** When something goes out by itself. */
function isRhythm(value: unknown): value is Rule {
	return isGroup(value) && 'every' in value;
}
