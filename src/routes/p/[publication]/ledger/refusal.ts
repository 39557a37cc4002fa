import type { TroubleCode } from '#lib/trouble.ts';
import { fieldOf, type Kind } from './typed.ts';

/** Why a statement was not kept, and beside which field that stands. */
export type Refusal = {
	kind: Kind;
	/** the row that was edited; null for a new one */
	row: number | null;
	field: string | null;
	text: string;
};

type Refused = {
	trouble?: { code: TroubleCode; message: string } | undefined;
	of?: { kind: string; row: string } | undefined;
};

/** What an action that was refused says of its form; null where none was. */
export function refusalOf(form: Refused | null): Refusal | null {
	if (!form?.trouble || !form.of) return null;
	const { code, message } = form.trouble;
	const { kind, row } = form.of;
	return {
		...{ kind: kind as Kind, row: row === '' ? null : Number(row) },
		...{ field: fieldOf(code), text: message }
	};
}
