// long: what the coming issue's page says, put together from figures that are each made elsewhere
import { issueLabel } from '#lib/issue-label.ts';
import { forecastIssue } from '#lib/measure/forecast/forecast.ts';
import { Z50, Z90 } from '#lib/measure/stats/normal.ts';
import { archiveOf, type Archive } from '../figures/archive.ts';
import { beside } from '../figures/beside.ts';
import { sendTimeRows } from '../figures/audience/audience-times.ts';
import { everything } from '../figures/filters.ts';
import { issueRows } from '../figures/content/issues.ts';
import { itemFigures, itemRows } from '../figures/content/items.ts';
import { estimateFields } from '../figures/content/league.ts';
import { moneyOf } from '../figures/money/money.ts';
import { placementRows, type SponsorRow } from '../figures/sponsors/sponsors.ts';
import type { TopicTime } from '../figures/content/topic-times.ts';
import { topicFigures } from '../figures/content/topics.ts';
import type { Estimate, IssueRow } from '../figures/content/rows.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { outlookOf, FORECAST_SEED, type NotYet, type Outlook } from './outlook.ts';

/** An issue, as pages lead to it. */
type Named = { id: number; issue: string; sentAt: number | null };

/** A topic, and whether the coming issue should hold more of it. */
export type NextTopic = Estimate & {
	id: number;
	topic: string;
	items: number;
	/** share of its items whose topic a person has said, 0..1 */
	confirmed: number;
	/** nobody has confirmed enough of it: it makes no headline */
	suggested: boolean;
	/** whether readers would take more of it or less */
	covered: 'under' | 'over' | null;
	/** lift to be expected of one more item now, with its 90 and 50 % intervals */
	next: number | null;
	nextLow: number | null;
	nextHigh: number | null;
	nextLow50: number | null;
	nextHigh50: number | null;
	/** the chance that one more item exceeds the average, 0..1 */
	nextAbove: number | null;
	/** items on it in the past two issues or 14 days, and how many that usually are */
	recent: number | null;
	usual: number | null;
	/** the latest issue with an item on it, and how many issues went out since */
	last: Named | null;
	since: number | null;
};

/** What an item in a position gets on average, for as many readers as the coming issue reaches. */
export type NextSlot = {
	position: number;
	/** the position's average click rate × as many as the coming issue reaches */
	expected: number;
	/** ends of the 90 % interval of the average */
	low: number;
	high: number;
	/** how many items it rests on */
	items: number;
};

/** A position that sponsors stood in of late, with what a sponsor will probably get there. */
export type Opening = {
	position: number;
	/** in how many of the latest issues a sponsor stood there, and of how many */
	sold: number;
	issues: number;
	/**
	 * the mean of the forecast of the coming issue: not the `expected` of a placement, which is the average of
	 * its position in its own issue, known how that was clicked
	 */
	expected: number | null;
	low: number | null;
	high: number | null;
};

/** What a sponsor was promised and has not got. */
export type Owed = {
	sponsor: string;
	/** placements with a guarantee, in issues that are closed */
	placements: number;
	guaranteed: number;
	clicks: number;
	owed: number;
};

/** A story that was in an issue before, and in one of the latest again. */
export type Repeated = Estimate & {
	itemId: number;
	title: string;
	issue: string;
	sentAt: number | null;
	before: string[];
	clickers: number | null;
};

export type NextFigures = {
	/** up to when there are data of the issues that it goes by */
	dataUpTo: number | null;
	/** issues that there are to go by; why positions and openings have no numbers yet */
	issues: number;
	notYet: NotYet | null;
	/** how many it will probably reach */
	delivered: number | null;
	/** those that readers want more of first, then what is due, what they want less of last */
	topics: NextTopic[];
	slots: NextSlot[];
	openings: Opening[];
	/** placements that name an issue that is not there yet */
	booked: { sponsor: string; issue: string; guaranteed: number | null }[];
	owed: Owed[];
	again: Repeated[];
	/** the weekday of most clicks, 1 Monday to 7, against the others; null unless the data can tell */
	day: { weekday: number; issues: number; change: number; low: number; high: number } | null;
};

