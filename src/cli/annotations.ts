import { stat, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { words } from '#lib/messages/words.ts';
import {
	annotate as keep,
	removeAnnotation,
	undoableAnnotation,
	undoAnnotation
} from '#lib/server/editing/annotations.ts';
import {
	annotationFigures,
	type Annotation,
	type Unexplained
} from '#lib/server/figures/annotations.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { readAnnotations } from '#lib/server/ingest/read-annotations.ts';
import { Trouble } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Call, Command } from './command.ts';
import { numberWords } from './figures.ts';
import { countOption, textOption } from './options.ts';
import { aboutOption } from './reading-options.ts';

/** More is no list of notes. */
const MOST_BYTES = 2 ** 20;

/** Keeps notes on days, or takes them back. */
export const annotate: Command = {
	name: 'annotate',
	args: 'TEXT',
	needs: 0,
	takes: 1,
	options: {
		publication: { type: 'string', value: 'NAME' },
		date: { type: 'string', value: '2025-09-18' },
		file: { type: 'string', value: 'FILE', about: 'notesFile' },
		order: { type: 'string', value: 'dmy|mdy' },
		remove: { type: 'string', value: 'N', about: 'removeNote' },
		undo: { type: 'boolean', about: 'undoNotes' }
	},

	async run(call) {
		const { args, options, locale } = call;
		const [text] = args;
		const file = textOption(options, 'file');
		const remove = countOption(options, 'remove', 12);
		const asked = [text, file, remove, options.undo === true || null].filter((one) => one != null);
		if (asked.length !== 1) throw new Trouble('noteOrFile');

		const db = await call.db();
		const publication = await publicationMeant(db, textOption(options, 'publication'));
		const actor = { by: null, now: Date.now() };
		if (remove !== null) {
			await removeAnnotation(db, publication, remove, actor);
			call.talk(words('cli.annotate.removed', { id: remove }, locale));
			return null;
		}
		if (options.undo === true) {
			const last = await undoableAnnotation(db, publication);
			if (last) await undoAnnotation(db, publication, actor);
			call.talk(words(last ? 'cli.annotate.undone' : 'cli.annotate.nothingToUndo', {}, locale));
			return null;
		}
		const { notes, rejected } =
			file === null
				? { notes: [{ date: textOption(options, 'date'), text: text! }], rejected: [] }
				: await notesIn(call, file);
		const kept = await keep(db, publication, notes, actor);
		call.talk(words('cli.annotate.added', { n: kept.added }, locale));
		if (kept.known) call.talk(words('cli.annotate.known', { n: kept.known }, locale));
		if (rejected.length)
			call.talk(
				words('cli.annotate.rejected', { n: rejected.length, rows: rejected.join(', ') }, locale)
			);
		return { json: { ...kept, rejected }, lines: [] };
	}
};

async function notesIn({ options, path }: Call, given: string) {
	const file = path(given);
	const stats = await stat(file).catch(() => null);
	if (stats?.isDirectory()) throw new Trouble('fileIsFolder', { file: given });
	if (!stats?.isFile()) throw new Trouble('fileMissing', { file: given });
	if (stats.size > MOST_BYTES) throw new Trouble('fileTooLarge', { file: given, most: MOST_BYTES });
	const { order } = aboutOption(options);
	return readAnnotations(basename(file), await readFile(file), order ?? null);
}

/** Notes on days, and changes that none of them explains. */
export const annotations: Command = {
	name: 'annotations',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		from: { type: 'string', value: '2025-09-18', about: 'notesFrom' },
		to: { type: 'string', value: '2025-09-18', about: 'notesTo' }
	},

	async run(call) {
		const { options, locale } = call;
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(options, 'publication'));
		const days = { from: textOption(options, 'from'), to: textOption(options, 'to') };
		const figures = await annotationFigures(db, publication, days);
		const { head, formats } = numberWords(call, publication.zone);
		return {
			json: figures.annotations,
			lines: table<Annotation>(
				[
					{ head: head('number'), cell: ({ id }) => String(id), right: true },
					{ head: head('day'), cell: ({ date }) => date },
					{ head: head('note'), cell: ({ text }) => text },
					{ head: head('by'), cell: ({ by }) => by ?? '' }
				],
				figures.annotations
			),
			notes: figures.unexplained.map(({ date, topic, factor, low, high }: Unexplained) =>
				words(
					'cli.annotations.change',
					{
						day: date,
						topic,
						factor: formats.decimal(factor),
						interval: formats.interval(low, high, formats.decimal)
					},
					locale
				)
			)
		};
	}
};
