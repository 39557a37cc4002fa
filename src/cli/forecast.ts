import { whyNotYet } from '#lib/messages/forecast-words.ts';
import { countWord } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { Goal } from '#lib/server/forecast/goal.ts';
import { foreseenOf, makeForecast, type TriedDraft } from '#lib/server/forecast/try-draft.ts';
import type { Predicted } from '#lib/measure/forecast/predicted.ts';
import type { Unforeseen } from '#lib/server/forecast/kept-body.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { documentAt } from '#lib/server/ingest/reading/read.ts';
import { Trouble } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Call, Command } from './command.ts';
import { numberWords } from './figures.ts';
import { countOption, textOption } from './options.ts';

const GOALS = ['clickers', 'lead', 'sponsor'] as const;

/** Forecasts the clickers of a draft, item by item, and keeps the forecast. */
export const forecast: Command = {
	name: 'forecast',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {
		publication: { type: 'string', value: 'NAME' },
		delivered: { type: 'string', value: 'N' },
		goal: { type: 'string', value: 'lead' },
		position: { type: 'string', value: 'N' },
		guarantee: { type: 'string', value: 'N' }
	},

	async run(call) {
		const { args, options, path, locale, talk } = call;
		const given = { delivered: countOption(options, 'delivered', 9), goal: goalOf(call) };
		const raw = await documentAt(path(args[0]!));
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(options, 'publication'));
		const actor = { by: null, now: Date.now() };
		const made = await makeForecast(db, publication, raw, given, actor);

		if (made.notYet) talk(whyNotYet({ ...made, notYet: made.notYet }, locale));
		if (!made.notYet && given.delivered !== null && !made.body.scales)
			talk(words('forecast.deliveredUnknown', {}, locale));
		if (made.hindsight) talk(words('forecast.hindsight', {}, locale));
		return { json: foreseenOf(made), lines: linesOf(call, publication.zone, made) };
	}
};

/** @throws {Trouble} badChoice, badNumber, whichPosition */
function goalOf({ options }: Call): Goal {
	const given = textOption(options, 'goal') ?? 'clickers';
	const kind = GOALS.find((goal) => goal === given);
	if (!kind) throw new Trouble('badChoice', { given, known: GOALS.join(', ') });
	if (kind !== 'sponsor') return { kind };

	const position = countOption(options, 'position');
	const guarantee = countOption(options, 'guarantee', 9);
	if (position === null || guarantee === null) throw new Trouble('whichPosition');
	return { kind, position, guarantee };
}

function linesOf(call: Call, zone: string, { delivered, body, notYet }: TriedDraft): string[] {
	const { locale } = call;
	const { head, formats, whole } = numberWords(call, zone);
	const range = (low: number | null, high: number | null) =>
		low === null || high === null ? '–' : formats.interval(low, high, formats.number);
	type Row = (Predicted | Unforeseen) & { position: string; title: string; topics: string };
	const rows: Row[] = body.items.map((item) => ({
		...item,
		position: String(item.position),
		topics: item.topics.join(', ')
	}));
	if (!notYet)
		rows.push({
			...body.total,
			position: '',
			title: words('forecast.total', {}, locale),
			topics: ''
		});
	const lines = table<Row>(
		[
			{ head: head('position'), cell: ({ position }) => position, right: true },
			{ head: head('item'), cell: ({ title }) => title },
			{ head: head('topics'), cell: ({ topics }) => topics },
			{ head: head('expected'), cell: ({ expected }) => whole(expected), right: true },
			{ head: head('interval50'), cell: ({ low50, high50 }) => range(low50, high50), right: true },
			{ head: head('interval90'), cell: ({ low, high }) => range(low, high), right: true }
		],
		rows
	);
	if (notYet) return lines;
	return [
		...lines,
		'',
		delivered === null || !body.scales
			? words('forecast.deliveredUnknown', {}, locale)
			: words('forecast.deliveredTo', { n: countWord(delivered, formats) }, locale),
		words('forecast.bestOrder', {}, locale),
		...body.order.map(
			({ position, title, expected }) => `${position}. ${title} (${whole(expected)})`
		)
	];
}
