import { words } from '#lib/messages/words.ts';
import { everyPublication, publicationOf } from '#lib/server/figures/publications.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { previewRetention, retain, type Retention } from '#lib/server/ingest/retain.ts';
import { settling } from './context.ts';
import type { Command } from './command.ts';
import { textOption } from './options.ts';

/** Cuts issues that are old enough from their readers, or shows which would be. */
export const retainCommand: Command = {
	name: 'retain',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		cut: { type: 'boolean' }
	},

	async run({ options, locale, talk, ...call }) {
		const db = await call.db();
		const isCut = options.cut === true;
		const named = textOption(options, 'publication');
		const publications =
			named === null ? await everyPublication(db) : [await publicationOf(db, named)];
		if (isCut) await recover(db, Date.now(), settling({ talk, locale }));
		const retained: Retention[] = [];
		for (const publication of publications) {
			const now = Date.now();
			const wait = () => talk(words('cli.waiting', {}, locale));
			retained.push(
				isCut && publication.readerMonths !== null
					? await retain(db, publication, { by: null, now }, wait)
					: await previewRetention(db, publication, now)
			);
		}

		const sentence = (key: string, details: Record<string, string | number> = {}) =>
			words(key, details, locale);
		const isAny = retained.some(({ issues }) => issues > 0);
		return {
			json: retained.map((one) => ({ ...one, cut: isCut })),
			lines: retained.flatMap(
				({ publication: name, months, issues, events, readers, forgotten }) => {
					if (months === null) return [sentence('cli.retain.never', { name })];
					if (issues === 0) return [sentence('cli.retain.nothing', { name })];
					const counts = {
						issues: sentence('count.issues', { n: issues }),
						events: sentence('count.namedEvents', { n: events }),
						readers: sentence('count.namedReaders', { n: readers })
					};
					return [
						sentence(isCut ? 'cli.retain.cut' : 'cli.retain.due', { name, ...counts }),
						...(forgotten > 0 ? [sentence('cli.retain.forgotten', { name, n: forgotten })] : [])
					];
				}
			),
			notes: isAny ? [sentence(isCut ? 'cli.retain.done' : 'cli.retain.preview')] : []
		};
	}
};
