import * as v from 'valibot';
import { namedKinds } from '#lib/same-names.ts';
import { joinNames, separateName } from '#lib/server/editing/money.ts';
import { nameFigures } from '#lib/server/figures/names.ts';
import { Trouble } from '#lib/trouble.ts';
import { said } from '../../../said.ts';

const name = v.pipe(v.string(), v.maxLength(200));
const NameChange = v.union([
	v.strictObject({ kind: v.picklist(namedKinds), join: name, with: name }),
	v.strictObject({ kind: v.picklist(namedKinds), separate: name })
]);

/** Channels, campaigns and sponsors with money and nobody beside those with readers and no money. */
export function GET(event) {
	return said(event, async () => undefined, nameFigures);
}

/** Joins two names, or lets one count for itself again; answers with what is left. */
export function POST(event) {
	return said(
		event,
		async (db, publication, actor) => {
			const read = v.safeParse(NameChange, await event.request.json().catch(() => null));
			if (!read.success) throw new Trouble('badBody');
			const change = read.output;
			if ('join' in change)
				await joinNames(
					db,
					publication,
					{ kind: change.kind, from: change.join, to: change.with },
					actor
				);
			else await separateName(db, publication, { kind: change.kind, name: change.separate }, actor);
		},
		nameFigures
	);
}
