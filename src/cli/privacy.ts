import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import {
	changeOpens,
	changeRetention,
	opensKept,
	readersKept
} from '#lib/server/editing/privacy.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Command } from './command.ts';
import { textOption } from './options.ts';

/** Which opens are stored, and how long it is kept who clicked. */
export const privacy: Command = {
	name: 'privacy',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		opens: { type: 'string', value: 'keep|drop', about: 'privacyOpens' },
		source: { type: 'string', value: 'SERVICE', about: 'privacySource' },
		readers: { type: 'string', value: 'MONTHS|keep', about: 'privacyReaders' }
	},

	async run({ options, locale, ...call }) {
		const db = await call.db();
		const slug = textOption(options, 'publication');
		const opens = textOption(options, 'opens');
		if (opens !== null && opens !== 'keep' && opens !== 'drop')
			throw new Trouble('badChoice', { given: opens, known: 'keep, drop' });

		const publication = await publicationMeant(db, slug);
		if (opens !== null) {
			const asked = { service: textOption(options, 'source'), drop: opens === 'drop' };
			await changeOpens(db, publication, asked, { by: null, now: Date.now() });
		}
		const readers = textOption(options, 'readers');
		if (readers !== null)
			await changeRetention(db, publication, readers === 'keep' ? null : readers, {
				by: null,
				now: Date.now()
			});
		const changed = await publicationMeant(db, publication.slug);
		const kept = await opensKept(db, changed);
		const { months, cut, upTo } = await readersKept(db, changed);
		const day = createFormats(locale, publication.zone).day(upTo ?? 0);
		const name = publication.slug;
		const lineOf = (name: string, dropped: boolean) =>
			words(dropped ? 'cli.privacy.dropped' : 'cli.privacy.kept', { name }, locale);
		return {
			json: { publication: publication.slug, opens: kept, readers: { months, cut, upTo } },
			lines: [
				lineOf(publication.slug, kept.dropped),
				...kept.sources.map(({ service, dropped }) => lineOf(service, dropped || kept.dropped)),
				months === null
					? words('cli.privacy.readersAlways', { name }, locale)
					: words('cli.privacy.readersMonths', { name, n: months }, locale),
				...(cut > 0 ? [words('cli.privacy.readersCut', { name, n: cut, day }, locale)] : [])
			]
		};
	}
};
