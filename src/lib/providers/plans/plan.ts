import { columnFinder } from '../headers.ts';
import { addressColumn } from '../read-address.ts';
import type { RoleColumns, FileFacts, Recogniser, Role } from '../recogniser.ts';

/** Names of one column, normalised, in order of preference. */
type Names = string | readonly string[];

/** A recogniser in a table: what a service's file looks like, and how its rows read. */
export type Plan = Omit<Recogniser, 'match'> & {
	/** headers that tell this file apart, all of them; an array holds names of the same column */
	signature: readonly Names[];
	/** headers that this file never has */
	without?: readonly string[];
	/** what else tells it, such as its name */
	when?: (file: FileFacts) => boolean;
	columns: Partial<Record<Role, Names>>;
	/** columns without which nothing can be read; the address is found by its content if need be */
	needs: readonly Role[];
};

/** Makes the recogniser of a plan. */
export function planned({
	signature,
	without = [],
	when,
	columns,
	needs,
	...rest
}: Plan): Recogniser {
	return {
		...rest,
		match(file) {
			const find = columnFinder(file.table.header);
			const isThere = (names: Names) => find(...[names].flat()) !== undefined;
			if (!signature.every(isThere) || without.some(isThere)) return null;
			if (when && !when(file)) return null;

			const roleColumns: RoleColumns = {};
			for (const [role, names] of Object.entries(columns) as [Role, Names][]) {
				const column = find(...[names].flat());
				if (column !== undefined) roleColumns[role] = column;
			}
			if (needs.includes('address') && roleColumns.address === undefined) {
				const column = addressColumn(file.table.sample);
				if (column !== undefined) roleColumns.address = column;
			}
			return needs.every((role) => roleColumns[role] !== undefined) ? roleColumns : null;
		}
	};
}
