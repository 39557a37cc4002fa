import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, issuesIn } from '../archive.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { moneyOf } from '../money/money.ts';
import { otherPlacements, sponsorKeys, type SponsorKeys } from './sponsor-keys.ts';
import { placementRows } from './sponsors.ts';

/**
 * Key figures of one sponsor, under the name by which it counts, compared with the other period.
 */
export async function keyFiguresOfSponsor(
	db: Db,
	publication: Publication,
	filters: Filters,
	sponsor: string
): Promise<SponsorKeys> {
	const archive = await archiveOf(db, publication);
	const { placed } = await moneyOf(db, publication);
	const all = await placementRows(db, publication, placed);
	const own = all.filter((row) => nameKey(row.sponsor) === nameKey(sponsor));
	const issues = issuesIn(archive, filters, publication.zone);
	const shown = new Set(issues.map(({ id }) => id));
	const located = own.filter(({ itemId, issueId }) => itemId !== null && shown.has(issueId!));
	const other = otherPlacements(own, archive, issues, filters, publication);
	const now = { placements: located, issues };
	return sponsorKeys(now, other, other.compared, publication.currency);
}
