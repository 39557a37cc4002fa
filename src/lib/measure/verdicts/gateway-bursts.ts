import { bursts, core, type ReaderClicks, type ClickRange } from './bursts.ts';
import type { RuleSet } from './rules.ts';

/** The clicks of one reader with a company address. */
export type Employee = { company: number; readerClicks: ReaderClicks };

/**
 * Finds small bursts of several readers of one company that start in the same minute: the company's mail
 * gateway. Colleagues who click a link or two in the same minute are still judged as people.
 *
 * Returns the ranges of each employee, in their order; mostly empty.
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
