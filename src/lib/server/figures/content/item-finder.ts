import { issuesByName } from '#lib/join/issue-by-name.ts';
import { nameKey } from '#lib/name-key.ts';
import { holdsName } from '#lib/plain-text.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import { itemsWithPages } from '../../store/content/taggable-items.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { pagesOfUrls } from '../../store/events/urls.ts';
import { localDate } from '../../local-date.ts';
import { archiveOf, derived } from '../archive.ts';

/** What a line about money says about the item it belongs to. */
export type MoneyTarget = {
	/** number, title, subject or dates, as written */
	issue: string | null;
	item?: string | null;
	urlId: number | null;
	sponsor?: string;
	/** the sponsor as the file writes it, if a person gave it another name */
	written?: string;
};

/** Why no item was found; worded under `unlocated.<code>`. */
export type TargetWhy = 'noIssue' | 'noItem' | 'ambiguous';

export type FoundItem =
	| { item: ArchiveItem; issue: ArchiveIssue; why: null }
	| { item: null; issue: ArchiveIssue | null; why: TargetWhy };

/** Finds the item that a line is about. It never guesses: if two match, it takes neither. */
export async function itemFinder(
	db: Db,
	publication: Publication,
	urlIds: readonly number[]
): Promise<(place: MoneyTarget) => FoundItem> {
	const { issues, items } = await archiveOf(db, publication);
	const pages = await pagesOfUrls(db, urlIds);
	const withPages = await derived(db, publication, 'item pages', () =>
		itemsWithPages(db, publication.id)
	);
	const pagesOfItem = new Map(withPages.map((item) => [item.id, new Set(item.pages)]));
	const issueById = new Map(issues.map((issue) => [issue.id, issue]));
	const itemsOfIssue = new Map<number, ArchiveItem[]>();
	for (const item of items) {
		const own = itemsOfIssue.get(item.issueId);
		if (own) own.push(item);
		else itemsOfIssue.set(item.issueId, [item]);
	}

	const { zone } = publication;
	const issuesNamed = issuesByName(
		issues.map(({ id, number, title, subject, sentAt }) => {
			const date = sentAt === null ? null : localDate(sentAt, zone);
			return { id, number, title, subject, date };
		})
	);

	return ({ issue: named, item: title, urlId, sponsor, written }) => {
		const asked = named === null ? null : issuesNamed(named);
		if (asked?.length === 0) return { item: null, issue: null, why: 'noIssue' };
		const issue = asked?.length === 1 ? issueById.get(asked[0]!.id)! : null;
		const candidates = asked ? asked.flatMap(({ id }) => itemsOfIssue.get(id) ?? []) : items;
		const page = urlId === null ? undefined : pages.get(urlId);

		// the first sign that matches anything decides
		const signs = [
			page !== undefined && candidates.filter(({ id }) => pagesOfItem.get(id)?.has(page)),
			title != null && candidates.filter((one) => nameKey(one.title) === nameKey(title)),
			asked && written && candidates.filter((one) => names(one, written)),
			asked && sponsor && candidates.filter((one) => names(one, sponsor)),
			asked &&
				sponsor &&
				urlId === null &&
				title == null &&
				candidates.filter(({ role }) => role === 'sponsor')
		];
		const fits = signs.find((list) => list && list.length > 0) || [];
		const paid = fits.length > 1 && sponsor ? fits.filter(({ role }) => role === 'sponsor') : fits;
		const [item, ...others] = paid.length ? paid : fits;
		if (!item) return { item: null, issue, why: 'noItem' };
		if (others.length > 0) return { item: null, issue, why: 'ambiguous' };
		return { item, issue: issueById.get(item.issueId)!, why: null };
	};
}

/** Whether an item contains a sponsor's name as a whole word: "Arc" is not in "marché". */
function names({ title, text }: ArchiveItem, sponsor: string): boolean {
	return holdsName(wordsOf(`${title} ${text}`), wordsOf(sponsor));
}

const wordsOf = (text: string) =>
	nameKey(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
