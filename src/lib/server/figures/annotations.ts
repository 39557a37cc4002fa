import { DAY } from '#lib/duration.ts';
import { Trouble } from '#lib/trouble.ts';
import { isDay } from '#lib/is-day.ts';
import { localDate, startOfLocalDate } from '../local-date.ts';
import { listPeople } from '../store/people/people.ts';
import type { Publication } from '../store/publications.ts';
import { listAnnotations } from '../store/reports/annotations.ts';
import type { Db } from '../store/sql/open.ts';
import { archiveOf } from './archive.ts';
import { topicName } from './content/items.ts';
import { lastingChange } from './content/topic-times.ts';

/** A note that people wrote about a day. */
export type Annotation = {
	id: number;
	/** YYYY-MM-DD in the publication's zone */
	date: string;
	/** the beginning of that day there, UTC milliseconds */
	at: number;
	text: string;
	/** the author; null for a command, a program, or a deleted user */
	by: string | null;
};

/** A day on which figures changed, without a note that explains it. */
export type Unexplained = {
	/** YYYY-MM-DD in the publication's zone */
	date: string;
	/** the topic whose lift changed */
	topicId: number;
	topic: string;
	/** lift after it, over lift before it, with its 90 % interval */
	factor: number;
	low: number;
	high: number;
};

export type AnnotationFigures = { annotations: Annotation[]; unexplained: Unexplained[] };

/** Both inclusive, YYYY-MM-DD; null where that side is open. */
export type Days = { from: string | null; to: string | null };

/** Days: changes are dated by whole issues, so a note about this close explains one. */
const ABOUT = 14;

/** Notes, by date. */
export async function annotationsOf(db: Db, publication: Publication): Promise<Annotation[]> {
	const rows = await listAnnotations(db, publication.id);
	const people = rows.some(({ by }) => by !== null) ? await listPeople(db) : [];
	const names = new Map(people.map((one) => [one.id, one.name]));
	return rows.map(({ id, date, text, by }) => ({
		id,
		date,
		text,
		at: startOfLocalDate(date, publication.zone),
		by: names.get(by ?? '') ?? null
	}));
}

/**
 * Notes in the given days, and changes of topics that no note explains; newest first.
 *
 * @throws {Trouble} badDate
 */
export async function annotationFigures(
	db: Db,
	publication: Publication,
	days: Days = { from: null, to: null }
): Promise<AnnotationFigures> {
	for (const given of [days.from, days.to])
		if (given !== null && !isDay(given)) throw new Trouble('badDate', { given });
	const archive = await archiveOf(db, publication);
	const annotations = await annotationsOf(db, publication);
	const unexplained = archive.topics.flatMap((topic): Unexplained[] => {
		const change = lastingChange(archive, topic.id);
		if (!change) return [];
		const { at, factor, low, high } = change;
		const date = localDate(at, publication.zone);
		const isNoted = annotations.some((note) => Math.abs(daysBetween(note.date, date)) <= ABOUT);
		const name = topicName(topic, publication);
		return isNoted ? [] : [{ date, topicId: topic.id, topic: name, factor, low, high }];
	});
	return {
		annotations: annotations.filter(isIn(days)),
		unexplained: unexplained.filter(isIn(days)).sort((a, b) => (a.date < b.date ? 1 : -1))
	};
}

function isIn({ from, to }: Days) {
	return ({ date }: { date: string }) =>
		(from === null || date >= from) && (to === null || date <= to);
}

function daysBetween(one: string, other: string): number {
	return (Date.parse(one) - Date.parse(other)) / DAY;
}
