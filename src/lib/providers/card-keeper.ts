import type { Sheet } from '../csv/sheet.ts';
import type { Fact, RowReading, RowReader } from './facts.ts';
import type {
	Because,
	CardColumn,
	CardDates,
	Doubt,
	ReadingCard,
	WordRead
} from './reading-card.ts';
import type { FileFacts, Recognition, Role } from './recogniser.ts';

/** Columns whose cells are words that decide what a row is. */
const wordRoles: readonly Role[] = ['event', 'status'];

/** Words of one column beyond these are no vocabulary. */
const mostWords = 200;

/** Cells that are shown of a column. */
const mostSamples = 5;

type RowContext = {
	sheet: Pick<Sheet, 'encoding' | 'format' | 'delimiter'>;
	file: FileFacts;
	recognition: Recognition;
	/** how the instants that count are written */
	dates: Omit<CardDates, 'first' | 'last'>;
	doubts: readonly Doubt[];
	weighed: number;
};

/**
 * Gathers the card of one table while its rows are read, so that what it says is what was read.
 *
 * @param read the reader of its rows, which is asked about the sample to see which cells it looks at
 */
export function cardKeeper(context: RowContext, read: RowReader) {
	const { file, recognition } = context;
	const { columns } = recognition;
	const wordColumns = wordRoles.flatMap((role) => columns[role] ?? []);
	const words = new Map(wordColumns.map((column) => [column, new WordCounts()]));
	let first = Infinity;
	let last = -Infinity;

	function widen(at: number | undefined) {
		if (at === undefined) return;
		if (at < first) first = at;
		if (at > last) last = at;
	}

	return {
		/** Takes in one row and what it was read as. */
		observe(cells: string[], reading: RowReading) {
			for (const [column, counts] of words) {
				const word = cells[column]?.trim() ?? '';
				if (word === '' || isNoRow(reading)) continue;
				counts.add(word, meaningOf(reading));
			}
			if (!('facts' in reading)) return;
			for (const fact of reading.facts) {
				widen(instantOf(fact));
				if (fact.fact === 'money') widen(dayOf(fact.to));
			}
		},

		/** What was gathered so far. */
		card(): ReadingCard {
			const { sheet, dates, doubts, weighed } = context;
			const { recogniser, because = 'service' } = recognition;
			const used = usedColumns(file, recognition, read);
			const { header } = file.table;
			return {
				encoding: sheet.format ?? sheet.encoding,
				delimiter: sheet.delimiter,
				provider: recogniser.provider,
				kind: recogniser.kind,
				because,
				columns: Object.fromEntries(
					Object.entries(columns)
						.filter(([, column]) => used.has(column))
						.map(([role, column]) => [role, header[column] ?? ''])
				),
				unused: header.filter((name, column) => name !== '' && !used.has(column)),
				fields: fieldsOf(file, recognition, used),
				dates: {
					...dates,
					// a mapping stands where a service's own reading would
					orderFrom: dates.orderFrom === 'service' && isAnswered(because) ? 'map' : dates.orderFrom,
					zoneFrom: dates.zoneFrom === 'service' && isAnswered(because) ? 'map' : dates.zoneFrom,
					first: first === Infinity ? null : first,
					last: last === -Infinity ? null : last
				},
				words: Object.fromEntries(
					[...words].map(([column, counts]) => [header[column] ?? '', counts.read()])
				),
				doubts: [...doubts],
				constants: recognition.constants ?? {},
				weighed
			};
		}
	};
}

function isAnswered(because: Because): boolean {
	return because === 'map' || because === 'remembered' || because === 'said';
}

function isNoRow(reading: RowReading): boolean {
	return 'skip' in reading && ['blank', 'header', 'totals'].includes(reading.skip);
}

/** What a row was read as, in one word. */
function meaningOf(reading: RowReading): string | null {
	if ('reject' in reading) return 'refused';
	if ('skip' in reading) return 'other';
	const [only] = reading.facts;
	// most rows state one event, and there are many of them
	if (only?.fact === 'event' && reading.facts.length === 1) return only.event;
	const events = reading.facts.flatMap((fact) => ('event' in fact ? [fact.event] : []));
	if (events.length) return [...new Set(events)].join('+');
	if (only?.fact === 'reader') return only.status ?? null;
	if (only?.fact === 'money') return only.money;
	return only?.fact ?? null;
}

/** The words of one column, and in how many rows each means what. */
class WordCounts {
	#rows = new Map<string, Map<string | null, number>>();

	add(word: string, means: string | null) {
		let own = this.#rows.get(word);
		if (!own) {
			if (this.#rows.size >= mostWords) return;
			this.#rows.set(word, (own = new Map<string | null, number>()));
		}
		own.set(means, (own.get(means) ?? 0) + 1);
	}

	/** The most frequent first. */
	read(): WordRead[] {
		return [...this.#rows]
			.flatMap(([word, own]) => [...own].map(([means, rows]) => ({ word, means, rows })))
			.sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1));
	}
}

function instantOf(fact: Fact): number | undefined {
	switch (fact.fact) {
		case 'event':
			return fact.at;
		case 'reader':
			return fact.joined ?? fact.left;
		case 'send':
			return fact.sentAt;
		case 'money':
			return dayOf(fact.from);
		default:
			return undefined;
	}
}

/** When a local day begins, as if it were of UTC; undefined for none. */
function dayOf(day: string | null): number | undefined {
	const at = Date.parse(day ?? '');
	return Number.isNaN(at) ? undefined : at;
}

/** The columns whose cells are looked at to read the sample's rows; those of the recognition where there is no row. */
function usedColumns({ table }: FileFacts, { columns }: Recognition, read: RowReader): Set<number> {
	const used = new Set<number>();
	let wereRead = 0;
	for (const row of table.sample) {
		const touched = new Set<number>();
		const watched = new Proxy(row, {
			get(cells, key) {
				const column = typeof key === 'string' ? Number(key) : NaN;
				if (Number.isInteger(column)) touched.add(column);
				const value: unknown = Reflect.get(cells, key);
				// a search through the whole row, as for its first cell, uses no column
				return typeof value === 'function' ? value.bind(cells) : value;
			}
		});
		// a row that is refused is looked at from end to end, to see whether it is one of totals
		if (!('facts' in read(watched))) continue;
		wereRead++;
		for (const column of touched) used.add(column);
	}
	return wereRead ? used : new Set(Object.values(columns));
}

function fieldsOf(
	{ table }: FileFacts,
	{ columns, because, proposals }: Recognition,
	used: ReadonlySet<number>
): CardColumn[] {
	const roles = new Map(Object.entries(columns).map(([role, column]) => [column, role as Role]));
	const isService = because === undefined || because === 'service';
	// a role that one column has because of others is nobody's answer
	const why = isService ? 'service' : isAnswered(because) ? 'map' : 'both';
	const becauseOf = (column: number, role: Role | null) => {
		const proposal = proposals?.find((one) => one.column === column && one.role === role);
		// a count of many, or a link of many, is known by what its column is called
		return proposal && role === null ? 'header' : (proposal?.because ?? why);
	};
	return table.header.map((header, column) => {
		const cells = table.sample.map((row) => (row[column] ?? '').trim()).filter(Boolean);
		const role = used.has(column) ? (roles.get(column) ?? null) : null;
		return {
			header,
			role,
			used: used.has(column),
			because: used.has(column) ? becauseOf(column, role) : 'nothing',
			samples: [...new Set(cells)].slice(0, mostSamples)
		};
	});
}
