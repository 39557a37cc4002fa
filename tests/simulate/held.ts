import { fitLift, type LiftFit } from '#lib/measure/lift/lift.ts';
import type { LiftItem } from '#lib/measure/lift/lift-input.ts';
import { seeded, fillNormal } from '#lib/measure/stats/random.ts';
import { selectedEstimates, within } from '#lib/measure/lift/selection.ts';
import { poisson, simulateCounts, type Counts, type CountOptions } from './counts.ts';

/** Which items are asked of: those of some issues, or of a section, or both. */
type Choice = { from: number; to: number; section: number | null };

/** How topics do in one section of an archive: every nth has an effect more, or all by chance. */
export type Sections = {
	more?: number;
	every?: number;
	spread?: number;
	topics?: number;
	everywhere?: boolean;
};

/** An archive, what is asked of it, and which topics do otherwise in its first section. */
export type Case = {
	options: Partial<CountOptions>;
	/** the last so many issues, or so many in the middle; all where it is not said */
	last?: number;
	middle?: number;
	/** asks of the first of three sections, or another one */
	sections?: Sections;
	asked?: number;
};

/** One interval and the truth, as log effects. */
export type Held = Record<'topic' | 'low' | 'high' | 'mean' | 'truth' | 'items', number>;

/** What is said of topics in one archive of a case, with what was planted. */
export function heldIn({ options, last, middle, sections, asked = 0 }: Case, seed: number): Held[] {
	const counts = simulateCounts(options, seed);
	const put = sections ? inSections(sections, counts, seed) : null;
	const { items } = put ?? counts.input;
	const input = { ...counts.input, items, sections: put ? 3 : 0 };
	const truths = items.map(
		(item) => counts.effects[item.topics[0]!]![item.issue]! + (put?.added(item) ?? 0)
	);
	const usual = truths.reduce((sum, one) => sum + one, 0) / items.length;

	const fit = fitLift(input, { seed: 1, draws: 10 });
	const choice = choiceOf(input.issues, { last, middle }, sections ? asked : null);
	return estimatesOf(fit, items, choice).flatMap((one, topic): Held[] => {
		if (!one.enough) return [];
		const own = items.flatMap((item, i) =>
			item.topics[0] === topic && isIn(item, choice) ? truths[i]! : []
		);
		const truth = own.reduce((sum, value) => sum + value, 0) / own.length - usual;
		const [low, high, mean] = [one.low!, one.high!, one.lift!].map(Math.log) as [
			number,
			number,
			number
		];
		return [{ topic, low, high, mean, truth, items: own.length }];
	});
}

function choiceOf(
	issues: number,
	{ last, middle }: Pick<Case, 'last' | 'middle'>,
	section: number | null
): Choice {
	if (last !== undefined) return { from: issues - last, to: issues, section };
	if (middle === undefined) return { from: 0, to: issues, section };
	const from = Math.floor((issues - middle) / 2);
	return { from, to: from + middle, section };
}

const isIn = ({ issue, section }: LiftItem, choice: Choice) =>
	issue >= choice.from &&
	issue < choice.to &&
	(choice.section === null || section === choice.section);

function estimatesOf(fit: LiftFit, items: readonly LiftItem[], choice: Choice) {
	const selected = {
		isOfPeriod: (issue: number) => issue >= choice.from && issue < choice.to,
		isAsked:
			choice.section === null ? null : (item: number) => items[item]!.section === choice.section,
		kindOf: (item: number) => items[item]!.section
	};
	const why = fit.topics.map(({ why }) => why);
	return selectedEstimates(within(fit, 'topics', selected, seeded(1)), why, seeded(1), 10);
}

/** Puts items into three sections by chance; in the first some topics do otherwise, and are clicked so. */
function inSections(
	{ more = 0, every = 0, spread = 0, topics = 0, everywhere = false }: Sections,
	{ input, expected }: Counts,
	seed: number
) {
	const random = seeded(seed * 31 + 7);
	const pair = new Float64Array(2);
	const normal = () => {
		fillNormal(pair, random);
		return pair[0]!;
	};
	const effects = Array.from({ length: input.topics }, (_, topic) => {
		const isMore = topic < topics || (every > 0 && topic % every === 0);
		return spread * normal() + (isMore ? more : 0);
	});
	const others = Array.from({ length: 2 * input.topics }, () => spread * normal());
	const added = ({ section, topics: [topic] }: LiftItem) => {
		if (section === 0) return effects[topic!]!;
		return everywhere ? others[(section - 1) * input.topics + topic!]! : 0;
	};
	const items = input.items.map((plain, i) => {
		const item = { ...plain, section: Math.floor(3 * random()) };
		if (added(item) === 0) return item;
		return { ...item, clickers: poisson(expected[i]! * Math.exp(added(item)), random, normal) };
	});
	return { items, added };
}
