import type { Reading, RejectCode } from './facts.ts';

const TOTALS = /^(grand\s+)?total(s|aux)?(\s+g[ée]n[ée]ral)?\s*:?$|^totaux\s*:?$|^sum$|^somme$/i;

/** Refuses a row, unless it is one that is rightly left out: blank, or a line of totals. */
export function refuse(row: readonly string[], code: RejectCode): Reading {
	const first = row.find((cell) => cell.trim() !== '');
	if (first === undefined) return { skip: 'blank' };
	if (TOTALS.test(first.trim())) return { skip: 'totals' };
	return { reject: code };
}
