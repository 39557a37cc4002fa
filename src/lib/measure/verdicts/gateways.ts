import type { Sitting, Stretch } from './bursts.ts';
import { bursts, core } from './bursts.ts';
import type { RuleSet } from './rules.ts';

/** The clicks of one reader who belongs to a company. */
export type Employee = { company: number; sitting: Sitting };

/**
 * Small bursts of several readers of one company that start in the same minute: the company's
 * gateway at work. Colleagues who click a link or two in the same minute are people, and stay so.
 *
 * Returns the stretches of each employee, in their order; mostly none.
 */
export function gatewayBursts(employees: readonly Employee[], { gateway }: RuleSet): Stretch[][] {
	const minutes = new Map<string, { who: Set<number>; found: [number, Stretch][] }>();

	employees.forEach(({ company, sitting }, who) => {
		for (const stretch of bursts(sitting, gateway.links, gateway.seconds)) {
			const key = `${company} ${Math.floor(sitting.at[stretch[0]]! / 60)}`;
			let minute = minutes.get(key);
			if (!minute) minutes.set(key, (minute = { who: new Set(), found: [] }));
			minute.who.add(who);
			minute.found.push([who, stretch]);
		}
	});

	const result: Stretch[][] = employees.map(() => []);
	for (const { who, found } of minutes.values())
		if (who.size >= gateway.readers)
			for (const [k, stretch] of found) result[k]!.push(core(employees[k]!.sitting, stretch));
	return result;
}
