import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf } from '../archive.ts';
import { audienceSpan } from '../audience/audience-span.ts';
import { readersOf } from '../audience/readers.ts';
import { newest } from '../content/items.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { acquiredAudience } from './acquired.ts';
import { attribute } from './attribution.ts';
import { moneyOf } from './money.ts';
import { daysOf } from './money-days.ts';

/** What money and readers of a period are reckoned from, and the days of it, and of all data, that both are counted on. */
export async function moneyOfPeriod(
	db: Db,
	publication: Publication,
	filters: Filters,
	now: number
) {
	const { zone } = publication;
	const audience = await acquiredAudience(db, publication);
	const money = await moneyOf(db, publication);
	const attribution = attribute(money, audience);
	const archive = await archiveOf(db, publication);
	const dated = { readers: await readersOf(db, publication), dataUpTo: newest(archive.issues) };
	const { firstClick } = audience;
	const spanOf = (some: Filters) =>
		audienceSpan({ ...dated, firstClick }, archive, some, zone, now);
	const [span, all] = [spanOf(filters), spanOf(everything)];
	const periodOf = (own: typeof span, some: Filters) =>
		daysOf(own, archive, some, audience, attribution, zone);
	const [period, whole] = [periodOf(span, filters), periodOf(all, everything)];
	const leftUntil = all?.knownUntil.left ?? null;
	return { audience, money, attribution, dated, span, period, whole, leftUntil };
}
