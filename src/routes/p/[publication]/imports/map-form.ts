import type { Question } from '#lib/server/ingest/question.ts';
import type { FileAnswer } from '#lib/server/ingest/answer-question.ts';
import { idOrNullIn, textIn } from '../../../form.ts';

/** What a person has chosen so far, column by column. */
export type Chosen = {
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

/** What is still to be said, most important first. */
export function lacksOf({ columns, choices, provider, trouble }: Question, chosen: Chosen): Lack[] {
	const lacks: Lack[] = [];
	const asksAll =
		provider === null && trouble.code !== 'datesAmbiguous' && trouble.code !== 'sendUnknown';
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
		complete: form.has('complete')
	};
}
