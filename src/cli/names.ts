import { words } from '#lib/messages/words.ts';
import { namedKinds, type NamedKind } from '#lib/same-names.ts';
import { joinNames, separateName } from '#lib/server/editing/money.ts';
import { nameFigures, type NamePair, type NameRow } from '#lib/server/figures/names.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { Trouble } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Command } from './command.ts';
import { numberWords } from './figures.ts';
import { textOption } from './options.ts';

/** Names that may be of one thing, and what joins and separates them: the page of the ledger's names. */
export const names: Command = {
	name: 'names',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		kind: { type: 'string', value: namedKinds.join('|'), about: 'names' },
		join: { type: 'string', value: 'NAME' },
		with: { type: 'string', value: 'NAME' },
		separate: { type: 'string', value: 'NAME' }
	},

	async run(call) {
		const { options, locale } = call;
		const kind = kindOf(textOption(options, 'kind') ?? 'channel');
		const [from, to] = [textOption(options, 'join'), textOption(options, 'with')];
		const name = textOption(options, 'separate');
		if ((from === null) !== (to === null)) throw new Trouble('joinNeedsWith');

		const db = await call.db();
		const given = textOption(options, 'publication');
		const publication = await publicationMeant(db, given);
		const actor = { by: null, now: Date.now() };
		if (from !== null && to !== null) {
			await joinNames(db, publication, { kind, from, to }, actor);
			call.talk(words('cli.names.joined', { from, to }, locale));
		}
		if (name !== null) {
			await separateName(db, publication, { kind, name }, actor);
			call.talk(words('cli.names.separated', { name }, locale));
		}

		const figures = await nameFigures(db, await publicationMeant(db, given));
		const { costing, bringing, pairs, joined, currency } = figures;
		const { head, money, number } = numberWords(call, publication.zone);
		const pairOf = (row: NameRow): NamePair | undefined =>
			pairs.find((pair) => pair.kind === row.kind && pair.from === row.name);
		const kindWord = ({ kind }: { kind: NamedKind }) => words(`names.kind.${kind}`, {}, locale);
		return {
			json: figures,
			lines: table<NameRow>(
				[
					{ head: head('kind'), cell: kindWord },
					{ head: head('name'), cell: ({ name }) => name },
					{
						head: head('spend'),
						cell: ({ spend, unrated }) =>
							spend === null && unrated
								? words('why.unrated', {}, locale)
								: money(spend, { currency }),
						right: true
					},
					{ head: head('brought'), cell: (row) => number(row.brought), right: true },
					{ head: head('match'), cell: (row) => pairOf(row)?.to ?? '' },
					{
						head: head('because'),
						cell: (row) => {
							const pair = pairOf(row);
							return pair ? words(`names.because.${pair.because}`, {}, locale) : '';
						}
					}
				],
				[...costing, ...bringing]
			),
			notes: joined.map((one) => words('cli.names.joined', { from: one.name, to: one.to }, locale))
		};
	}
};

function kindOf(given: string): NamedKind {
	const kind = namedKinds.find((one) => one === given);
	if (kind) return kind;
	throw new Trouble('badChoice', { given, known: namedKinds.join(', ') });
}
