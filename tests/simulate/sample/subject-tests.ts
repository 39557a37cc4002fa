import type { Archive } from '../archive.ts';
import { HUMAN, type Columns } from '../columns.ts';
import { scatter } from '../random.ts';
import type { Edition } from './editions.ts';

/**
 * Issues whose subject was tried in two versions, each on every other reader: the second subject, and
 * how often it was clicked against the first.
 */
export const SUBJECT_TESTS: readonly SubjectTest[] = [
	{ number: 126, other: 'Une piscine, un ticket, dix mille visites', factor: 1 },
	{ number: 132, other: 'Partir en un clic, et revenir en deux', factor: 1.5 }
];

export type SubjectTest = { number: number; other: string; factor: number };

export type Version = { mark: string; subject: string; gets(reader: number): boolean };

/** The versions of an issue whose subject was tried; null where it went out in one. */
export function versionsOf({ name, number, subject }: Edition): Version[] | null {
	const test = SUBJECT_TESTS.find((one) => one.number === number);
	if (!test) return null;
	return [
		{ mark: 'version A', subject, gets: isFirst },
		{
			mark: 'version B',
			subject: `${name} #${number} – ${test.other}`,
			gets: (reader) => !isFirst(reader)
		}
	];
}

function isFirst(reader: number): boolean {
	return scatter(reader, 97) < 0.5;
}

/** Takes from the archive the clicks of those whom the weaker subject did not make open. */
export function trySubjects(archive: Archive, editions: readonly Edition[]) {
	const factors = editions.map(
		({ number }) => SUBJECT_TESTS.find((test) => test.number === number)?.factor ?? 1
	);
	const { issue, reader, maker } = archive.clicks;
	const isKept = (_: unknown, i: number) => {
		const factor = factors[issue[i]!]!;
		if (factor === 1 || maker[i] !== HUMAN || !isFirst(reader[i]!)) return true;
		return scatter(reader[i]!, 193) < 1 / factor;
	};
	const { at, link } = archive.clicks;
	archive.clicks = {
		...archive.clicks,
		issue: issue.filter(isKept),
		reader: reader.filter(isKept),
		at: at.filter(isKept),
		link: link.filter(isKept),
		maker: maker.filter(isKept)
	} satisfies Columns;
}
