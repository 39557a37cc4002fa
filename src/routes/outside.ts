import { may } from '#lib/server/access/may.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';

/** What the palette offers on pages of no publication: where whoever looks can go, and what they may do. */
export async function outsideOf({ db, visitor }: Pick<App.Locals, 'db' | 'visitor'>) {
	const all = await publicationChoices(db);
	return {
		publications: all
			.filter((one) => may(visitor, 'see', one))
			.map(({ slug, name }) => ({ slug, name })),
		isMember: visitor.kind === 'member',
		mayAdd: visitor.kind === 'nobodyYet' || may(visitor, 'administer', null)
	};
}
