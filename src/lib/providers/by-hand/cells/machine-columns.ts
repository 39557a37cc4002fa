import type { SheetTable } from '../../../csv/sheet.ts';
import { textOf } from '../../plans/event-reader.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { plainWord } from '../../words/languages.ts';
import { asksFor, isOfPersonsAlone, saysMachine } from '../../words/machines.ts';
import { headerFit, plainHeader } from '../words/header-words.ts';

/** What denies the rest of a header: "Not a bot", „Kein Bot“, « N’est pas un robot ». */
const NOT = /\b(?:not|non|nicht|kein\w{0,2}|pas|no|niet|geen|nao)\b/;

/**
 * Tells of a cell beneath a header whether a machine did what its row is about: by its word, `bot`, `humain`, or
 * as yes and no beneath a header that asks for one of them. Undefined where it says neither.
 *
 * @example machineTeller('Is human')('no') // => true
 */
export function machineTeller(header: string): (cell: string) => boolean | undefined {
	const yes = yesSays(header);
	return (cell) => {
		const said = saysMachine(plainWord(cell));
		if (said !== undefined) return said;
		const flag = yesOrNo(cell);
		return flag === undefined || yes === undefined ? undefined : flag === yes;
	};
}

/** Whether yes beneath a header says that it was a machine, or that it was none. */
function yesSays(header: string): boolean | undefined {
	const name = plainHeader(header);
	if (isOfPersonsAlone(name)) return false;
	const bare = name.replace(NOT, ' ');
	const isDenied = bare !== name;
	const asked = headerFit(header, 'machine') > 0 ? 'machine' : asksFor(bare);
	return asked && (asked === 'machine') !== isDenied;
}

/** Whether every cell of a column that holds anything says whether a machine did it. */
export function tellsOfMachines({ header, sample }: SheetTable, column: number): boolean {
	const said = sample
		.flatMap((row) => textOf(row[column]) ?? [])
		.map(machineTeller(header[column]!));
	return said.length > 0 && !said.includes(undefined);
}

/**
 * The columns that say of each row whether a machine did it: the one that was chosen, and where there is one,
 * those beside it: "Bot click" and "Machine open" are each of one kind of event.
 */
export function machineColumns(table: SheetTable, chosen: number | undefined): number[] {
	if (chosen === undefined) return [];
	const also = table.header.flatMap((_, column) =>
		column !== chosen && tellsOfMachines(table, column) ? [column] : []
	);
	return [chosen, ...also];
}
