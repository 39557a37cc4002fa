import {
	firstOfReaders,
	linksClicked,
	sendsOfOtherTimes
} from '../../store/events/first-of-readers.ts';
import type { Context } from '../packs/context.ts';
import type { Recall } from '../reading/weigh-reading.ts';

/**
 * Tells a file's reading what is stored of the letters that it names, so that a letter is not added to one
 * of the same name that was sent long before, or long after.
 */
export function recallOf({ db, identity, publication }: Context, sourceId: number): Recall {
	return async (again) => {
		for (const { name, sendId, isBefore } of await sendsOfOtherTimes(db, sourceId, again.names())) {
			const firsts = await firstOfReaders(db, sendId);
			// few of a letter's links are in what comes late of it
			const links = isBefore ? await linksClicked(db, sendId) : new Set<string>();
			again.recall(name, {
				firsts: [...firsts.values()],
				links,
				firstOf: (reader) => firsts.get(identity.reader(publication.id, reader).toString('hex'))
			});
		}
	};
}
