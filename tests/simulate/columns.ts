/** Columns that grow together; what is not written is 0. */
export type Columns = {
	issue: Uint16Array;
	reader: Uint32Array;
	/** UTC milliseconds, whole seconds */
	at: Float64Array;
	link: Uint32Array;
	maker: Uint8Array;
};

/** Who made an event, as its `maker` says. */
export const HUMAN = 0;
export const SCANNER = 1;
export const PROXY = 2;

/** Collects events without an object each: archives have millions of them. */
export function collector() {
	let size = 0;
	let columns = allocate(1 << 14);

	return {
		add(issue: number, reader: number, at: number, maker = HUMAN, link = 0) {
			if (size === columns.issue.length) columns = widen(columns);
			columns.issue[size] = issue;
			columns.reader[size] = reader;
			columns.at[size] = Math.floor(at / 1000) * 1000;
			columns.maker[size] = maker;
			columns.link[size] = link;
			size++;
		},

		/** What was added, trimmed to its length. */
		done(): Columns {
			return {
				issue: columns.issue.slice(0, size),
				reader: columns.reader.slice(0, size),
				at: columns.at.slice(0, size),
				link: columns.link.slice(0, size),
				maker: columns.maker.slice(0, size)
			};
		}
	};
}

function allocate(length: number): Columns {
	return {
		issue: new Uint16Array(length),
		reader: new Uint32Array(length),
		at: new Float64Array(length),
		link: new Uint32Array(length),
		maker: new Uint8Array(length)
	};
}

function widen(old: Columns): Columns {
	const wide = allocate(old.issue.length * 2);
	wide.issue.set(old.issue);
	wide.reader.set(old.reader);
	wide.at.set(old.at);
	wide.link.set(old.link);
	wide.maker.set(old.maker);
	return wide;
}
