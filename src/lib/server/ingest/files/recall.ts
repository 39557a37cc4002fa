import {
	firstOfReaders,
	linksClicked,
	longKnownSends
} from '../../store/events/first-of-readers.ts';
import type { Context } from '../packs/context.ts';
import type { Recall } from '../reading/weigh-reading.ts';

/**
 * Tells a file's reading what is stored of the letters that it names, so that a letter is not added to one
 * of the same name that was sent long before.
 */
export function recallOf({ db, identity, publication }: Context, sourceId: number): Recall {
	return async (again) => {
		for (const { name, sendId } of await longKnownSends(db, sourceId, again.names())) {
			const firsts = await firstOfReaders(db, sendId);
			const links = await linksClicked(db, sendId);
			again.recall(name, {
				firsts: [...firsts.values()],
				links,
				firstOf: (reader) => firsts.get(identity.reader(publication.id, reader).toString('hex'))
			});
		}
	};
}
