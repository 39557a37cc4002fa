import { words } from '#lib/messages/words.ts';
import { nextWords, weekdayName, whyNotYet } from '#lib/messages/forecast-words.ts';
import { nextFigures, type NextFigures } from '#lib/server/forecast/next.ts';
import type { NextTopic } from '#lib/server/forecast/next-topics.ts';
import type { Repeated } from '#lib/server/forecast/repeated-stories.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { table } from './answer.ts';
import type { Call, Command } from './command.ts';
import { numberWords } from './figures.ts';
import { textOption } from './options.ts';

/** Suggestions for the coming issue. */
export const next: Command = {
	name: 'next',
	args: '',
	needs: 0,
	takes: 0,
	options: { publication: { type: 'string', value: 'NAME' } },

	async run(call) {
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(call.options, 'publication'));
		const figures = await nextFigures(db, publication);
		return { json: figures, lines: linesOf(call, publication.zone, figures) };
	}
};

/** What an editorial meeting reads, one part after the other; parts without anything are left out. */
// eslint-disable-next-line max-lines-per-function -- one page of text, its tables in the order in which they are printed
function linesOf(call: Call, zone: string, figures: NextFigures): string[] {
	const { locale } = call;
	const numbers = numberWords(call, zone);
	const { head, number, formats, whole } = numbers;
	const range = (low: number | null, high: number | null) =>
		low === null || high === null
			? '–'
			: formats.interval(Math.round(low), Math.round(high), formats.number);
	const part = (key: string, lines: string[]) =>
		lines.length > 1 ? ['', words(`next.${key}`, {}, locale), ...lines] : [];
	const { topics, positions, openings, owed, untold, again, day, notYet, issues } = figures;

	return [
		nextWords(figures, locale),
		...(notYet ? [whyNotYet({ notYet, issues }, locale)] : []),
		...part(
			'topics',
			table<NextTopic>(
				[
					{ head: head('topic'), cell: (row) => row.topic },
					{ head: head('lift'), cell: numbers.lift },
					{
						head: head('nextLift'),
						cell: (row) =>
							row.next === null || row.nextLow === null || row.nextHigh === null
								? '–'
								: `${formats.lift(row.next)} (${formats.interval(row.nextLow, row.nextHigh)})`
					},
					{ head: head('recent'), cell: (row) => number(row.recent), right: true },
					{ head: head('last'), cell: (row) => row.last?.issue ?? '–' },
					{
						head: head('advice'),
						cell: (row) =>
							row.suggested
								? words('next.suggested', {}, locale)
								: row.covered
									? words(`next.${row.covered}`, {}, locale)
									: ''
					}
				],
				topics
			)
		),
		...part(
			'positions',
			table(
				[
					{ head: head('position'), cell: ({ position }) => number(position), right: true },
					{ head: head('average'), cell: ({ expected }) => whole(expected), right: true },
					{ head: head('interval90'), cell: ({ low, high }) => range(low, high), right: true },
					{ head: head('items'), cell: ({ items }) => number(items), right: true }
				],
				positions
			)
		),
		...part(
			'openings',
			table(
				[
					{ head: head('position'), cell: ({ position }) => number(position), right: true },
					{ head: head('sold'), cell: ({ sold, issues }) => `${sold}/${issues}`, right: true },
					{ head: head('expected'), cell: ({ expected }) => whole(expected), right: true },
					{ head: head('interval90'), cell: ({ low, high }) => range(low, high), right: true }
				],
				openings
			)
		),
		...part(
			'owed',
			table(
				[
					{ head: head('sponsor'), cell: ({ sponsor }) => sponsor },
					{ head: head('guaranteed'), cell: ({ guaranteed }) => number(guaranteed), right: true },
					{ head: head('clicks'), cell: ({ clicks }) => number(clicks), right: true },
					{ head: head('owed'), cell: ({ owed }) => number(owed), right: true }
				],
				owed
			)
		),
		...(untold > 0 ? ['', words('next.owed.unknown', { n: untold }, locale)] : []),
		...part(
			'again',
			table<Repeated>(
				[
					{ head: head('item'), cell: ({ title }) => title },
					{ head: head('issue'), cell: ({ issue }) => issue },
					{ head: head('before'), cell: ({ before }) => before.join(', ') },
					{ head: head('clickers'), cell: ({ clickers }) => number(clickers), right: true },
					{ head: head('lift'), cell: numbers.lift }
				],
				again
			)
		),
		...(day
			? [
					'',
					words(
						'next.day',
						{
							day: weekdayName(day.weekday, locale),
							n: day.issues,
							change: formats.points(day.change),
							low: formats.points(day.low),
							high: formats.points(day.high)
						},
						locale
					)
				]
			: [])
	];
}
