import { encodings as every } from '#lib/csv/encodings.ts';
import type { Question } from '#lib/server/ingest/questions/question.ts';
import type { FileAnswer } from '#lib/server/ingest/questions/answer-question.ts';
import { idOrNullIn, textIn } from '../../../form.ts';

/** Delimiters that can be chosen. */
export const delimiters = [
	{ name: 'comma', sign: ',' },
	{ name: 'semicolon', sign: ';' },
	{ name: 'tab', sign: '\t' },
	{ name: 'pipe', sign: '|' }
] as const;

/** Encodings that can be chosen: a byte order mark is seen by itself. */
export const encodings = every.filter((one) => one !== 'utf-8-bom');

/** What a whole file can be rows of, each of which one thing happened in. */
export const events = ['open', 'click', 'delivery', 'unsubscribe', 'bounce', 'complaint'] as const;

/** What a person has chosen so far, column by column. */
export type MappingChoices = {
	kind: string;
	roles: string[];
	orders: string[];
	event: string;
	url: string;
	campaign: string;
};

/** What keeps a mapping from being stored: a kind, roles of which one is missing, or is there twice. */
export type Lack =
	| { lack: 'kind' }
	| { lack: 'roles'; anyOf: string[] }
	| { lack: 'order'; column: number }
	| { lack: 'twice'; role: string }
	| { lack: 'send' };

/** Whether every column is asked about: only of a shape that is no service's own. */
export function asksAllOf({ provider, trouble }: Pick<Question, 'provider' | 'trouble'>): boolean {
	return provider === null && trouble.code !== 'sendUnknown';
}

/** What is still to be said, most important first. */
export function mappingLacks(
	{ columns, choices, provider, trouble }: Question,
	chosen: MappingChoices
): Lack[] {
	const lacks: Lack[] = [];
	const asksAll = asksAllOf({ provider, trouble });
	const given = new Set([
		...chosen.roles.filter(Boolean),
		...(chosen.url ? ['url'] : []),
		...(chosen.event ? ['event'] : [])
	]);

	const needed = choices.needed[chosen.kind as keyof typeof choices.needed];
	if (asksAll && !needed) lacks.push({ lack: 'kind' });
	for (const need of (asksAll && needed) || []) {
		const anyOf = [need].flat();
		if (!anyOf.some((role) => given.has(role))) lacks.push({ lack: 'roles', anyOf });
	}
	for (const [column, { date }] of columns.entries()) {
		const isInstant = choices.instants.some((role) => role === chosen.roles[column]);
		const isOpen = date !== null && date.dmy !== date.mdy && !chosen.orders[column];
		if (isInstant && isOpen) lacks.push({ lack: 'order', column });
	}
	if (trouble.code === 'sendUnknown' && !chosen.campaign) lacks.push({ lack: 'send' });
	const twice = chosen.roles.find((role, i) => role && chosen.roles.indexOf(role) !== i);
	if (twice) lacks.push({ lack: 'twice', role: twice });
	return lacks;
}

/** Reads the form that asks what a file holds. @throws {Trouble} badNumber */
export function readAnswer(form: FormData): FileAnswer {
	const said = (name: string) => textIn(form, name) || null;
	const columns = Math.min(idOrNullIn(form, 'columns') ?? 0, 1000);
	const each = (name: string) =>
		Array.from({ length: columns }, (_, column) => said(`${name}-${column}`));

	return {
		kind: said('kind'),
		roles: each('role'),
		orders: each('order'),
		zone: said('zone'),
		event: said('event'),
		campaign: said('campaign'),
		url: said('url'),
		complete: form.has('complete'),
		words: wordsOf(form),
		layout: layoutOf(said)
	};
}

/** Words that somebody said the meaning of: each stands in a field of its own, beside that of its meaning. */
function wordsOf(form: FormData): Record<string, string> {
	const said = form.getAll('word').map(String);
	const means = form.getAll('means').map(String);
	return Object.fromEntries(
		said.flatMap((word, i) => (means[i] ? [[word, means[i]]] : [])).slice(0, 200)
	);
}

/** How the file is written, as far as somebody said it; undefined where nothing was. */
function layoutOf(said: (name: string) => string | null): FileAnswer['layout'] {
	const encoding = encodings.find((one) => one === said('encoding'));
	const delimiter = delimiters.find(({ name }) => name === said('delimiter'))?.sign;
	const whole = (name: string) => {
		const text = said(name);
		return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : undefined;
	};
	const layout = {
		...(encoding && { encoding }),
		...(delimiter && { delimiter }),
		...(whole('header') !== undefined && { headerRow: whole('header') }),
		...(whole('sheet') !== undefined && { sheet: whole('sheet') })
	};
	return Object.keys(layout).length > 0 ? layout : undefined;
}

/** Roles without which figures stay empty, by what a file holds. */
const wanted: Record<string, readonly (readonly string[])[]> = {
	clicks: [
		['address', 'alias'],
		['campaign', 'campaignName', 'issue', 'subject']
	],
	opens: [['campaign', 'campaignName', 'issue', 'subject']],
	deliveries: [['campaign', 'campaignName', 'issue', 'subject']],
	events: [
		['address', 'alias'],
		['url', 'linkName'],
		['campaign', 'campaignName', 'issue', 'subject']
	],
	counts: [
		['url', 'linkName'],
		['campaign', 'campaignName', 'issue', 'subject']
	],
	subscribers: [['joined'], ['status', 'left'], ['channel']],
	spend: [['from'], ['channel', 'campaign']],
	value: [
		['from', 'at'],
		['address', 'alias', 'channel']
	],
	placements: []
};

const words = ['address', 'url', 'campaign', 'joined', 'status', 'channel', 'from'] as const;

/** Which roles are not there that figures would need, each by its first name. */
export function withoutOf({
	kind,
	roles,
	url,
	campaign
}: MappingChoices): (typeof words)[number][] {
	const given = new Set([...roles, ...(url ? ['url'] : []), ...(campaign ? ['campaign'] : [])]);
	return (wanted[kind] ?? []).flatMap((anyOf) => {
		const name = words.find((word) => anyOf.includes(word));
		return name && !anyOf.some((role) => given.has(role)) ? [name] : [];
	});
}