/** So many of the latest issues tell where sponsors stand. */
const OF_LATE = 12;

/** And in so many of them a story counts as having come again just now. */
const JUST_NOW = 4;

/** Fewer issues on a weekday tell nothing of it. */
const FEWEST_ON_A_DAY = 4;

/** What the coming issue should hold, and what its positions are worth: the page of an editorial meeting. */
export const nextFigures = beside('next', figures);

async function figures(db: Db, publication: Publication): Promise<NextFigures> {
	const archive = await archiveOf(db, publication);
	const outlook = outlookOf(archive, null);
	const known = 'notYet' in outlook ? null : outlook;
	const { placed } = await moneyOf(db, publication);
	const placements = await placementRows(db, publication, placed);
	const rows = issueRows(archive, archive.issues);
	const { slots, dataUpTo } = await itemFigures(db, publication, everything);
	const delivered = known?.delivered ?? null;

	return {
		dataUpTo,
		issues: outlook.issues,
		notYet: 'notYet' in outlook ? outlook.notYet : null,
		delivered,
		topics: await topicsOfNext(db, publication, archive),
		slots:
			delivered === null
				? []
				: slots.map(({ order, rate, low, high, n }) => ({
						position: order,
						items: n,
						expected: rate * delivered,
						low: low * delivered,
						high: high * delivered
					})),
		openings: openingsOf(archive, known),
		booked: placements.flatMap(({ place, sponsor, issue, guaranteed }) =>
			place === 'noIssue' && issue !== null ? [{ sponsor, issue, guaranteed }] : []
		),
		owed: owedTo(placements),
		again: repeated(db, publication, archive),
		day: bestDay(rows, publication.zone)
	};
}

async function topicsOfNext(
	db: Db,
	publication: Publication,
	archive: Archive
): Promise<NextTopic[]> {
	const { topics } = await topicFigures(db, publication, everything);
	const archived = new Set(archive.topics.flatMap(({ id, archived }) => (archived ? [id] : [])));
	const lasts = lastIssues(archive);
	const rank = ({ covered, suggested }: NextTopic) =>
		covered === null ? 1 : suggested ? 1 : covered === 'under' ? 0 : 2;

	return topics
		.filter(({ id }) => !archived.has(id))
		.map((row): NextTopic => {
			const { last, since } = lasts.get(row.id) ?? { last: null, since: null };
			return {
				...estimateFields(row),
				id: row.id,
				topic: row.topic,
				items: row.items,
				suggested: row.suggested,
				confirmed: archive.confirmedOfTopic.get(row.id) ?? 0,
				covered: row.covered ?? null,
				...oneMore(row),
				recent: row.before ?? null,
				usual: row.usualBefore ?? null,
				since,
				last
			};
		})
		.sort(
			(a, b) =>
				rank(a) - rank(b) || (b.next ?? 0) - (a.next ?? 0) || (b.since ?? 0) - (a.since ?? 0)
		);
}

/** What one more item would get; its logarithm is normal, so that one interval gives the other. */
function oneMore(time: Partial<TopicTime>) {
	const { next = null, nextLow = null, nextHigh = null, nextAbove = null } = time;
	const known = next !== null && nextLow !== null && nextHigh !== null;
	const half = known ? Math.exp((Math.log(nextHigh / nextLow) / 2) * (Z50 / Z90)) : 1;
	return {
		next,
		nextLow,
		nextHigh,
		nextAbove,
		nextLow50: known ? next / half : null,
		nextHigh50: known ? next * half : null
	};
}

/** By topic, the latest issue with an item on it, and how many were sent since. */
function lastIssues({ issues, items, topicsOfItem }: Archive) {
	const sent = issues.filter(({ sentAt }) => sentAt !== null);
	const place = new Map(sent.map(({ id }, i) => [id, i]));
	const lasts = new Map<number, { last: Named; since: number }>();
	for (const item of items) {
		const at = place.get(item.issueId);
		if (at === undefined || item.role !== 'editorial') continue;
		const since = sent.length - 1 - at;
		for (const topic of topicsOfItem.get(item.id) ?? [])
			if (since <= (lasts.get(topic)?.since ?? Infinity))
				lasts.set(topic, { last: named(sent[at]!), since });
	}
	return lasts;
}

