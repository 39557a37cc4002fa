import { isZone } from '#lib/csv/instants/zones.ts';
import { mappedKinds } from '#lib/providers/by-hand/column-map.ts';
import { Trouble } from '#lib/trouble.ts';
import type { About } from '../reading/tell-table.ts';

/** What somebody says of how a file is to be read, as typed: null for what was not said. */
export type Typed = {
	kind: string | null;
	order: string | null;
	campaign: string | null;
	zone?: string | null;
	yes: boolean;
};

/** What a file can be said to hold. */
export const sayableKinds: readonly string[] = mappedKinds;

/**
 * Reads what was said of a file, from a command or an address.
 *
 * @throws {Trouble} badKind, badOrder, badZone
 */
export function readAbout({ kind, order, campaign, zone = null, yes }: Typed): About {
	const known = mappedKinds.find((one) => one === kind);
	if (kind !== null && !known)
		throw new Trouble('badKind', { given: kind, known: sayableKinds.join(', ') });
	if (order !== null && order !== 'dmy' && order !== 'mdy')
		throw new Trouble('badOrder', { given: order });
	if (zone !== null && !isZone(zone)) throw new Trouble('badZone', { given: zone });
	return {
		...(known && { kind: known }),
		...(order !== null && { order }),
		...(campaign !== null && campaign !== '' && { campaign }),
		...(zone !== null && { zone }),
		...(yes && { yes })
	};
}
