import fc from 'fast-check';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { Db } from '#lib/server/store/sql/open.ts';

/** Filters as somebody may set them: ids and names that there are, and periods with and without data. */
export async function anyFilters(
	db: Db,
	publication: Publication,
	[first, last]: readonly [string, string]
): Promise<fc.Arbitrary<Filters>> {
	const { sections, topics, authors } = await filterChoices(db, publication);
	const { channels: rows } = await audienceFigures(db, publication, everything, 0);
	const channels = rows.flatMap(({ channel }) => channel ?? []);
	const length = (Date.parse(last) - Date.parse(first)) / 86_400_000;
	const day = fc
		.integer({ min: 0, max: length })
		.map((n) => new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10));
	const someOf = <T>(values: readonly T[]) =>
		values.length
			? fc.oneof(
					{ weight: 3, arbitrary: fc.constant<T[]>([]) },
					fc.subarray([...values], { minLength: 1, maxLength: 2 })
				)
			: fc.constant<T[]>([]);
	const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { freq: 2 });
	const period = fc.oneof(
		fc.record({ from: perhaps(day), to: perhaps(day) }).map(({ from, to }) => ({
			from: from && to && from > to ? to : from,
			to: from && to && from > to ? from : to,
			last: null
		})),
		fc.integer({ min: 1, max: 12 }).map((n) => ({ from: null, to: null, last: n }))
	);
	return fc
		.record({
			period,
			sections: someOf(sections.map(({ id }) => id)),
			topics: someOf(topics.map(({ id }) => id)),
			authors: someOf(authors),
			role: fc.option(fc.constantFrom('editorial' as const, 'sponsor' as const), { freq: 2 }),
			channel: channels.length
				? fc.option(fc.constantFrom(...channels), { freq: 2 })
				: fc.constant(null),
			window: fc.option(fc.constantFrom(7, 30, 60, 120, 365), { freq: 2 })
		})
		.map(({ period, ...rest }) => ({ ...everything, ...period, ...rest }));
}
