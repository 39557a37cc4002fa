import type { Publication } from '../store/publications.ts';
import { keepSetting } from '../store/settings.ts';
import type { Db } from '../store/sql/open.ts';

/** Remembers of a new publication's first steps that its sections are right, or that nobody wants to see them. */
export async function saySteps(db: Db, { id }: Publication, said: 'sections' | 'hidden') {
	await keepSetting(db, `steps:${id}`, said);
}
