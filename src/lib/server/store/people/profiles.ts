import { locales } from '#lib/locales.ts';
import * as v from 'valibot';
import type { Db, Tx } from '../sql/open.ts';
import { dropSetting, keepSetting, readSetting, settingsNamed } from '../settings.ts';

/** How somebody likes the pages; null is what their browser, or the program, would do. */
const profile = v.object({
	userId: v.string(),
	language: v.nullable(v.picklist(locales)),
	theme: v.nullable(v.picklist(['light', 'dark'])),
	/** where they begin */
	publicationId: v.nullable(v.number()),
	/** with so many of the latest issues; 0 is all of them */
	last: v.nullable(v.number())
});

export type Profile = v.InferOutput<typeof profile>;

/** The profile of a person; an empty one where they never changed it. */
export async function readProfile(db: Db | Tx, userId: string): Promise<Profile> {
	return (
		parsed(await readSetting(db, `profile:${userId}`)) ?? {
			userId,
			language: null,
			theme: null,
			publicationId: null,
			last: null
		}
	);
}

export async function keepProfile(db: Db | Tx, kept: Profile) {
	await keepSetting(db, `profile:${kept.userId}`, JSON.stringify(kept));
}

export async function dropProfile(db: Db | Tx, userId: string) {
	await dropSetting(db, `profile:${userId}`);
}

/** Nobody begins any more in a publication that is gone from the lists. */
export async function forgetDefaultPublication(db: Db | Tx, publicationId: number) {
	for (const value of await settingsNamed(db, 'profile:')) {
		const one = parsed(value);
		if (one?.publicationId === publicationId)
			await keepProfile(db, { ...one, publicationId: null });
	}
}

function parsed(value: string | null): Profile | null {
	if (value === null) return null;
	const read = v.safeParse(profile, JSON.parse(value));
	return read.success ? read.output : null;
}
