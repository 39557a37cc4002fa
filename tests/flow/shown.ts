import { minorUnits } from '#lib/minor-units.ts';
import type { ColumnKind } from '#lib/columns/table.ts';

/** A number as people read it: as exact as it is written, in the units of its figure. */
export type Shown = { value: number | null; half: number };

const NUMBER = /([-\u2212+]?)[^\d\s\u2212–-]*?(\d[\d,]*(?:\.\d+)?)/;

/** The number that an English text begins with; null for a dash, undefined for no number at all. */
export function readShown(text: string, kind: ColumnKind, currency?: string): Shown | undefined {
	if (text === '–') return { value: null, half: 0 };
	const match = NUMBER.exec(text);
	if (!match) return undefined;
	const digits = match[2]!.replaceAll(',', '');
	const unit = unitOf(kind, currency);
	const value = Number(digits) * unit * (match[1] === '-' || match[1] === '\u2212' ? -1 : 1);
	// a tenth that is none is not written
	const decimals = kind === 'decimal' ? 1 : (digits.split('.')[1]?.length ?? 0);
	return { value, half: (unit * 10 ** -decimals) / 2 + 1e-9 };
}

function unitOf(kind: ColumnKind, currency?: string): number {
	if (kind === 'rate' || kind === 'share' || kind === 'points') return 0.01;
	return kind === 'money' ? minorUnits(currency!) : 1;
}