function named({ id, number, title, sentAt }: ArchiveIssue): Named {
	return { id, issue: issueLabel({ number, title }), sentAt };
}

function openingsOf({ issues, items }: Archive, outlook: Outlook | null): Opening[] {
	const latest = issues.filter(({ sentAt }) => sentAt !== null).slice(-OF_LATE);
	const ids = new Set(latest.map(({ id }) => id));
	const stood = new Map<number, Set<number>>();
	for (const { issueId, role, slot } of items) {
		if (role !== 'sponsor' || slot === null || !ids.has(issueId)) continue;
		stood.set(slot, (stood.get(slot) ?? new Set()).add(issueId));
	}
	return [...stood]
		.sort(([a], [b]) => a - b)
		.map(([position, sold]) => {
			const item = { role: 'sponsor', slot: position, format: 'brief', pages: 1 } as const;
			const prediction = outlook
				? forecastIssue(
						[{ ...item, section: -1, topics: [], authors: [] }],
						outlook.circumstances,
						{ seed: FORECAST_SEED }
					).total
				: null;
			return {
				position,
				sold: sold.size,
				issues: latest.length,
				expected: prediction?.expected ?? null,
				low: prediction?.low ?? null,
				high: prediction?.high ?? null
			};
		});
}

/** Per sponsor, what guarantees of closed issues are short of; what came beyond one makes up for another. */
function owedTo(placements: readonly SponsorRow[]): Owed[] {
	const sums = new Map<string, Owed>();
	for (const { sponsor, guaranteed, clicks, open, itemId } of placements) {
		if (guaranteed === null || itemId === null || open || clicks === null) continue;
		const own = sums.get(sponsor) ?? { sponsor, placements: 0, guaranteed: 0, clicks: 0, owed: 0 };
		sums.set(sponsor, own);
		own.placements++;
		own.guaranteed += guaranteed;
		own.clicks += clicks;
		own.owed = Math.max(0, own.guaranteed - own.clicks);
	}
	return [...sums.values()].filter(({ owed }) => owed > 0).sort((a, b) => b.owed - a.owed);
}

/** Stories of the latest issues that lead where one of an earlier issue did, the best first. */
function repeated(db: Db, publication: Publication, archive: Archive): Repeated[] {
	const latest = archive.issues.filter(({ sentAt }) => sentAt !== null).slice(-JUST_NOW);
	const ids = new Set(latest.map(({ id }) => id));
	const place = new Map(archive.issues.map(({ id }, i) => [id, i]));
	return itemRows(db, publication, archive, archive.issues)
		.filter((row) => row.role === 'editorial' && ids.has(row.issueId) && row.again > 0)
		.flatMap((row): Repeated[] => {
			const before = row.alsoIn.filter(
				({ issueId }) => (place.get(issueId) ?? Infinity) < place.get(row.issueId)!
			);
			if (before.length === 0) return [];
			return [
				{
					...estimateFields(row),
					itemId: row.id,
					title: row.title,
					issue: row.issue,
					sentAt: row.sentAt,
					before: before.map(({ issue }) => issue),
					clickers: row.clickers
				}
			];
		})
		.sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0));
}

/** The weekday whose issues are clicked clearly more than the others', where several days were tried. */
function bestDay(issues: readonly IssueRow[], zone: string): NextFigures['day'] {
	const days = sendTimeRows(issues, zone).filter(
		(row) => row.of === 'weekday' && row.issues >= FEWEST_ON_A_DAY
	);
	if (days.length < 2) return null;
	const clear = days
		.filter(({ changeLow }) => changeLow !== null && changeLow > 0)
		.sort((a, b) => b.changeLow! - a.changeLow!)[0];
	if (!clear) return null;
	const { value, issues: n, change, changeLow, changeHigh } = clear;
	return { weekday: value, issues: n, change: change!, low: changeLow!, high: changeHigh! };
}
