import { correctionsOfPublication } from '../store/content/corrections.ts';
import { templateRulesOf } from '../store/content/template-rules.ts';
import { listImports } from '../store/events/imports.ts';
import { waitingItems } from '../store/content/topic-changes.ts';
import { listMemberships, listPeople } from '../store/people/people.ts';
import type { Publication } from '../store/publications.ts';
import { readSetting } from '../store/settings.ts';
import type { Db } from '../store/sql/open.ts';
import { archiveOf, derived } from './archive.ts';
import { isProposed } from './content/proposed.ts';

/** What is done first in a new publication, in this order. */
const steps = ['import', 'topics', 'sections', 'people'] as const;

export type FirstStep = { step: (typeof steps)[number]; done: boolean };

/** The remaining first steps of a new publication; null once all are done, or if somebody hid the list. */
export async function firstSteps(db: Db, publication: Publication): Promise<FirstStep[] | null> {
	const { id, sample } = publication;
	if (sample) return null;
	const said = await readSetting(db, `steps:${id}`);
	if (said === 'hidden') return null;

	const isImported = (await listImports(db, id)).some(({ state }) => state === 'done');
	const done = {
		import: isImported,
		topics: isImported && (await haveTopics(db, publication)),
		sections: await areSectionsSettled(db, id, said),
		people: await areSeveral(db, id)
	};
	const list = steps.map((step) => ({ step, done: done[step] }));
	return list.every((one) => one.done) ? null : list;
}

/**
 * Whether more than one person may see a publication; people with access to other publications only do not
 * count.
 */
async function areSeveral(db: Db, publicationId: number): Promise<boolean> {
	const own = (await listMemberships(db)).filter((one) => one.publicationId === publicationId);
	const roles = new Map(own.map(({ userId, role }) => [userId, role]));
	const seeing = (await listPeople(db)).filter(
		({ id, role }) => (roles.get(id) ?? role) !== 'none'
	);
	return seeing.length > 1;
}

/** Whether a new publication's sections still have to be confirmed or corrected. */
export async function areSectionsOpen(db: Db, { id, sample }: Publication): Promise<boolean> {
	if (sample) return false;
	const said = await readSetting(db, `steps:${id}`);
	return said !== 'hidden' && !(await areSectionsSettled(db, id, said));
}

/** @param said what is stored about the first steps */
const areSectionsSettled = async (db: Db, id: number, said: string | null) =>
	said === 'sections' || (await wereCorrected(db, id));

/** Whether there are items, each has topics, and no topic is an undecided proposal. */
function haveTopics(db: Db, publication: Publication): Promise<boolean> {
	return derived(db, publication, 'all items have topics', async () => {
		const { items, topics } = await archiveOf(db, publication);
		if (topics.some(isProposed)) return false;
		return items.length > 0 && (await waitingItems(db, publication.id)).length === 0;
	});
}

/** Corrections of sections, of their content, and of its role. */
const ofSections: readonly unknown[] = ['section', 'move', 'heading', 'story', 'role'];

/** Whether somebody corrected how sections are read, in an issue or by a rule for all. */
async function wereCorrected(db: Db, publicationId: number): Promise<boolean> {
	const corrections = await correctionsOfPublication(db, publicationId);
	if (corrections.some(({ undone, change }) => !undone && ofSections.includes(change.kind)))
		return true;
	return (await templateRulesOf(db, publicationId)).length > 0;
}
