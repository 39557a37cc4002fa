import { words } from '#lib/messages/words.ts';
import { recognisers } from '#lib/providers/known.ts';
import { services, type Service } from '#lib/providers/services.ts';
import { tableOf } from './table.ts';

/** Where each service's exports are, and what is read from them. */
export function servicesTable(which: (service: Service) => boolean): string {
	return tableOf(
		['Service', 'Where its export is', 'What is read'],
		services.filter(which).map(({ id, name, exportPath }) => {
			const kinds = recognisers.filter(({ provider }) => provider === id);
			const read = [...new Set(kinds.map(({ kind }) => words(`kind.${kind}`, {}, 'en')))];
			return [name, exportPath.split('; ').join('<br>'), read.sort().join(', ')];
		})
	);
}
