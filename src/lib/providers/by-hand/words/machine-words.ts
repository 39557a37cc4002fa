import type { SheetTable } from '../../../csv/sheet.ts';
import { textOf } from '../../plans/event-reader.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { plainWord } from '../../words/languages.ts';
import { isOfPersonsAlone } from '../../words/whose.ts';
import { headerFit, plainHeader } from './header-words.ts';

const MACHINE =
	/^(?:(?:suspected|probable|likely|soupconne|vermutlich\w*|sospechoso|sospetto|vermoedelijk\w*|suspeito) )?(?:bots?|robots?|machines?|scanners?|crawlers?|automat(?:ic|ed|ique|isch|ico|ica|ico|isiert)|prefetch(?:ed)?|(?:non|not|nicht|pas|no|niet|nao) ?(?:human|humain|humaine|menschlich|humano|umano|menselijk)|maschinell?|maschine|macchina|maquina)(?: (?:clicks?|opens?))?$/;
const PERSON =
	/^(?:humans?|humaine?s?|persons?|people|personnes?|real|mensch(?:lich)?|personas?|human[oa]s?|persone?|uman[oi]|mens(?:elijk)?|pessoas?|(?:non|not|nicht|kein|pas|no|niet|geen|nao)(?: (?:an?|un|ein|uno|een|um))? ?(?:bots?|robots?|machines?))(?: (?:clicks?|opens?))?$/;

const OF_MACHINES =
	/\b(bots?|robots?|machines?|machine open|non ?human|nonhuman|scanners?|crawlers?|automated|automatique|maschine\w*|automatisch\w*|automatico|macchina|maquina|robo|mpp|prefetch(?:ed)?|proxy|mail privacy)\b/;
const OF_PERSONS =
	/\b(humans?|humaine?|real (?:person|people|click|open|reader)|is real|menschlich\w*|mensch|human[oa]|uman[oa]|menselijk|mens)\b/;

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
		const word = plainWord(cell);
		if (MACHINE.test(word)) return true;
		if (PERSON.test(word)) return false;
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
	if (OF_MACHINES.test(bare) || headerFit(header, 'machine') > 0) return !isDenied;
	return OF_PERSONS.test(bare) ? isDenied : undefined;
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
