import type { IssueDocument } from '#lib/issue/source/document.ts';
import { pagesByPlace } from '#lib/join/anchors.ts';
import { pageOfPlace, placeKey } from '#lib/join/links-by-page.ts';
import { canonical } from '#lib/url/canonical.ts';
import type { ItemLinkRow } from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import { pageKeys, type ClickedUrl } from '../store/events/urls.ts';
import type { EditableReading } from './reading.ts';

// Items of one issue that lead to different places of one page.

/** Of which pages an issue's items are places, and whether that was otherwise: clicks are then joined anew. */
export type PlacesOfIssue = { issueId: number; byPlace: ReadonlySet<string>; turned: boolean };

/** The pages of which an issue's items are places, but for those of which editors said what they are. */
export function placesIn(
	outline: IssueDocument,
	clicked: readonly ClickedUrl[],
	roles: ReadonlyMap<number, unknown>
): ReadonlySet<string> {
	const pages = pagesByPlace(
		outline,
		clicked.map(({ text }) => text)
	);
	if (pages.size === 0) return pages;
	const said = new Set(
		clicked.flatMap(({ text, moved, pageId }) =>
			moved || roles.has(pageId ?? 0) ? (canonical(text) ?? []) : []
		)
	);
	return new Set([...pages].filter((page) => !said.has(page)));
}

type Read = {
	issueId: number;
	byPlace: ReadonlySet<string>;
	known: { links: readonly ItemLinkRow[] };
};

/** What of each issue's pages is told apart by places, and of which of those that changed it was otherwise. */
export async function placesNow(
	db: Tx,
	readings: readonly Read[],
	changed: ReadonlySet<number>
): Promise<PlacesOfIssue[]> {
	const old = readings.flatMap(({ issueId, known }) => (changed.has(issueId) ? known.links : []));
	const keys = await pageKeys(db, [...new Set(old.map(({ pageId }) => pageId))]);
	return readings.map(({ issueId, byPlace, known }) => {
		if (!changed.has(issueId)) return { issueId, byPlace, turned: false };
		const before = new Set(
			known.links.flatMap(({ pageId }) => pageOfPlace(keys.get(pageId) ?? '') ?? [])
		);
		const turned = before.size !== byPlace.size || [...before].some((page) => !byPlace.has(page));
		return { issueId, byPlace, turned };
	});
}

/** A reading whose links lead to places of these pages, each under a key of its own. */
export function atPlaces(reading: EditableReading, byPlace: ReadonlySet<string>): EditableReading {
	if (byPlace.size === 0) return reading;
	const links = reading.links.map((link) =>
		byPlace.has(link.key) ? { ...link, key: placeKey(link.key, link.anchor ?? '') } : link
	);
	return { ...reading, links };
}
