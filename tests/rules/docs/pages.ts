import { commandSections, filterTable } from './commands.ts';
import { metricSections } from './metrics.ts';
import { operationTable } from './operations.ts';
import { roleTable, routeTable } from './permissions.ts';
import { packageTable, roomTable, wingTable } from './rooms.ts';
import { servicesTable } from './services.ts';

/** The parts of `docs/` that are written from the program itself, by the name in their marks. */
export const parts: Record<string, () => string> = {
	commands: commandSections,
	filters: filterTable,
	metrics: metricSections,
	operations: operationTable,
	roles: roleTable,
	routes: routeTable,
	rooms: roomTable,
	wings: wingTable,
	packages: packageTable,
	services: () => servicesTable(({ money }) => !money),
	'money services': () => servicesTable(({ money }) => money === true)
};

const marked = /<!-- ([\w ]+): written by `npm run docs` -->\n[^]*?<!-- end -->/g;

/** A page with its marked parts as the program says them now. @throws {RangeError} for a part nobody writes */
export function renewed(page: string): string {
	return page.replace(marked, (_, name: string) => {
		const part = parts[name];
		if (!part) throw new RangeError(name);
		return `<!-- ${name}: written by \`npm run docs\` -->\n\n${part()}\n\n<!-- end -->`;
	});
}

/** The names of the parts in a page. */
export function partsIn(page: string): string[] {
	return [...page.matchAll(marked)].map(([, name]) => name!);
}
