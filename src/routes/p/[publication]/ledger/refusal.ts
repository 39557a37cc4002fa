import type { TroubleCode } from '#lib/trouble.ts';
import type { Kind } from './typed.ts';

/** Why a statement was not kept, and beside which field that stands. */
export type Refusal = {
	kind: Kind;
	/** the row that was edited; null for a new one */
	row: number | null;
	field: string | null;
	text: string;
};

/** Fields of a form as they were sent, by name; several may have one name. */
export type Sent = [name: string, value: string][];

/** What an action says of its form. */
export type Answered = {
	trouble?: { code: TroubleCode; message: string } | undefined;
	of?: { kind: string; row: string; field: string | null; sent: Sent } | undefined;
};

/** What an action that was refused says of its form; null where none was. */
export function refusalOf(form: Answered | null): Refusal | null {
	if (!form?.trouble || !form.of) return null;
	const { kind, row, field } = form.of;
	return {
		...{ kind: kind as Kind, row: row === '' ? null : Number(row) },
		...{ field, text: form.trouble.message }
	};
}

/** What was typed of a new statement of a kind, and is not kept yet; null where nothing was. */
export function unkept(form: Answered | null, kind: Kind): Sent | null {
	return form?.of?.kind === kind && form.of.row === '' ? form.of.sent : null;
}
