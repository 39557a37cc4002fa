import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf } from '../archive.ts';
import { audienceSpan } from '../audience/audience-span.ts';
import { readersOf } from '../audience/readers.ts';
import { newest } from '../content/items.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { acquiredAudience } from './acquired.ts';
import { attribute } from './attribution.ts';
import { moneyOf } from './money.ts';
import { daysOf } from './money-days.ts';

/** What money and readers of a period are reckoned from, and the days of it that both are counted on. */
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
	const span = audienceSpan({ ...dated, firstClick }, archive, filters, zone, now);
	const period = daysOf(span, archive, filters, audience, attribution, zone);
	return { audience, money, attribution, dated, span, period };
}
