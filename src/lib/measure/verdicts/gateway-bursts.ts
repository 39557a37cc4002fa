import { bursts, core, type ReaderClicks, type ClickRange } from './bursts.ts';
import type { RuleSet } from './rules.ts';

/** The clicks of one reader who belongs to a company. */
export type Employee = { company: number; readerClicks: ReaderClicks };

/**
 * Small bursts of several readers of one company that start in the same minute: the company's
 * gateway at work. Colleagues who click a link or two in the same minute are people, and stay so.
 *
 * Returns the ranges of each employee, in their order; mostly none.
 */
export function gatewayBursts(
	employees: readonly Employee[],
	{ gateway }: RuleSet
): ClickRange[][] {
	const minutes = new Map<string, { who: Set<number>; own: [number, ClickRange][] }>();

	employees.forEach(({ company, readerClicks }, who) => {
		for (const range of bursts(readerClicks, gateway.links, gateway.seconds)) {
			const key = `${company} ${Math.floor(readerClicks.at[range[0]]! / 60)}`;
			let minute = minutes.get(key);
			if (!minute) minutes.set(key, (minute = { who: new Set(), own: [] }));
			minute.who.add(who);
			minute.own.push([who, range]);
		}
	});

	const result: ClickRange[][] = employees.map(() => []);
	for (const { who, own: ranges } of minutes.values())
		if (who.size >= gateway.readers)
			for (const [k, range] of ranges) result[k]!.push(core(employees[k]!.readerClicks, range));
	return result;
}
